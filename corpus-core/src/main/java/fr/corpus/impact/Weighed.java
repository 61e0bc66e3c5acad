package fr.corpus.impact;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.optout.Declaration;
import fr.corpus.release.ReleaseReader;
import java.io.IOException;

/**
 * A declaration weighed against a release before it is registered. Immutable.
 *
 * @param declaration without the passages that belong to everybody
 * @param passages what was left out of its works
 * @param impact what it would withhold
 */
public record Weighed(Declaration declaration, CommonPassages passages, ReleaseImpact impact) {

    /**
     * Weighs a declaration.
     *
     * @throws IOException if the release cannot be read
     */
    public static Weighed of(ReleaseReader release, Declaration declaration) throws IOException {
        CommonPassages passages = CommonPassages.drop(release, declaration.selectors());
        return new Weighed(
                declaration.withSelectors(passages.selectors()),
                passages,
                ReleaseImpact.of(release, passages.selectors()));
    }

    /** Whether it may be registered only if the operator approves it. */
    public boolean needsApproval() {
        return Breadth.needsApproval(declaration.tier(), impact.matched(), impact.documents());
    }

    /**
     * Requires that nobody need approve it.
     *
     * @throws RecipeException if somebody must
     */
    public void requireNarrow() {
        if (needsApproval()) {
            throw new RecipeException(UserMessage.of("impact.too-broad", impact.matched(), impact.documents()));
        }
    }
}
