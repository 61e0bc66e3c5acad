package fr.corpus.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusCommandTest {

    @Test
    void printsItsVersion() {
        Ran ran = Ran.corpus("--version");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).startsWith("corpus 0.").contains("Java " + Runtime.version());
    }

    @Test
    void withoutArgumentsSaysHowToUseIt() {
        Ran ran = Ran.corpus();
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("Usage: corpus").contains("recipe");
    }

    @ParameterizedTest
    @CsvSource({
        "fr_FR.UTF-8,Utilisation",
        "fr_CA,Utilisation",
        "fr,Utilisation",
        "FR_be,Utilisation",
        "en_US.UTF-8,Usage",
        "C,Usage",
        "C.UTF-8,Usage",
        "frp,Usage",
        "de_CH.UTF-8,Usage"
    })
    void speaksTheLanguageOfTheEnvironment(String locale, String usage) {
        assertThat(Ran.in(Map.of("LANG", locale), "help").out()).contains(usage);
    }

    @Test
    void prefersLcAllToLang() {
        assertThat(Ran.in(Map.of("LANG", "fr_FR", "LC_ALL", "en_GB"), "help").out())
                .contains("Usage");
        assertThat(Ran.in(Map.of("LANG", "en_GB", "LC_MESSAGES", "fr_CH"), "help")
                        .out())
                .contains("Utilisation");
        assertThat(Ran.in(Map.of("LC_ALL", "C.UTF-8", "CORPUS_LOCALE", "fr_FR"), "help")
                        .out())
                .contains("Utilisation");
    }

    @Test
    void prefersTheOptionToTheEnvironment() {
        assertThat(Ran.in(Map.of("LANG", "fr_FR"), "--lang", "en", "help").out())
                .contains("Usage");
        assertThat(Ran.in(Map.of("LANG", "en_US"), "help", "--lang=fr").out()).contains("Utilisation");
    }

    @Test
    void refusesALanguageThatItDoesNotSpeak() {
        Ran ran = Ran.corpus("recipe", "check", "--lang", "de", "x.yaml");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).startsWith("corpus: option --lang does not accept \"de\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "recipes|unknown command \"recipes\"; did you mean \"recipe\"?",
                "recipe chek|unknown command \"chek\"; did you mean \"check\"?",
                "recipe|say what to do: check, explain",
                "recipe check|RECIPE is missing",
                "recipe check a.yaml b.yaml|unexpected argument \"b.yaml\"",
                "recipe check --lagn fr a.yaml|unknown option \"--lagn\"; did you mean \"--lang\"?",
                "help nothing|unknown command \"nothing\"",
                "--lang|option --lang needs a value",
                "recipe check a.yaml --lang fr --lang fr|l’option --lang est donnée deux fois",
            })
    void saysWhatIsWrongWithTheCommandLine(String line, String message) {
        Ran ran = Ran.corpus(line.split(" "));
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains(message).doesNotContain("Exception").contains("corpus help");
    }

    @Test
    void tellsTheSameInFrench() {
        Ran ran = Ran.corpus("--lang", "fr", "recipe", "check");
        assertThat(ran.err()).isEqualTo("corpus\u00a0: il manque RECETTE\nVoir\u00a0: corpus help recipe check\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void explainsEveryCommandInBothLanguages(String language) {
        String whole = Ran.corpus("--lang", language, "help").out();
        assertThat(whole)
                .contains("recipe")
                .contains("completion")
                .contains("  0  ")
                .contains("  3  ");
        for (String command : new String[] {"recipe", "recipe check", "recipe explain", "completion", "help"}) {
            Ran help = Ran.corpus(("--lang " + language + " help " + command).split(" "));
            assertThat(help.code()).isZero();
            assertThat(help.err()).isEmpty();
            assertThat(help.out().lines().findFirst())
                    .as("header of " + command)
                    .hasValueSatisfying(header -> assertThat(header).endsWith("."));
            assertThat(Ran.corpus((command + " --lang " + language + " --help").split(" "))
                            .out())
                    .isEqualTo(help.out());
        }
    }

    @Test
    void printsACompletionScriptForEveryCommand() {
        Ran ran = Ran.corpus("completion");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("complete -F _complete_corpus").contains("explain");
    }

    @Test
    void takesAPathThatBeginsWithAnAtSign() {
        assertThat(Ran.corpus("recipe", "check", "@absent.yaml").err())
                .isEqualTo("corpus: @absent.yaml: no such recipe file; give the path of a .yaml file\n");
    }

    @Test
    void showsAStackTraceOnlyWhenAsked() {
        assertThat(Ran.corpus("recipe", "check", "absent.yaml").err()).doesNotContain("\tat ");
        assertThat(Ran.corpus("recipe", "check", "absent.yaml", "--debug").err())
                .contains("\tat ");
    }

    @Test
    void answersAMachineWithOneObjectEvenWhenItFails() {
        Ran ran = Ran.corpus("recipe", "check", "absent.yaml", "--json");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out())
                .isEqualTo(
                        "{\"error\":{\"code\":\"recipe\",\"key\":\"recipe.no-such-file\",\"message\":\"absent.yaml: no"
                                + " such recipe file; give the path of a .yaml file\"}}\n");
    }
}
