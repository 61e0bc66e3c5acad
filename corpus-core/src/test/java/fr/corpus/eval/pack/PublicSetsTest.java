package fr.corpus.eval.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One row of our own in the official form of each public set becomes the item that it should. */
class PublicSetsTest {

    @TempDir
    Path folder;

    private static Arguments set(String pack, String file, String text, String... seen) {
        return Arguments.of(pack, file, text, List.of(seen));
    }

    private static final String NLI = "{\"premise\":\"Il dort.\",\"hypothesis\":\"Il rêve.\",\"label\":1}";
    private static final String ABCD =
            "\"question\":\"Où ?\",\"option_a\":\"ici\",\"option_b\":\"là\",\"option_c\":\"loin\",\"option_d\":\"près\"";
    private static final String FOUR =
            "\"question\":\"Il <...>.\",\"answerA\":\"va\",\"answerB\":\"vas\",\"answerC\":\"vont\",\"answerD\":\"allons\",\"answer\":\"A\"";
    private static final String SQUAD =
            "{\"data\":[{\"title\":\"T\",\"paragraphs\":[{\"context\":\"Le chat dort.\",\"qas\":[{\"id\":\"q1\",\"question\":\"Qui ?\",\"answers\":[{\"text\":\"Le chat\",\"answer_start\":0}]}]}]}]}";

