package fr.corpus.release;

import fr.corpus.hash.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The certificate that a release was built without the documents in which texts of evaluations stand: what its manifest says of the
 * step {@code filter.decontamination@1} (docs/formats/release.md). Immutable.
 *
 * @param sources whose documents went through it, in the order of the recipe
 * @param sequenceWords words of a sequence by which a text is known again
 * @param minShare share of the words of a text, 0 to 1, from which a document was dropped
 * @param parts texts of the items of packs that are shielded
 * @param shields packs and files
 * @param dropped documents dropped by the step
 */
public record Decontamination(
        List<String> sources,
        long sequenceWords,
        double minShare,
        List<String> parts,
        List<Shielded> shields,
        long dropped) {

    private static final String STEP = "filter.decontamination@1";

    public Decontamination {
        sources = List.copyOf(sources);
        parts = List.copyOf(parts);
        shields = List.copyOf(shields);
    }

    /**
     * A pack or a file of items. Immutable.
     *
     * @param name the pack, {@code id@version}, or the name of the file
     * @param digest SHA-256 of {@code pack.yaml} or of the file
     * @param items its items
     * @param shielded items of which at least one text is long enough
     * @param tooShort texts that are not
     */
    public record Shielded(String name, Digest digest, long items, long shielded, long tooShort) {}

    /**
     * The certificate of a release; nothing when its recipe has no such step.
     *
     * @throws IllegalArgumentException if the recipe in the manifest is none of this library
     */
    public static Optional<Decontamination> of(Manifest manifest) {
        JsonNode recipe = JsonNode.parse(manifest.identity().recipe().getBytes(StandardCharsets.UTF_8));
        List<String> sources = new ArrayList<>();
        Set<Shielded> shields = new LinkedHashSet<>();
        JsonNode last = null;
        for (JsonNode source : recipe.objects("sources")) {
            for (JsonNode step : source.objects("steps")) {
                if (step.text("use").equals(STEP)) {
                    sources.add(source.text("id"));
                    step.objects("shield").forEach(owner -> shields.add(shielded(owner)));
                    last = step;
                }
            }
        }
        if (last == null) {
            return Optional.empty();
        }
        long dropped = manifest.statistics().reasons().stream()
                .filter(count -> count.step().equals(STEP))
                .mapToLong(Manifest.ReasonCount::records)
                .sum();
        return Optional.of(new Decontamination(
                List.copyOf(new LinkedHashSet<>(sources)),
                last.number("sequence-words"),
                ((Number) last.raw("min-item-share")).doubleValue(),
                last.texts("parts"),
                List.copyOf(shields),
                dropped));
    }

    private static Shielded shielded(JsonNode owner) {
        return new Shielded(
                owner.text(owner.has("pack") ? "pack" : "file"),
                owner.digest("sha256"),
                owner.number("items"),
                owner.number("shielded"),
                owner.number("texts-too-short"));
    }
}
