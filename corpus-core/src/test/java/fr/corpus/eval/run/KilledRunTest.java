package fr.corpus.eval.run;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.eval.format.OutputRecord;
import fr.corpus.eval.format.OutputRecords;
import fr.corpus.internal.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledRunTest {

    private static final int KILLED_AT = 150;

    @TempDir
    Path folder;

    @Test
    void goesOnAfterAKillWithoutAskingWhatIsInItsJournal() throws Exception {
        Path run = folder.resolve("run");
        CountDownLatch far = new CountDownLatch(KILLED_AT);
        try (LoopbackModel model = new LoopbackModel(call -> {
            far.countDown();
            call.chat("B.");
        })) {
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            RunChild.class.getName(),
                            model.address(),
                            run.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("child.txt").toFile())
                    .start();
            boolean reached = far.await(90, TimeUnit.SECONDS);
            child.destroyForcibly();
            child.waitFor();
            assertThat(reached)
                    .as(Files.readString(folder.resolve("child.txt")))
                    .isTrue();

            Set<String> kept = new HashSet<>();
            List<String> lines = Files.readAllLines(run.resolve("journal.jsonl"));
            for (String line : lines.subList(0, lines.size() - 1)) {
                Map<?, ?> one = (Map<?, ?>) JsonTree.parse(line.getBytes(StandardCharsets.UTF_8));
                assertThat(one).isNotNull();
                kept.add(String.valueOf(one.get("item_id")));
            }
            assertThat(kept).hasSizeBetween(KILLED_AT / 2, 437);
            int before = model.bodies().size();
            RunRequest request = RunRequest.of("fr-varietes@1", "modele", run).with(RunMethod.CHAT);
            try (EvaluationRun resumed = EvaluationRun.open(request)) {
                RunResult result = resumed.execute(
                        ServerAddress.parse(model.address()), Optional.empty(), Traffic.USUAL, RunListener.SILENT);
                assertThat(result.isComplete()).isTrue();
                assertThat(result.earlier()).isGreaterThanOrEqualTo(kept.size());
                assertThat(model.bodies()).hasSize(before + 437 - result.earlier());
            }
            List<String> ids = new ArrayList<>();
            OutputRecords.read(run.resolve("outputs.jsonl")).stream()
                    .map(OutputRecord::itemId)
                    .forEach(ids::add);
            assertThat(ids).hasSize(437).doesNotHaveDuplicates();
        }
    }
}