    static Stream<Arguments> sets() {
        return Stream.of(
                set(
                        "belebele-fr",
                        "fra_Latn.jsonl",
                        "{\"link\":\"u\",\"question_number\":2,\"flores_passage\":\"Il pleut.\",\"question\":\"Quel temps ?\",\"mc_answer1\":\"beau\",\"mc_answer2\":\"pluie\",\"mc_answer3\":\"neige\",\"mc_answer4\":\"vent\",\"correct_answer_num\":\"2\",\"dialect\":\"fra_Latn\",\"ds\":\"x\"}",
                        "\"id\":\"u#2\"",
                        "\"answers\":[1]",
                        "\"cluster\":\"u\""),
                set("xnli-fr", "fr.jsonl", NLI, "\"answers\":[1]", "\"context\":\"Il dort.\""),
                set(
                        "xnli-fr",
                        "xnli.test.tsv",
                        "language\tgold_label\tsentence1\tsentence2\tpairID\nde\tneutral\tEr\tSie\t1\nfr\tentailment\tIl dort.\tOn dort.\t2\n",
                        "\"id\":\"2\"",
                        "\"answers\":[0]"),
                set(
                        "paws-x-fr",
                        "test_2k.tsv",
                        "id\tsentence1\tsentence2\tlabel\n1\tA \"b\t\"A b\t1\n",
                        "\"answers\":[1]",
                        "\"context\":\"A \\\"b\""),
                set("mgsm-fr", "mgsm_fr.tsv", "Combien font deux et deux ?\t4\n", "\"answers\":[\"4\"]"),
                set(
                        "multiblimp-fr",
                        "data.tsv",
                        "sen\twrong_sen\tphenomenon\nIl va.\tIl vont.\tSV-#\n",
                        "\"good\":\"Il va.\"",
                        "\"phenomenon\":\"SV-#\""),
                set(
                        "global-mmlu-fr",
                        "t.jsonl",
                        "{" + ABCD + ",\"answer\":\"C\",\"sample_id\":\"s/1\",\"subject\":\"droit\"}",
                        "\"answers\":[2]",
                        "\"id\":\"s/1\""),
                set("global-mmlu-lite-fr", "t.jsonl", "{" + ABCD + ",\"answer\":\"D\"}", "\"answers\":[3]"),
                set(
                        "include-44-fr",
                        "t.jsonl",
                        "{" + ABCD + ",\"answer\":1,\"domain\":\"code\"}",
                        "\"answers\":[1]",
                        "\"domain\":\"code\""),
                set(
                        "mmmlu-fr",
                        "mmlu_FR-FR.csv",
                        ",Question,A,B,C,D,Answer,Subject\n0,\"Où, ici ?\",a,b,c,d,B,droit\n",
                        "\"answers\":[1]",
                        "Où, ici"),
                set(
                        "global-piqa-fr-fr",
                        "t.tsv",
                        "prompt\tsolution0\tsolution1\tlabel\tlanguage\nFaire du thé :\tbouillir\tgeler\t0\tfra_latn_fran\n",
                        "\"answers\":[0]",
                        "\"variety\":\"fr-FR\""),
                set(
                        "global-piqa-fr-ca",
                        "t.jsonl",
                        "{\"prompt\":\"La tuque se met\",\"solution0\":\"au pied\",\"solution1\":\"sur la tête\",\"label\":1}",
                        "\"answers\":[1]",
                        "\"variety\":\"fr-CA\""),
                set("fquad@1.1", "valid.json", SQUAD, "\"answers\":[\"Le chat\"]", "\"cluster\":\"p0\""),
                set(
                        "fquad@2.0",
                        "v.jsonl",
                        "{\"id\":\"7\",\"context\":\"Rien.\",\"question\":\"Qui ?\",\"answers\":{\"text\":[],\"answer_start\":[]}}",
                        "\"answers\":[]",
                        "\"id\":\"7\""),
                set("piaf", "piaf.json", SQUAD, "\"id\":\"q1\""),
                set(
                        "orangesum-abstract",
                        "t.jsonl",
                        "{\"text\":\"Long article.\",\"summary\":\"Bref.\"}",
                        "\"references\":[\"Bref.\"]"),
                set(
                        "orangesum-title",
                        "t.jsonl",
                        "{\"text\":\"Long article.\",\"summary\":\"Titre\"}",
                        "\"input\":\"Long article.\""),
                set(
                        "xlsum-fr",
                        "french_test.jsonl",
                        "{\"id\":\"a\",\"url\":\"u\",\"title\":\"t\",\"summary\":\"s\",\"text\":\"x\"}",
                        "\"id\":\"a\""),
                set(
                        "frenchmedmcqa",
                        "test.json",
                        "[{\"id\":\"f\",\"question\":\"Q\",\"answers\":{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\",\"d\":\"4\",\"e\":\"5\"},\"correct_answers\":[\"a\",\"d\"],\"type\":\"multiple\"}]",
                        "\"answers\":[0,3]"),
                set("gqnli-fr", "t.jsonl", NLI.replace("1}", "\"2\",\"uid\":9}"), "\"answers\":[2]", "\"id\":\"9\""),
                set("rte3-fr", "t.jsonl", NLI, "\"answers\":[1]"),
                set("daccord", "t.jsonl", NLI, "\"answers\":[1]"),
                set(
                        "crows-pairs-fr",
                        "c.csv",
                        "\tsent_more\tsent_less\tstereo_antistereo\tbias_type\n1\tA\tB\tstereo\tage\n",
                        "\"good\":\"A\"",
                        "\"bias\":\"age\""),
                set(
                        "hatecheck-fr",
                        "h.csv",
                        "mhc_case_id,functionality,test_case,label_gold\nf-1,slur,Bonjour.,non-hateful\n",
                        "\"answers\":[1]"),
                set(
                        "mintaka-fr",
                        "m.json",
                        "[{\"id\":\"m\",\"question\":\"Who?\",\"translations\":{\"fr\":\"Qui ?\"},\"category\":\"c\",\"answer\":{\"mention\":\"Zola\"}}]",
                        "\"question\":\"Qui ?\"",
                        "\"answers\":[\"Zola\"]"),
                set(
                        "french-bench-arc",
                        "a.jsonl",
                        "{\"id\":\"1\",\"question\":\"Q\",\"choices\":[\"a\",\"b\",\"c\",\"d\"],\"answerKey\":\"B\"}",
                        "\"answers\":[1]"),
                set(
                        "french-bench-hellaswag",
                        "h.jsonl",
                        "{\"activity_label\":\"Ski\",\"ctx_a\":\"Il part.\",\"ctx_b\":\"il\",\"endings\":[\"tombe\",\"vole\"],\"label\":\"0\"}",
                        "Ski : Il part. il",
                        "\"answers\":[0]"),
                set(
                        "french-bench-boolqa",
                        "b.jsonl",
                        "{\"passage\":\"P\",\"question\":\"Q\",\"label\":1}",
                        "\"answers\":[0]"),
                set("french-bench-grammar", "g.jsonl", "{" + FOUR + "}", "\"answers\":[0]"),
                set("french-bench-vocab", "g.jsonl", "{" + FOUR + "}", "\"answers\":[0]"),
                set("french-bench-reading", "g.jsonl", "{\"context\":\"C\"," + FOUR + "}", "\"cluster\":\"C\""),
                set(
                        "french-bench-trivia",
                        "t.jsonl",
                        "{\"Question\":\"Qui ?\",\"Answer\":\"Zola\"}",
                        "\"answers\":[\"Zola\"]"),
                set(
                        "french-bench-topic-nli",
                        "t.jsonl",
                        "{\"text\":\"Bon repas.\",\"topic\":\"repas\",\"polarity\":\"positif\"}",
                        "\"answers\":[0]",
                        "repas"),
                set(
                        "qfrcola",
                        "test.tsv",
                        "label\tsentence\tsource\tcategory\n0\tIl vont.\tpage\tsyntax\n",
                        "\"answers\":[1]",
                        "\"cluster\":\"page\""),
                set(
                        "qfrblimp",
                        "t.jsonl",
                        "{\"sentence_a\":\"Il va.\",\"sentence_b\":\"Il vont.\",\"label\":0,\"category\":\"x\"}",
                        "\"answers\":[0]"),
                set(
                        "qfrcore",
                        "t.jsonl",
                        "{\"expression\":\"être aux oiseaux\",\"choices\":[\"ravi\",\"perdu\"],\"correct_index\":0}",
                        "\"answers\":[0]",
                        "\"variety\":\"fr-CA\""),
                set(
                        "qfrcort",
                        "t.jsonl",
                        "{\"terme\":\"tuque\",\"choices\":[\"gant\",\"bonnet\"],\"correct_index\":1}",
                        "\"answers\":[1]"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("sets")
    void aRowBecomesItsItem(String pack, String file, String text, List<String> seen) throws IOException {
        Path path = Files.writeString(folder.resolve(file), text);
        List<PackItem> items =
                PackCatalog.load().find(pack).items(List.of(path)).items();
        assertThat(items).hasSize(1);
        String line = new String(ItemFile.write(items), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(line).contains(seen);
        for (Prompt prompt : PackCatalog.load().find(pack).pack().prompts()) {
            assertThat(prompt.render(items.get(0))).doesNotContainPattern("\\{[a-z-]+\\}");
        }
    }

    @Test
    void everyPackThatIsReadFromAFileIsTried() {
        List<String> tried = new ArrayList<>(List.of("flores200-en-fr@1", "wmt14-en-fr@1", "m-ifeval-fr@1"));
        sets().forEach(set -> {
            String name = (String) set.get()[0];
            tried.add(name.contains("@") ? name : name.equals("piaf") ? "piaf@1.1" : name + "@1");
        });
        assertThat(PackCatalog.load().packs().stream()
                        .filter(stored -> !stored.carriesItems())
                        .map(stored -> stored.pack().reference()))
                .isSubsetOf(tried)
                .hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(strings = {"flores200-en-fr", "wmt14-en-fr"})
    void twoFilesAreReadLineByLine(String pack) throws IOException {
        Path source = Files.writeString(folder.resolve("eng_Latn.devtest"), "It rains.\nHe\u2028goes.\n");
        Path target = Files.writeString(folder.resolve("fra_Latn.devtest"), "Il pleut.\r\nIl va.\n");
        StoredPack stored = PackCatalog.load().find(pack);
        assertThat(stored.items(List.of(source, target)).items())
                .extracting(item -> ((PackItem.Generation) item).references().get(0))
                .containsExactly("Il pleut.", "Il va.");
        assertThatThrownBy(() -> stored.items(List.of(source))).hasMessageContaining("two files");
        Path shorter = Files.writeString(folder.resolve("x"), "Il pleut.\n");
        assertThatThrownBy(() -> stored.items(List.of(source, shorter))).hasMessageContaining("2 and 1");
    }

    @Test
    void tablesOfAHubAreReadFromParquet() throws IOException, SQLException {
        Path parquet = folder.resolve("test.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "COPY (SELECT 'q' AS question, ['a','b','c'] AS choices, 'C' AS \"answerKey\", '1' AS id) TO '"
                            + parquet + "' (FORMAT parquet)");
        }
        PackItem item = PackCatalog.load()
                .find("french-bench-arc")
                .items(List.of(parquet))
                .items()
                .get(0);
        assertThat(((PackItem.MultipleChoice) item).choices()).containsExactly("a", "b", "c");
        assertThat(((PackItem.MultipleChoice) item).answers()).containsExactly(2);
    }

    @Test
    void frenchMedMcqaIsReadWhole() throws IOException {
        Path file = SharedFolder.need("data/qa/frenchmedmcqa-dev.json");
        List<PackItem> items =
                PackCatalog.load().find("frenchmedmcqa").items(List.of(file)).items();
        assertThat(items).hasSize(312);
        assertThat(items)
                .anyMatch(item -> ((PackItem.MultipleChoice) item).answers().size() > 1);
    }

    @Test
    void anImportOfAFreeSetStandsAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("mgsm_fr.tsv"), "Combien font deux et deux ?\t4\n");
        Path out = folder.resolve("pack");
        PackImport made = PackImport.make(PackCatalog.load().find("mgsm-fr"), List.of(file), out);
        assertThat(made.withTexts()).isTrue();
        assertThat(made.imported().known()).isEqualTo(ImportedItems.Agreement.UNKNOWN);
        assertThat(PackCatalog.open(out).items()).isEqualTo(made.imported().items());
        assertThatThrownBy(() -> PackImport.make(PackCatalog.load().find("mgsm-fr"), List.of(file), out))
                .hasMessageContaining("holds something");
    }

    @Test
    void anImportOfAWithheldSetHoldsNoText() throws IOException {
        Path file = Files.writeString(
                folder.resolve("valid.json"),
                "{\"data\":[{\"title\":\"Tigre\",\"paragraphs\":[{\"context\":\"Le zèbre dort.\",\"qas\":[{\"id\":\"q1\",\"question\":\"Qui somnole ?\",\"answers\":[{\"text\":\"Le zèbre\",\"answer_start\":0}]}]}]}]}");
        Path out = folder.resolve("pack");
        PackImport made = PackImport.make(PackCatalog.load().find("fquad@1.1"), List.of(file), out);
        assertThat(made.withTexts()).isFalse();
        try (Stream<Path> files = Files.list(out)) {
            for (Path written : files.toList()) {
                assertThat(Files.readString(written)).doesNotContain("zèbre", "somnole", "Tigre");
            }
        }
        StoredPack again = PackCatalog.open(out);
        assertThatThrownBy(again::items).hasMessageContaining("--data");
        assertThat(again.items(List.of(file)).items()).isEqualTo(made.imported().items());
    }
}
