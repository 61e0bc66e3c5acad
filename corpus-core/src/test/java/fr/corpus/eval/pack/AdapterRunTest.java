package fr.corpus.eval.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.RecipeException;
import fr.corpus.testing.SharedFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdapterRunTest {

    @TempDir
    Path folder;

    private StoredPack pack(String yaml) throws IOException {
        Files.writeString(folder.resolve("pack.yaml"), yaml);
        return PackCatalog.open(folder);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private List<PackItem> read(String name, String text) throws IOException {
        return pack(PackReaderTest.YAML).items(List.of(file(name, text))).items();
    }

    private static PackItem.MultipleChoice first(List<PackItem> items) {
        return (PackItem.MultipleChoice) items.get(0);
    }

    @Test
    void rowsAreReadFromEveryContainerAlike() throws IOException {
        String object = "{\"q\":\"Où ?\",\"a\":\"ici\",\"b\":\"là\",\"r\":\"B\"}";
        List<PackItem> lines = read("x.jsonl", object + "\n" + object.replace("Où", "Quand") + "\n");
        assertThat(lines).hasSize(2);
        assertThat(first(lines).answers()).containsExactly(1);
        assertThat(first(lines).facts().variety()).isEqualTo("fr-CH");
        assertThat(read("x.json", "[" + object + "]")).isEqualTo(lines.subList(0, 1));
        assertThat(read("x.json", "{\"version\":1,\"data\":[" + object + "]}")).isEqualTo(lines.subList(0, 1));
        assertThat(read("x.json", "{\"rows\":[{\"row_idx\":0,\"row\":" + object + "}]}"))
                .isEqualTo(lines.subList(0, 1));
        assertThat(read("x.csv", "\uFEFFq,a,b,r\r\n\"Où ?\",ici,là,B\r\n")).isEqualTo(lines.subList(0, 1));
        assertThat(read("x.csv", "q;a;b;r\nOù ?;ici;là;B")).isEqualTo(lines.subList(0, 1));
        assertThat(read("x.tsv", "q\ta\tb\tr\nOù ?\tici\tlà\tB\n")).isEqualTo(lines.subList(0, 1));
    }

    @Test
    void quotationMarksEncloseFieldsInCsvAndMeanNothingBetweenTabs() throws IOException {
        assertThat(first(read("x.csv", "q,a,b,r\n\"dit-il,\n\"\"oui\"\"\",1,2,A\n"))
                        .question())
                .isEqualTo("dit-il,\n\"oui\"");
        assertThat(first(read("x.tsv", "q\ta\tb\tr\n\"oui\t1\t2\tA\n")).question())
                .isEqualTo("\"oui");
    }

    @Test
    void whatIsWrongIsSaidWithItsLine() {
        assertThatThrownBy(() -> read("x.csv", "q,a,b,r\n1,2,3\n"))
                .hasMessageContaining("x.csv:2")
                .hasMessageContaining("4");
        assertThatThrownBy(() -> read("x.csv", "q,a,b\n1,2,3\n")).hasMessageContaining("“r”");
        assertThatThrownBy(() -> read("x.csv", "q,a,b,r\n\"1,2,3,A\n")).hasMessageContaining("never closed");
        assertThatThrownBy(() -> read("x.csv", "q,a,b,r\n1,2,3,Z\n")).isInstanceOf(RecipeException.class);
        assertThatThrownBy(() -> read("x.jsonl", "{\"q\":1}\n{")).isInstanceOf(RecipeException.class);
        assertThatThrownBy(() -> read("x.json", "{\"data\":[1]}")).hasMessageContaining("object");
        assertThatThrownBy(() -> read("x.csv", "q,a,b,r\n")).hasMessageContaining("no row");
        assertThatThrownBy(() -> pack(PackReaderTest.YAML).items(List.of(Path.of("absent.csv"))))
                .hasMessageContaining("absent.csv");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws IOException {
        Path file = Files.write(folder.resolve("x.csv"), "q,a,b,r\né,1,2,A".getBytes(StandardCharsets.ISO_8859_1));
        StoredPack pack = pack(PackReaderTest.YAML);
        assertThatThrownBy(() -> pack.items(List.of(file))).hasMessageContaining("UTF-8");
    }

    @Test
    void aQuestionWithoutAnswerInThePassageHasNone() throws IOException {
        Path file = file("q.json", """
                {"data":[{"title":"T","paragraphs":[{"context":"Le chat dort.","qas":[
                 {"id":"a","question":"Qui dort ?","answers":[{"text":"Le chat","answer_start":0},{"text":"Le chat","answer_start":0}]},
                 {"id":"b","question":"Qui mange ?","answers":[],"is_impossible":true}]}]}]}
                """);
        List<PackItem> items =
                PackCatalog.load().find("piaf").items(List.of(file)).items();
        assertThat(((PackItem.ShortAnswer) items.get(0)).answers()).containsExactly("Le chat");
        assertThat(((PackItem.ShortAnswer) items.get(1)).answers()).isEmpty();
        assertThat(items.get(0).facts().cluster())
                .isEqualTo(items.get(1).facts().cluster());
    }

    @Test
    void piafIsReadWhole() throws IOException {
        Path file = SharedFolder.need("data/qa/piaf-v1.1-part.json");
        ImportedItems read = PackCatalog.load().find("piaf@1.1").items(List.of(file));
        assertThat(read.items())
                .hasSize(3709)
                .allMatch(item -> item.facts().cluster().isPresent());
        assertThat(read.files().get(0).bytes()).isEqualTo(Files.size(file));
    }

    @Test
    void theFrenchPromptsOfMIfevalAreReadWithTheirInstructions() throws IOException {
        Path file = SharedFolder.need("vectors/m-ifeval-fr/fr_input_data.jsonl");
        List<PackItem> items =
                PackCatalog.load().find("m-ifeval-fr").items(List.of(file)).items();
        assertThat(items).hasSize(235);
        assertThat(items.stream()
                        .mapToInt(item ->
                                ((PackItem.Instructions) item).instructions().size())
                        .sum())
                .isEqualTo(345);
    }

    @Test
    void pinnedItemsMustBeTheSame() throws IOException {
        Path data = file("x.csv", "q,a,b,r\nOù ?,ici,là,B\n");
        StoredPack pack = pack(PackReaderTest.YAML);
        Files.write(
                folder.resolve("pins.jsonl"),
                PinFile.write(pack.items(List.of(data)).items()));
        assertThat(pack.items(List.of(data)).items()).hasSize(1);
        Path other = file("y.csv", "q,a,b,r\nOù ?,ici,là,A\n");
        assertThatThrownBy(() -> pack.items(List.of(other))).isInstanceOf(IntegrityException.class);
        Path more = file("z.csv", "q,a,b,r\nOù ?,ici,là,B\nQui ?,1,2,A\n");
        assertThatThrownBy(() -> pack.items(List.of(more))).isInstanceOf(IntegrityException.class);
    }

    @Test
    void templatesReachIntoObjectsAndLists() {
        Map<String, Object> row = Map.of("n", 3.0, "o", Map.of("t", List.of("x", "y")), "l", List.of(Map.of("t", "z")));
        assertThat(new Template("{o.t}").texts(row)).containsExactly("x", "y");
        assertThat(new Template("{l.t}").texts(row)).containsExactly("z");
        assertThat(new Template("{o.t}-{n}").texts(row)).containsExactly("x-3");
        assertThatThrownBy(() -> new Template("{o.u}").texts(row)).hasMessage("o.u");
    }
}
