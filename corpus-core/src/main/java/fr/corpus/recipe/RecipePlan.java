package fr.corpus.recipe;

import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.step.Annotator;
import fr.corpus.step.Deduplicator;
import fr.corpus.step.RightsGate;
import java.util.List;

/**
 * A recipe with every default filled in and every step built: what an engine runs. Immutable; its steps are thread-safe.
 *
 * @param recipe the recipe as written
 * @param sources by source, in the order of the recipe
 * @param deduplicators shared by all sources, in order
 * @param rightsGates in order; a document is released when all admit it
 * @param annotators in order
 * @param sharedSteps the deduplicators, gates and annotators with their settings
 */
public record RecipePlan(
        Recipe recipe,
        List<SourcePlan> sources,
        List<Deduplicator> deduplicators,
        List<RightsGate> rightsGates,
        List<Annotator> annotators,
        List<ResolvedStep> sharedSteps) {

    public RecipePlan {
        sources = List.copyOf(sources);
        deduplicators = List.copyOf(deduplicators);
        rightsGates = List.copyOf(rightsGates);
        annotators = List.copyOf(annotators);
        sharedSteps = List.copyOf(sharedSteps);
    }

    /**
     * The plan of one source.
     *
     * @throws IllegalArgumentException if the recipe has no source of this id
     */
    public SourcePlan source(String id) {
        return sources.stream()
                .filter(plan -> plan.source().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no source " + id));
    }

    /**
     * The recipe with every default, in canonical JSON (RFC 8785), the same on every machine: {@code
     * docs/formats/recipe.md}.
     */
    public byte[] canonicalJson() {
        return CanonicalRecipe.of(this);
    }

    /** The SHA-256 of {@link #canonicalJson()}: two recipes of one digest ask for the same. */
    public Digest digest() {
        return Sha256.of(canonicalJson());
    }
}
