package fr.corpus.releaselog;

import fr.corpus.hash.Sha256;
import fr.corpus.tlog.SignedNote;
import java.util.Base64;
import java.util.Optional;

/** Entries for tests. */
final class Entries {

    private Entries() {}

    /** The entry of a release of two documents whose manifest is a name. */
    static ReleaseEntry release(String name, byte[] registryNote) {
        String text = "corpus/essai\n2\n" + base64("documents") + "\nmanifest " + base64(name) + "\nkeys keys@1 "
                + base64("cles") + "\n";
        return new ReleaseEntry(
                ReleaseCommitment.parse(text),
                Sha256.of("recette"),
                new ReleaseEntry.Rules("match@1", "rights.optout@1"),
                SignedNote.parse(registryNote),
                Optional.empty(),
                0);
    }

    static ReleaseEntry superseding(ReleaseEntry entry, ReleaseEntry stale) {
        return new ReleaseEntry(
                entry.release(), entry.recipe(), entry.rules(), entry.registryNote(), Optional.of(stale.manifest()), 0);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(Sha256.of(text).bytes());
    }
}
