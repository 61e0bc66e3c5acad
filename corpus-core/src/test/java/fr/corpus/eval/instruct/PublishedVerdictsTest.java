package fr.corpus.eval.instruct;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.eval.pack.Instruction;
import fr.corpus.eval.pack.PackCatalog;
import fr.corpus.eval.pack.PackItem;
import fr.corpus.internal.io.FileInput;
import fr.corpus.internal.json.JsonTree;
import fr.corpus.testing.SharedFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every response that M-IFEval published and that is at hand, instruction by instruction. */
class PublishedVerdictsTest {

    private static Map<String, Map<?, ?>> byPrompt(Path file) throws IOException {
        Map<String, Map<?, ?>> rows = new HashMap<>();
        try (InputStream in = FileInput.open(file)) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                Map<?, ?> row = (Map<?, ?>) JsonTree.parse(line.getBytes(StandardCharsets.UTF_8));
                rows.put((String) row.get("prompt"), row);
            }
        }
        return rows;
    }

    @Test
    void allVerdictsAreThoseThatWerePublished() throws IOException {
        Path folder = SharedFolder.need("vectors/m-ifeval-fr");
        List<PackItem> items = PackCatalog.load()
                .find("m-ifeval-fr")
                .items(List.of(folder.resolve("fr_input_data.jsonl")))
                .items();
        List<String> different = new ArrayList<>();
        int verdicts = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path responses : files.filter(file -> file.toString().endsWith(".responses.jsonl.zst"))
                    .sorted()
                    .toList()) {
                String model = responses.getFileName().toString().replace(".responses.jsonl.zst", "");
                Map<String, Map<?, ?>> said = byPrompt(responses);
                Map<String, Map<?, ?>> strict = byPrompt(folder.resolve(model + ".strict.jsonl.zst"));
                Map<String, Map<?, ?>> loose = byPrompt(folder.resolve(model + ".loose.jsonl.zst"));
                for (PackItem item : items) {
                    PackItem.Instructions asked = (PackItem.Instructions) item;
                    Verdicts ours = InstructionVerifier.verify(
                            asked, (String) said.get(asked.prompt()).get("response"));
                    Object theirs = strict.get(asked.prompt()).get("follow_instruction_list");
                    Object theirsLoose = loose.get(asked.prompt()).get("follow_instruction_list");
                    if (!ours.strict().equals(theirs) || !ours.loose().equals(theirsLoose)) {
                        different.add(model + " " + item.id() + " "
                                + asked.instructions().stream()
                                        .map(Instruction::id)
                                        .toList() + ours + theirs
                                + theirsLoose);
                    }
                    assertThat(ours.followsAllStrictly())
                            .isEqualTo(!ours.strict().contains(false));
                    verdicts += 2 * ours.strict().size();
                }
            }
        }
        assertThat(verdicts).isEqualTo(6 * 2 * 345);
        assertThat(different).isEmpty();
    }
}
