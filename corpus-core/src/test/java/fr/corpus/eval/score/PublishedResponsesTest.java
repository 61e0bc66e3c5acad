package fr.corpus.eval.score;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.eval.format.JsonLines;
import fr.corpus.internal.io.FileInput;
import fr.corpus.testing.SharedFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code corpus eval score --from m-ifeval --items} writes of the responses that M-IFEval published. */
class PublishedResponsesTest {

    @TempDir
    Path folder;

    private static Map<Object, Map<String, ?>> byPrompt(Path file) throws IOException {
        Map<Object, Map<String, ?>> rows = new HashMap<>();
        try (InputStream in = FileInput.open(file)) {
            JsonLines.read(in, file.toString(), (line, value) -> {
                Map<String, ?> row = JsonValues.map(value);
                rows.put(row.get("prompt"), row);
            });
        }
        return rows;
    }

    @Test
    void everyItemHasItsPromptItsOutputAndThePublishedVerdictsInTheOrderOfItsInstructions() throws IOException {
        Path shared = SharedFolder.need("vectors/m-ifeval-fr");
        List<Path> files;
        try (Stream<Path> all = Files.list(shared)) {
            files = all.filter(file -> file.toString().endsWith(".responses.jsonl.zst"))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSize(6);
        for (Path responses : files) {
            String model = String.valueOf(responses.getFileName()).replace(".responses.jsonl.zst", "");
            Path out = folder.resolve(model + ".jsonl");
            ItemScores.write(
                    Scoring.of(
                            ScoreRequest.of(responses, OutputFormat.M_IFEVAL, "m-ifeval-fr")
                                    .withData(List.of(shared.resolve("fr_input_data.jsonl"))),
                            1),
                    out);
            Map<Object, Map<String, ?>> said = byPrompt(responses);
            Map<Object, Map<String, ?>> strict = byPrompt(shared.resolve(model + ".strict.jsonl.zst"));
            Map<Object, Map<String, ?>> loose = byPrompt(shared.resolve(model + ".loose.jsonl.zst"));
            Map<Object, Map<String, ?>> ours = byPrompt(out);
            assertThat(ours.keySet()).as(model).isEqualTo(strict.keySet());
            ours.forEach((prompt, item) -> {
                assertThat(item.get("item_id")).isNotNull();
                assertThat(item.get("output")).isEqualTo(said.get(prompt).get("response"));
                assertThat(item.get("strict")).isEqualTo(strict.get(prompt).get("follow_instruction_list"));
                assertThat(item.get("loose")).isEqualTo(loose.get(prompt).get("follow_instruction_list"));
            });
        }
    }
}
