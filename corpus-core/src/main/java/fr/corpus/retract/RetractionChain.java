package fr.corpus.retract;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import fr.corpus.releaselog.IdSet;
import fr.corpus.releaselog.LoggedEntry;
import fr.corpus.releaselog.RetractionEntry;
import java.util.List;

/**
 * The retractions that lead from one release to another, each logged. Immutable.
 *
 * @param entries in their order, at least one
 */
public record RetractionChain(List<LoggedEntry> entries) {

    public RetractionChain {
        entries = List.copyOf(entries);
    }

    /**
     * Requires that the entries are retractions that lead from one release to the other, and that each is in the log that its
     * proof names.
     *
     * @throws IntegrityException if they do not
     */
    public void verify(Digest before, Digest after) {
        Digest at = before;
        for (LoggedEntry logged : entries) {
            if (!(logged.entry() instanceof RetractionEntry retraction)
                    || !retraction.manifest().equals(at)) {
                throw broken(before, after);
            }
            logged.check();
            at = retraction.supersededBy();
        }
        if (entries.isEmpty() || !at.equals(after)) {
            throw broken(before, after);
        }
    }

    private static IntegrityException broken(Digest before, Digest after) {
        return new IntegrityException(UserMessage.of("retract.chain-broken", before.hex(), after.hex()));
    }

    /** The retractions. */
    public List<RetractionEntry> retractions() {
        return entries.stream().map(entry -> (RetractionEntry) entry.entry()).toList();
    }

    /**
     * Whether so many documents can have been removed by these retractions: by one exactly those that it names, by several at
     * most as many as they name together, since a document may be named twice.
     */
    public boolean accountsFor(IdSet removed) {
        List<RetractionEntry> all = retractions();
        if (all.size() == 1) {
            return all.get(0).documents().equals(removed);
        }
        long most = 0;
        for (RetractionEntry retraction : all) {
            most = Math.addExact(most, retraction.documents().count());
        }
        return removed.count() <= most;
    }
}
