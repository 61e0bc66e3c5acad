package fr.corpus.eval.pack;

import fr.corpus.document.LicenseId;
import fr.corpus.error.RecipeException;
import fr.corpus.hash.Digest;
import fr.corpus.internal.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads {@code pack.yaml}, version 1 (docs/formats/eval-pack.md). Unknown keys and words are errors that name line and nearest
 * known word. Thread-safe.
 */
public final class PackReader {

    private static final long VERSION = 1;
    private static final int MIN_PROMPTS = 3;
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern RELEASE = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,6}){0,3}");
    private static final Pattern EXAMPLES = Pattern.compile("items|[A-Za-z0-9_-]{1,64}\\.jsonl");
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private static final List<String> KEYS = List.of(
            "pack",
            "id",
            "version",
            "title",
            "description",
            "paper",
            "citation",
            "task",
            "variety",
            "license",
            "prompts",
            "few-shot",
            "extraction",
            "metrics",
            "groups",
            "data");
    private static final List<String> LICENSE_KEYS = List.of("id", "redistribution", "declared", "note");
    private static final List<String> DATA_KEYS = List.of("items", "sha256", "source", "known", "adapter");

    private PackReader() {}

    /**
     * A pack from the bytes of its {@code pack.yaml}.
     *
     * @param yaml UTF-8
     * @param file the file's name for messages
     * @throws RecipeException if it is not a pack of version 1, with file and line
     */
    public static Pack parse(byte[] yaml, String file) {
        PackSection root = PackSection.of(new PackPlace(file, 1), file, YamlText.parse(yaml, file))
                .allow(KEYS);
        if (root.integer("pack", 0, Integer.MAX_VALUE, 0) != VERSION) {
            throw root.placeOf("pack").fail("pack-version", String.valueOf(VERSION));
        }
        Task task = Task.of(root.choice("task", Task.words())).orElseThrow();
        return new Pack(
                matching(root, "id", ID),
                matching(root, "version", RELEASE),
                about(root),
                task,
                matching(root, "variety", TAG),
                ledger(root.section("license")),
                prompts(root, task),
                root.optionalSection("few-shot").map(PackReader::fewShot).orElse(FewShotRule.NONE),
                root.optionalSection("extraction").map(PackReader::extraction).orElse(ExtractionRule.WHOLE),
                metrics(root, task),
                root.optionalTexts("groups"),
                data(root.section("data"), task));
    }

    private static String matching(PackSection section, String key, Pattern pattern) {
        String text = section.text(key);
        if (!pattern.matcher(text).matches()) {
            throw section.placeOf(key).fail("pack-bad-value", key, text);
        }
        return text;
    }

    private static Pack.About about(PackSection root) {
        return new Pack.About(
                bilingual(root, "title"),
                bilingual(root, "description"),
                root.optionalText("paper"),
                root.optionalText("citation"));
    }

    private static Bilingual bilingual(PackSection section, String key) {
        PackSection both = section.section(key).allow(List.of("fr", "en"));
        return new Bilingual(both.text("fr"), both.text("en"));
    }

    private static Bilingual optional(PackSection section, String key) {
        return section.node(key).isPresent() ? bilingual(section, key) : Bilingual.NONE;
    }

    private static LicenseLedger ledger(PackSection section) {
        section.allow(LICENSE_KEYS);
        List<LicenseLedger.Declaration> declarations = section.sections("declared").stream()
                .map(declared -> declared.allow(List.of("where", "license")))
                .map(declared -> new LicenseLedger.Declaration(declared.text("where"), declared.text("license")))
                .toList();
        return new LicenseLedger(
                section.optionalText("id").map(LicenseId::of),
                Redistribution.valueOf(
                        section.choice("redistribution", Redistribution.words()).toUpperCase(java.util.Locale.ROOT)),
                declarations,
                optional(section, "note"));
    }

    private static List<Prompt> prompts(PackSection root, Task task) {
        List<Prompt> prompts = new ArrayList<>();
        for (PackSection section : root.sections("prompts")) {
            section.allow(List.of("id", "text"));
            Prompt prompt = new Prompt(matching(section, "id", ID), section.text("text"));
            for (String field : PromptField.names(prompt.text())) {
                if (!PromptField.allowed(task).contains(field)) {
                    throw section.placeOf("text").unknown("pack-unknown-field", field, PromptField.allowed(task));
                }
            }
            if (prompts.stream().anyMatch(other -> other.id().equals(prompt.id()))) {
                throw section.placeOf("id").fail("pack-prompt-twice", prompt.id());
            }
            prompts.add(prompt);
        }
        if (prompts.size() < MIN_PROMPTS) {
            throw root.placeOf("prompts").fail("pack-few-prompts", String.valueOf(MIN_PROMPTS));
        }
        return prompts;
    }

    private static FewShotRule fewShot(PackSection section) {
        section.allow(List.of("count", "from", "sha256"));
        String from = matching(section, "from", EXAMPLES);
        return new FewShotRule(
                (int) section.integer("count", 0, FewShotRule.MOST, 0),
                from,
                from.equals(FewShotRule.ITEMS)
                        ? Optional.empty()
                        : Optional.of(digest(section, "sha256", section.text("sha256"))));
    }

    private static ExtractionRule extraction(PackSection section) {
        section.allow(List.of("rule", "after"));
        return new ExtractionRule(
                ExtractionRule.Kind.ofWord(section.choice("rule", ExtractionRule.Kind.words())),
                section.optionalText("after"));
    }

    private static List<String> metrics(PackSection root, Task task) {
        List<String> metrics = root.texts("metrics");
        for (String metric : metrics) {
            if (!task.metrics().contains(metric)) {
                throw root.placeOf("metrics").unknown("pack-unknown-metric", metric, task.metrics());
            }
        }
        return metrics;
    }

    private static PackData data(PackSection section, Task task) {
        section.allow(DATA_KEYS);
        Optional<Long> items = section.node("items").map(node -> section.integer("items", 1, 100_000_000, 1));
        List<Digest> known = section.optionalTexts("known").stream()
                .map(hex -> digest(section, "known", hex))
                .toList();
        return new PackData(
                items,
                section.optionalText("sha256").map(hex -> digest(section, "sha256", hex)),
                section.optionalSection("adapter")
                        .map(adapter -> new PackData.OfficialFile(AdapterReader.read(adapter, task), known)),
                optional(section, "source"));
    }

    private static Digest digest(PackSection section, String key, String hex) {
        if (!DIGEST.matcher(hex).matches()) {
            throw section.placeOf(key).fail("pack-bad-value", key, hex);
        }
        return Digest.parse(hex);
    }
}
