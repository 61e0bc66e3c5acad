package fr.corpus.proof;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.releaselog.LoggedEntry;
import fr.corpus.releaselog.ReleaseEntry;

/** Whether an entry of a log of releases is that of a release. */
final class LogCheck {

    private LogCheck() {}

    /**
     * Requires that an entry publishes a release, whose checkpoint has no other signature, and that its log has it.
     *
     * @throws IntegrityException if not
     */
    static void verifyOf(ReleaseState release, LoggedEntry logged) {
        boolean same = logged.entry() instanceof ReleaseEntry entry
                && entry.release().checkpoint().text().equals(release.note());
        if (!same) {
            throw new IntegrityException(UserMessage.of("proof.entry-of-another"));
        }
        logged.check();
    }
}
