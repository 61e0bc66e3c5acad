package fr.corpus.cli.demo;

import fr.corpus.eval.pack.PackCatalog;
import fr.corpus.eval.pack.PackItem;
import fr.corpus.hash.CanonicalJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the outputs of the demonstration of evaluations, by three models that do not exist: a good one, a mediocre one, and a mediocre
 * one that learnt the release of the demonstration by heart; and the pages of that release in which items were copied. To be run again,
 * from the folder {@code corpus-cli}, when a pack changes; {@link EvaluationDemoTest} says when that was forgotten.
 */
final class EvaluationDemo {

    static final Path DEMO = Path.of("examples", "evaluation");
    private static final Path SOLUTIONS =
            Path.of("..", "corpus-core", "src", "test", "resources", "eval", "fr-consignes");
    private static final int ITEMS_OF_A_PAGE = 12;

    /** How often a model is right on items of each pack, and on those that stand in the release. */
    private enum Model {
        BON("bon", 0.86, 0.90, 0.93, false),
        MOYEN("moyen", 0.62, 0.68, 0.80, false),
        CONTAMINE("contamine", 0.60, 0.66, 0.80, true);

        private static final double BY_HEART = 0.98;

        private final String folder;
        private final Map<String, Double> share;
        private final boolean learnt;

        Model(String folder, double instructions, double varieties, double pairs, boolean learnt) {
            this.folder = folder;
            this.learnt = learnt;
            share = Map.of("fr-consignes", instructions, "fr-varietes", varieties, "fr-morphosyntaxe", pairs);
        }

        private double share(String pack, boolean copied) {
            return learnt && copied ? BY_HEART : share.getOrDefault(pack, 0.0);
        }
    }

    private final Map<String, List<PackItem>> items = new TreeMap<>();
    private final Map<String, String> solutions = new HashMap<>();
    private final String wrong;

    EvaluationDemo() throws IOException {
        PackCatalog catalog = PackCatalog.load();
        for (String pack : List.of("fr-consignes", "fr-morphosyntaxe", "fr-varietes")) {
            items.put(pack, catalog.find(pack).items());
        }
        for (String line : Files.readAllLines(SOLUTIONS.resolve("solutions.jsonl"))) {
            JsonNode one = JsonMapper.shared().readTree(line);
            solutions.put(one.get("id").asString(), one.get("correct").asString());
        }
        wrong = Files.readString(SOLUTIONS.resolve("fluent-but-wrong.txt"));
    }

    /** Writes all files. */
    public static void main(String[] arguments) throws IOException {
        for (Map.Entry<Path, String> file : new EvaluationDemo().files().entrySet()) {
            Files.createDirectories(file.getKey().getParent());
            byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
            if (file.getKey().toString().endsWith(".gz")) {
                try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file.getKey()))) {
                    out.write(bytes);
                }
            } else {
                Files.write(file.getKey(), bytes);
            }
        }
    }

    /** The texts of all files, decompressed. */
    Map<Path, String> files() {
        Map<Path, String> files = new TreeMap<>();
        for (Model model : Model.values()) {
            items.keySet()
                    .forEach(pack -> files.put(
                            DEMO.resolve(model.folder)
                                    .resolve(pack + (pack.equals("fr-morphosyntaxe") ? ".jsonl.gz" : ".jsonl")),
                            outputs(model, pack)));
        }
        files.put(DEMO.resolve("data/forum.jsonl"), forum());
        return files;
    }

    /** Whether an item was copied into the release: every other item of the two packs whose texts are long enough to be found. */
    private boolean isCopied(String pack, int place) {
        return !pack.equals("fr-morphosyntaxe") && place % 2 == 0;
    }

    private String outputs(Model model, String pack) {
        Random random = new Random(pack.hashCode() * 31L + model.ordinal());
        StringBuilder lines = new StringBuilder();
        List<PackItem> all = items.getOrDefault(pack, List.of());
        for (int place = 0; place < all.size(); place++) {
            boolean right = random.nextDouble() < model.share(pack, isCopied(pack, place));
            Map<String, Object> record = new TreeMap<>();
            record.put("item_id", all.get(place).id());
            record.put("model", "demo-" + model.folder);
            record.put("output", answer(all.get(place), right, random));
            record.put("pack", pack);
            record.put("pack_version", "1");
            lines.append(new String(CanonicalJson.of(record), StandardCharsets.UTF_8))
                    .append('\n');
        }
        return lines.toString();
    }

    private String answer(PackItem item, boolean right, Random random) {
        if (item instanceof PackItem.MinimalPair pair) {
            return pair.goodFirst() == right ? "A" : "B";
        }
        if (item instanceof PackItem.MultipleChoice choice) {
            int answer = choice.answers().get(0);
            int count = choice.choices().size();
            return PackItem.letter(right ? answer : (answer + 1 + random.nextInt(count - 1)) % count);
        }
        return right ? solutions.getOrDefault(item.id(), "") : wrong;
    }

    /** Pages of a forum on which questions of packs were copied with their answers. */
    private String forum() {
        List<String> copied = new ArrayList<>();
        for (Map.Entry<String, List<PackItem>> pack : items.entrySet()) {
            for (int place = 0; place < pack.getValue().size(); place++) {
                if (isCopied(pack.getKey(), place)) {
                    copied.add(quoted(pack.getValue().get(place)));
                }
            }
        }
        StringBuilder lines = new StringBuilder();
        for (int from = 0; from < copied.size(); from += ITEMS_OF_A_PAGE) {
            int number = from / ITEMS_OF_A_PAGE + 1;
            Map<String, Object> page = new TreeMap<>();
            page.put("id", "fil-" + (number < 10 ? "0" : "") + number);
            page.put("titre", "Entraînement, fil n° " + number);
            page.put(
                    "texte",
                    "Voici les questions de la semaine, recopiées pour ceux qui n’étaient pas là.\n\n"
                            + String.join(
                                    "\n\n", copied.subList(from, Math.min(copied.size(), from + ITEMS_OF_A_PAGE))));
            lines.append(new String(CanonicalJson.of(page), StandardCharsets.UTF_8))
                    .append('\n');
        }
        return lines.toString();
    }

    private String quoted(PackItem item) {
        if (item instanceof PackItem.MultipleChoice choice) {
            return choice.question() + "\nC’est bien : "
                    + choice.choices().get(choice.answers().get(0)) + ".";
        }
        return "La consigne : " + ((PackItem.Instructions) item).prompt() + "\nMa réponse : "
                + solutions.getOrDefault(item.id(), "");
    }
}
