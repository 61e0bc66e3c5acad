package fr.corpus.releaselog;

import fr.corpus.hash.Digest;
import fr.corpus.tlog.SignedNote;
import java.util.Optional;

/**
 * Says that a release was published, and under which state of the registry. Immutable.
 *
 * @param release what its checkpoint commits to
 * @param recipe SHA-256 of the resolved recipe as canonical JSON: what the manifest names
 * @param rules by which reservations were found and honoured
 * @param registryNote the registry's signed checkpoint that the build heeded
 * @param supersedes manifest digest of the release that this one takes the place of
 * @param timeMillis when the log took it, milliseconds since 1970 UTC
 */
public record ReleaseEntry(
        ReleaseCommitment release,
        Digest recipe,
        Rules rules,
        SignedNote registryNote,
        Optional<Digest> supersedes,
        long timeMillis)
        implements ReleaseLogEntry {

    /**
     * The rules of a build, by their versions ({@code docs/formats/release-log.md}). Immutable.
     *
     * @param match which documents a reservation is about
     * @param withhold what becomes of them
     */
    public record Rules(String match, String withhold) {}

    @Override
    public Digest manifest() {
        return release.manifest();
    }

    @Override
    public ReleaseEntry at(long millis) {
        return new ReleaseEntry(release, recipe, rules, registryNote, supersedes, millis);
    }

    @Override
    public boolean saysTheSame(ReleaseLogEntry other) {
        return other instanceof ReleaseEntry that
                && release.equals(that.release)
                && recipe.equals(that.recipe)
                && rules.equals(that.rules)
                && registry().equals(that.registry())
                && supersedes.equals(that.supersedes);
    }

    @Override
    public byte[] bytes() {
        return ReleaseLogEntryJson.write(this);
    }
}
