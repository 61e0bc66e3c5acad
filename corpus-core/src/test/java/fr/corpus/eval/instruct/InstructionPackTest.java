package fr.corpus.eval.instruct;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.eval.format.JsonLines;
import fr.corpus.eval.pack.PackCatalog;
import fr.corpus.eval.pack.PackItem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class InstructionPackTest {

    private static final String FOLDER = "/eval/fr-consignes/";

    private static InputStream resource(String name) {
        InputStream in = InstructionPackTest.class.getResourceAsStream(FOLDER + name);
        assertThat(in).as(name).isNotNull();
        return java.util.Objects.requireNonNull(in);
    }

    private static List<PackItem.Instructions> items() throws IOException {
        return PackCatalog.load().find("fr-consignes@1").items().stream()
                .map(PackItem.Instructions.class::cast)
                .toList();
    }

    private static Map<String, String> solutions() throws IOException {
        Map<String, String> solutions = new HashMap<>();
        try (InputStream in = resource("solutions.jsonl")) {
            JsonLines.read(in, "solutions.jsonl", (line, value) -> {
                Map<?, ?> one = (Map<?, ?>) java.util.Objects.requireNonNull(value);
                solutions.put((String) one.get("id"), (String) one.get("correct"));
            });
        }
        return solutions;
    }

    @Test
    void everyRightAnswerPasses() throws IOException {
        Map<String, String> solutions = solutions();
        List<String> failed = new ArrayList<>();
        for (PackItem.Instructions item : items()) {
            Verdicts verdicts = InstructionVerifier.verify(item, String.valueOf(solutions.get(item.id())));
            if (!verdicts.followsAllStrictly() || !verdicts.followsAllLoosely()) {
                failed.add(item.id() + " " + verdicts + " " + solutions.get(item.id()));
            }
        }
        assertThat(failed).isEmpty();
        assertThat(solutions).hasSameSizeAs(items());
    }

    @Test
    void aFluentAnswerThatHeedsNothingFailsEverywhere() throws IOException {
        String fluent;
        try (InputStream in = resource("fluent-but-wrong.txt")) {
            fluent = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String> passed = new ArrayList<>();
        for (PackItem.Instructions item : items()) {
            Verdicts verdicts = InstructionVerifier.verify(item, fluent);
            if (verdicts.followsAllStrictly() || verdicts.followsAllLoosely()) {
                passed.add(item.id());
            }
        }
        assertThat(passed).isEmpty();
    }

    @Test
    void thePackTriesEveryVerifierOfItsOwn() throws IOException {
        TreeSet<String> used = new TreeSet<>();
        items().forEach(item -> item.instructions().forEach(instruction -> used.add(instruction.id())));
        assertThat(used)
                .containsExactlyElementsOf(
                        new TreeSet<>(ConsigneVerifiers.byId().keySet()));
        assertThat(items())
                .hasSizeGreaterThanOrEqualTo(150)
                .allSatisfy(item -> assertThat(item.facts().rationale()).isPresent());
    }

    @Test
    void promptsAreWrittenInFrenchTypography() throws IOException {
        assertThat(items())
                .allSatisfy(item -> assertThat(item.prompt())
                        .doesNotContain("'")
                        .doesNotContainPattern("[ \\p{L}\\d][:;?!»](?:[\\s,.]|$)")
                        .doesNotContainPattern("« |  "));
    }
}
