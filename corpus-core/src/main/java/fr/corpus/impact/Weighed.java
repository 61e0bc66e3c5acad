package fr.corpus.impact;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.optout.Declaration;
import fr.corpus.release.ReleaseReader;
import java.io.IOException;
import java.util.Optional;

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
     * @param year in which one asks, for terms of protection
     * @throws IOException if the release cannot be read
     */
    public static Weighed of(ReleaseReader release, Declaration declaration, int year) throws IOException {
        CommonPassages passages = CommonPassages.drop(release, declaration.selectors());
        return new Weighed(
                declaration.withSelectors(passages.selectors()),
                passages,
                ReleaseImpact.of(release, passages.selectors(), year));
    }

    /** Whether it may be registered only if the operator approves it. */
    public boolean needsApproval() {
        return Breadth.needsApproval(declaration.tier(), impact.matched(), impact.documents());
    }

    /**
     * Why it is contested as soon as it is registered, for the private record; empty if it is not: its holder's identity is not
     * established, and it would withhold documents that nobody, or hardly anybody, can reserve.
     */
    public Optional<String> objection() {
        return impact.reaches().stream()
                .filter(reach -> declaration.tier().suspendsOnly())
                .findFirst()
                .flatMap(Weighed::objection);
    }

    /** Why a claim by somebody whose identity is not established is contested; empty if it is not. */
    public static Optional<String> objection(ReleaseImpact.Reach reach) {
        FreeWorks free = reach.free();
        return free.total() == 0
                ? Optional.empty()
                : Optional.of("free-works " + free.publicDomain() + " public-domain, " + free.freelyLicensed()
                        + " freely licensed, of " + reach.documents());
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
