package fr.corpus.recipe;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.internal.yaml.YamlNode;
import fr.corpus.internal.yaml.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads recipes: YAML 1.2, core schema, no code. Unknown keys, wrong types, duplicate ids and steps out of order are
 * errors that name file, line and what is allowed. Thread-safe.
 */
public final class RecipeReader {

    private static final long VERSION = 1;

    /** The manifest holds the seed as a JSON number. */
    private static final long MAX_SEED = 1L << 53;

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{3}");
    private static final List<String> KEYS =
            List.of("recipe", "name", "seed", "language", "sources", "steps", "output");
    private static final List<String> OUTPUT_KEYS = List.of("shard-bytes", "compression", "keys");
    private static final List<String> COMPRESSIONS = List.of("zstd", "snappy", "gzip", "none");

    private final StepCatalog catalog;

    RecipeReader(StepCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Reads a recipe without looking at its sources.
     *
     * @throws RecipeException if it is absent or wrong, with file and line
     * @throws IOException if it cannot be read
     */
    public static Recipe read(Path file) throws IOException {
        return new RecipeReader(StepCatalog.standard()).readFile(file);
    }

    Recipe readFile(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new RecipeException(UserMessage.of("recipe.is-directory", file.toString()));
        }
        try {
            if (Files.size(file) > YamlText.MAX_BYTES) {
                throw new RecipeException(
                        UserMessage.of("recipe.yaml-too-large", file.toString(), String.valueOf(YamlText.MAX_BYTES)));
            }
            Path directory =
                    Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file.toAbsolutePath());
            return read(Files.readAllBytes(file), directory, String.valueOf(file.getFileName()));
        } catch (NoSuchFileException e) {
            throw new RecipeException(UserMessage.of("recipe.no-such-file", file.toString()), e);
        }
    }

    Recipe read(byte[] yaml, Path directory, String fileName) {
        Place top = new Place(fileName, 1, "");
        Section root = Section.of(top, fileName, YamlText.parse(yaml, fileName)).allow(KEYS);
        if (root.integer("recipe", Long.MIN_VALUE, Long.MAX_VALUE, 0) != VERSION) {
            throw root.placeOf("recipe").fail("unknown-version", String.valueOf(VERSION));
        }
        String name = root.text("name");
        if (!NAME.matcher(name).matches()) {
            throw root.placeOf("name").fail("bad-name", name);
        }
        List<String> languages = root.node("language").isPresent() ? root.texts("language") : List.of("fra");
        languages.forEach(language -> checkLanguage(root.placeOf("language"), language));
        return new Recipe(
                name,
                root.integer("seed", -MAX_SEED, MAX_SEED, 0),
                languages,
                sources(root),
                steps(root),
                root.node("output")
                        .map(node -> output(root.placeOf("output"), node))
                        .orElse(RecipeOutput.DEFAULT),
                directory,
                fileName);
    }

    private static void checkLanguage(Place place, String language) {
        if (LANGUAGE.matcher(language).matches()) {
            return;
        }
        String threeLetters = "";
        if (language.length() == 2) {
            try {
                threeLetters = Locale.forLanguageTag(language).getISO3Language();
            } catch (java.util.MissingResourceException unknown) {
                threeLetters = "";
            }
        }
        throw threeLetters.isEmpty()
                ? place.fail("bad-language", language)
                : place.fail("bad-language-near", language, threeLetters);
    }

    private static List<RecipeSource> sources(Section root) {
        List<RecipeSource> sources = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlNode item : root.items("sources")) {
            RecipeSource source = SourceReader.read(Section.of(root.place(), "sources", item));
            if (!ids.add(source.id())) {
                throw root.place().at(source.line()).fail("duplicate-source", source.id());
            }
            sources.add(source);
        }
        return sources;
    }

    private List<RecipeStep> steps(Section root) {
        if (root.node("steps").isEmpty()) {
            return List.of();
        }
        List<RecipeStep> steps = new ArrayList<>();
        for (YamlNode item : root.items("steps")) {
            Section section = Section.of(root.place(), "steps", item);
            RecipeStep step = new StepReader(catalog, section).read();
            for (RecipeStep earlier : steps) {
                checkOrder(section.place(), earlier, step);
            }
            steps.add(step);
        }
        return steps;
    }

    private static void checkOrder(Place place, RecipeStep earlier, RecipeStep step) {
        if (earlier.id().name().equals(step.id().name())) {
            throw place.fail("duplicate-step", step.id().toString(), String.valueOf(earlier.line()));
        }
        if (StepCatalog.KINDS.indexOf(earlier.id().kind())
                > StepCatalog.KINDS.indexOf(step.id().kind())) {
            throw place.fail(
                    "step-out-of-order",
                    step.id().toString(),
                    earlier.id().toString(),
                    String.join(" → ", StepCatalog.KINDS));
        }
    }

    private static RecipeOutput output(Place place, YamlNode node) {
        Section section = Section.of(place, "output", node).allow(OUTPUT_KEYS);
        return new RecipeOutput(
                section.integer(
                        "shard-bytes", RecipeOutput.MIN_SHARD_BYTES, 1L << 40, RecipeOutput.DEFAULT.shardBytes()),
                section.choice(
                        "compression", "compression", COMPRESSIONS, Optional.of(RecipeOutput.DEFAULT.compression())),
                section.flag("keys", RecipeOutput.DEFAULT.keys()));
    }
}
