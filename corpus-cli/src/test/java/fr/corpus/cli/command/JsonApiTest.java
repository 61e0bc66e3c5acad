package fr.corpus.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The objects that commands print for machines have the fields and types of the examples in docs/formats/cli-json.md. */
class JsonApiTest {

    private static final Path PAGE = Path.of("../corpus-core/docs/formats/cli-json.md");
    private static final Pattern EXAMPLE = Pattern.compile("<!-- example: ([a-z0-9-]+) -->\n```json\n(.*?)\n```");

    /** Objects whose keys are data, not fields. */
    private static final Pattern OPEN = Pattern.compile("dropsByReason|evidence|enteredBecause|leftBecause");

    private static final Map<String, JsonNode> EXAMPLES = new HashMap<>();

    @TempDir
    static Path directory;

    @BeforeAll
    static void makeReleases() throws IOException {
        JsonMapper mapper = JsonMapper.shared();
        EXAMPLE.matcher(Files.readString(PAGE))
                .results()
                .forEach(example -> EXAMPLES.put(example.group(1), mapper.readTree(example.group(2))));
        run("build examples/demo/recipe.yaml --out DIR/demo --quiet");
        Files.createDirectory(directory.resolve("data"));
        Files.copy(Path.of("examples/demo/data/savoirs.parquet"), directory.resolve("data/savoirs.parquet"));
        String recipe = """
                recipe: 1
                name: demo
                sources: [ { id: savoirs, format: parquet, paths: data/savoirs.parquet, license-field: licence,
                    fields: { id: id, text: document.texte, title: document.titre, author: document.auteur } } ]
                steps: [ { use: rights.licenses@1, allow: [ ALLOW ] } ]
                """;
        Files.writeString(directory.resolve("a.yaml"), recipe.replace("ALLOW", "CC0-1.0, CC-BY-4.0, etalab-2.0"));
        Files.writeString(directory.resolve("b.yaml"), recipe.replace("ALLOW", "CC0-1.0, CC-BY-4.0"));
        run("build DIR/a.yaml --out DIR/a --quiet");
        run("build DIR/b.yaml --out DIR/b --quiet");
        run("build DIR/b.yaml --out DIR/changed --quiet");
        Files.writeString(directory.resolve("changed/README.fr.md"), "autre chose");
        run("build examples/demo/recipe.yaml --out DIR/stale --quiet");
        run("registry init DIR/registry --origin registre.exemple.fr/reservations");
        run("optout add DIR/registry --holder Anne --url https://demo.example/chroniques/ch-010");
        run("bench generate --megabytes 1 --out DIR/bench --json");
        makeLongWork();
        makeExposedItem();
        Files.writeString(
                directory.resolve("rail.txt"),
                "Le chemin de fer traverse la plaine et la locomotive fume devant la gare.\n".repeat(100));
        Files.writeString(directory.resolve("hyp.txt"), "Où est-ce qu’il va ?\nIl pleut.\n");
        Files.writeString(
                directory.resolve("m.jsonl"),
                "{\"key\":1,\"prompt\":\"Sans virgule.\",\"instruction_id_list\":[\"fr:punctuation:no_comma\"],\"kwargs\":[{}]}\n");
        Files.writeString(
                directory.resolve("r.jsonl"), "{\"prompt\":\"Sans virgule.\",\"response\":\"Oui sans doute.\"}\n");
        run("eval score DIR/r.jsonl --from m-ifeval --pack m-ifeval-fr --data DIR/m.jsonl --report DIR/score.html");
        Files.writeString(directory.resolve("ref.txt"), "Où va-t-il ?\nIl pleut.\n");
        makeRuns();
    }

