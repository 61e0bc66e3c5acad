package fr.corpus.match;

import fr.corpus.hash.Digest;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.optout.RegistrySnapshot;
import fr.corpus.optout.UrlPattern;
import fr.corpus.optout.UseCategory;
import fr.corpus.optout.WorkFingerprint;
import fr.corpus.tlog.Checkpoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** From a registry at its checkpoint to the reservations that a build honours. Thread-safe. */
public final class RegistryReservations {

    /** A corpus is mined to make it, and published to train on: any of these uses, reserved, keeps a work out. */
    private static final Set<UseCategory> KEEP_OUT =
            EnumSet.of(UseCategory.MINE, UseCategory.TRAIN_GENAI, UseCategory.TRAIN_OTHER, UseCategory.REDISTRIBUTE);

    /** Version of the rule that says which documents a reservation is about: categories, keys and {@link Quotation}. */
    public static final String RULE = "match@1";

    private RegistryReservations() {}

    /**
     * Loads the active reservations that keep works out of a corpus.
     *
     * @throws IOException if the registry cannot be read
     */
    public static Reservations load(RegistrySnapshot snapshot) throws IOException {
        long keys = Math.min(Integer.MAX_VALUE / 4, snapshot.counts().selectors());
        ReservationIndex.Builder index = new ReservationIndex.Builder((int) keys);
        List<Reservations.Entry> entries = new ArrayList<>();
        snapshot.visit(reserved -> {
            if (reserved.categories().stream().noneMatch(KEEP_OUT::contains)) {
                return;
            }
            int number = entries.size();
            entries.add(new Reservations.Entry(reserved.id().toString(), reserved.suspendsOnly()));
            if (reserved.isUnverified()) {
                index.unverified(number);
            }
            for (RegistrySnapshot.ReservedKey key : reserved.keys()) {
                index.addKey(key.type(), key.digest(), number);
            }
            for (UrlPattern pattern : reserved.patterns()) {
                index.addPattern(pattern, number);
            }
            for (WorkFingerprint work : reserved.works()) {
                addWork(work, number, index);
            }
        });
        return new Reservations(name(snapshot), index.build(), entries);
    }

    private static void addWork(WorkFingerprint work, int number, ReservationIndex.Builder index) {
        index.addKey(new Key(KeyType.TEXT, work.text().hex()), number);
        work.bytes().map(Digest::hex).ifPresent(hex -> index.addKey(new Key(KeyType.BYTES, hex), number));
        index.addWork(work.samples(), number);
    }

    private static String name(RegistrySnapshot snapshot) {
        Checkpoint checkpoint = snapshot.checkpoint();
        return checkpoint.origin() + " " + checkpoint.size() + " "
                + checkpoint.root().hex();
    }
}
