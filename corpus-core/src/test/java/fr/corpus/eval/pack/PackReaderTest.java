package fr.corpus.eval.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.RecipeException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PackReaderTest {

    static final String YAML = """
            pack: 1
            id: essai
            version: 1.2
            title: { fr: Essai, en: Trial }
            description: { fr: Pour voir., en: To see. }
            task: multiple-choice
            variety: fr-CH
            license:
              id: CC-BY-4.0
              redistribution: bundle
              declared:
                - { where: fiche, license: CC-BY-4.0 }
                - { where: dépôt, license: MIT }
            prompts:
              - { id: un, text: "{question}\\n{choices}" }
              - { id: deux, text: "{question} ({letters})" }
              - { id: trois, text: "{context}{question}" }
            few-shot: { count: 2, from: items }
            extraction: { rule: letter, after: "La réponse est" }
            metrics: [ acc, acc_norm ]
            groups: [ theme ]
            data:
              source: { fr: nulle part, en: nowhere }
              items: 3
              adapter: { format: table, question: "{q}", choices: [ "{a}", "{b}" ], answer: "{r}", answer-as: letter }
            """;

    private static Pack parse(String yaml) {
        return PackReader.parse(yaml.getBytes(StandardCharsets.UTF_8), "pack.yaml");
    }

    private static String failure(String from, String to) {
        String yaml = YAML.replace(from, to);
        assertThat(yaml).isNotEqualTo(YAML);
        try {
            parse(yaml);
        } catch (RecipeException e) {
            return e.message().in(Locale.ENGLISH);
        }
        throw new AssertionError("accepted: " + to);
    }

    @Test
    void everyKeyIsRead() {
        Pack pack = parse(YAML);
        assertThat(pack.reference()).isEqualTo("essai@1.2");
        assertThat(pack.task()).isEqualTo(Task.MULTIPLE_CHOICE);
        assertThat(pack.about().title().in(Locale.FRENCH)).isEqualTo("Essai");
        assertThat(pack.ledger().isConflicting()).isTrue();
        assertThat(pack.ledger().redistribution().allowsTexts()).isTrue();
        assertThat(pack.prompts()).extracting(Prompt::id).containsExactly("un", "deux", "trois");
        assertThat(pack.fewShot()).isEqualTo(new FewShotRule(2, FewShotRule.ITEMS, java.util.Optional.empty()));
        assertThat(pack.extraction().after()).contains("La réponse est");
        assertThat(pack.data().items()).contains(3L);
        assertThat(pack.data().official().orElseThrow().adapter().fields().get("choices"))
                .containsExactly("{a}", "{b}");
    }

    @Test
    void anUnknownKeyNamesLineAndNearestKey() {
        assertThat(failure("metrics:", "metric:"))
                .isEqualTo("pack.yaml:20: unknown key “metric”; did you mean “metrics”?");
        assertThat(failure("redistribution:", "redistributon:"))
                .contains("pack.yaml:10")
                .contains("“redistribution”");
    }

    @Test
    void unknownWordsNameTheNearestKnownOne() {
        assertThat(failure("task: multiple-choice", "task: multiple-choices"))
                .contains("did you mean “multiple-choice”?");
        assertThat(failure("[ acc, acc_norm ]", "[ acc, acc_nom ]")).contains("did you mean “acc_norm”?");
        assertThat(failure("{letters}", "{leters}")).contains("did you mean “letters”?");
        assertThat(failure("bundle", "bundel")).contains("did you mean “bundle”?");
    }

    @Test
    void twoWordingsAreTooFew() {
        assertThat(failure("  - { id: trois, text: \"{context}{question}\" }\n", ""))
                .contains("at least 3 prompts");
    }

    @Test
    void anotherVersionOfTheFormatIsRefused() {
        assertThat(failure("pack: 1", "pack: 2")).contains("“pack: 1”");
    }

    @Test
    void aDigestHasSixtyFourDigits() {
        assertThat(failure("items: 3", "sha256: abc")).contains("sha256");
    }

    @Test
    void whatIsNotAMappingIsRefused() {
        assertThatThrownBy(() -> parse("- 1")).isInstanceOf(RecipeException.class);
    }
}