    /** Two runs on a pack of ours, which answer the same letter to everything. */
    private static void makeRuns() throws IOException {
        for (String letter : List.of("A", "B")) {
            StringBuilder outputs = new StringBuilder();
            try (BufferedReader lines = items()) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    String id = JsonMapper.shared().readTree(line).get("id").asString();
                    outputs.append("{\"item_id\":\"" + id + "\",\"output\":\"" + letter + "\",\"model\":\"" + letter
                            + "\"}\n");
                }
            }
            Path run = Files.createDirectory(directory.resolve("run" + letter));
            Files.writeString(run.resolve("outputs.jsonl"), outputs);
            run("eval score DIR/run" + letter + "/outputs.jsonl --pack fr-varietes --report DIR/run" + letter
                    + "/report.html");
        }
    }

    private static BufferedReader items() {
        return new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        JsonApiTest.class.getResourceAsStream("/fr/corpus/eval/packs/fr-varietes@1/items.jsonl")),
                StandardCharsets.UTF_8));
    }

    /** A release of one work that is long enough to draw excerpts from. */
    private static void makeLongWork() throws IOException {
        String text = new Random(7)
                .ints(8000, 0, 10_000)
                .mapToObj(number -> "mot" + Integer.toString(number, Character.MAX_RADIX))
                .collect(Collectors.joining(" "));
        Files.writeString(directory.resolve("long.txt"), text);
        Files.writeString(directory.resolve("long.yaml"), """
                recipe: 1
                name: long
                sources: [ { id: long, format: text, paths: long.txt, license: CC0-1.0 } ]
                """);
        run("build DIR/long.yaml --out DIR/long --quiet");
    }

    /** A release, with its index, that has the question of the first item of a pack. */
    private static void makeExposedItem() throws IOException {
        try (BufferedReader lines = items()) {
            String question = JsonMapper.shared()
                    .readTree(lines.readLine())
                    .get("question")
                    .asString();
            Files.writeString(directory.resolve("item.txt"), "Au quiz d’hier soir. " + question + " Personne n’a su.");
        }
        Files.writeString(directory.resolve("item.yaml"), """
                recipe: 1
                name: item
                sources: [ { id: item, format: text, paths: item.txt, license: CC0-1.0 } ]
                steps: [ { use: rights.licenses@1, allow: [ CC0-1.0 ] } ]
                """);
        run("build DIR/item.yaml --out DIR/item --index --quiet");
    }

    private static Ran run(String line) {
        return Ran.corpus(line.replace("DIR", directory.toString()).split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "error,2,build absent.yaml --out DIR/x --json",
        "build,0,build examples/demo/recipe.yaml --out DIR/demo --json",
        "verify,0,verify DIR/demo --json",
        "verify-false,3,verify DIR/changed --json",
        "show,0,show DIR/demo --json",
        "show-doc-dropped,0,show DIR/demo --doc ch-034 --json",
        "show-doc-released,0,show DIR/demo --doc ch-010 --json",
        "retract,0,retract DIR/stale --registry DIR/registry --out DIR/fresh --json",
        "sync,0,sync DIR/stale --from DIR/fresh --attest DIR/att.json --key DIR/key --holder-name Anne --quiet --json",
        "verify-attestation,0,verify-proof DIR/att.json --policy DIR/registry/policy.txt --json",
        "diff,0,diff DIR/a DIR/b --json",
        "index,0,index DIR/a --json",
        "whose,0,whose DIR/demo --title Traversée --text Traversée --limit 1 --json",
        "profile,0,profile DIR/rail.txt DIR/rail.txt --json",
        "annotate,0,annotate DIR/hyp.txt --out DIR/layers --json",
        "eval-text,0,eval text DIR/hyp.txt --ref DIR/ref.txt --bootstrap 10 --sentence --json",
        "eval-score,0,eval score DIR/r.jsonl --from m-ifeval --pack m-ifeval-fr --data DIR/m.jsonl --json",
        "eval-run,1,eval run --endpoint http://127.0.0.1:1/v1 --model m --pack fr-consignes --out DIR/asked --json",
        "eval-run-export,0,eval run --model m --pack fr-consignes --export DIR/batch.jsonl --json",
        "eval-compare,0,eval compare DIR/runA DIR/runB --json",
        "eval-verify,0,eval verify DIR/score.json --json",
        "eval-packs,0,eval packs m-ifeval-fr --json",
        "eval-import-pack,0,eval import-pack m-ifeval-fr --from DIR/m.jsonl --out DIR/m --json",
        "eval-contamination,0,eval contamination --pack fr-varietes@1 --release DIR/item --limit 1 --json",
        "bench-generate,0,bench generate --megabytes 1 --out DIR/other --json",
        "bench-t1,0,bench t1 --in DIR/bench --json",
        "bench-reservations,0,bench reservations --selectors 100 --registrations 100 --keys 100 --in DIR --json",
        "bench-registry,0,bench registry --reservations 40 --out DIR/made-registry --json",
        "bench-import,0,bench import --lines 3000 --in DIR --json",
        "bench-recall,0,bench recall --release DIR/long --per-work 2 --json",
        "bench-annotate,0,bench annotate DIR/hyp.txt --passes 1 --json",
        "bench-eval,0,bench eval --segments 50 --answers 50 --resamples 20 --json",
        "recipe-check,0,recipe check examples/demo/recipe.yaml --json"
    })
    void printOneObjectOfTheDocumentedShape(String example, int code, String line) {
        Ran ran = run(line);
        assertThat(ran.code()).as(ran.err()).isEqualTo(code);
        assertThat(ran.out().lines()).hasSize(1);
        assertThat(shape(JsonMapper.shared().readTree(ran.out()), "")).isEqualTo(shape(EXAMPLES.get(example), ""));
    }

    @Test
    void everyCommandForMachinesHasAnExample() {
        assertThat(EXAMPLES).hasSize(33);
    }

    @ParameterizedTest
    @CsvSource({"build", "verify", "show DIR/nowhere", "diff DIR/demo", "bench t1 --in DIR/nowhere", "build --out"})
    void failWithOneObjectToo(String line) {
        Ran ran = run(line + " --json");
        assertThat(ran.code()).isBetween(1, 2);
        assertThat(ran.out().lines()).hasSize(1);
        assertThat(shape(JsonMapper.shared().readTree(ran.out()), "")).isEqualTo(shape(EXAMPLES.get("error"), ""));
        assertThat(ran.err()).startsWith("corpus: ");
    }

    /** Field names and types; of a list the first item stands for all. */
    private static Object shape(JsonNode node, String name) {
        if (node.isObject()) {
            if (OPEN.matcher(name).matches()) {
                return "open object";
            }
            Map<String, Object> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), shape(field.getValue(), field.getKey())));
            return fields;
        }
        if (node.isArray()) {
            return node.isEmpty() ? "empty list" : List.of(shape(node.get(0), name));
        }
        return node.isNumber() ? "number" : node.getNodeType().name();
    }
}
