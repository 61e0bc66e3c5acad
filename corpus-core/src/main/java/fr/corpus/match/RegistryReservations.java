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
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** From a registry at its checkpoint to the reservations that a build honours. Thread-safe. */
public final class RegistryReservations {

    /** A corpus is mined to make it, and published to train on: any of these uses, reserved, keeps a work out. */
    private static final Set<UseCategory> KEEP_OUT =
            EnumSet.of(UseCategory.MINE, UseCategory.TRAIN_GENAI, UseCategory.TRAIN_OTHER, UseCategory.REDISTRIBUTE);

    /**
     * Version of the rule that says which documents a reservation is about: categories, keys, {@link BareNumbers}, {@link Quotation}, near Text-Codes, and
     * {@link ClaimBreadth}.
     */
    public static final String RULE = "match@3";

    /** The rule before near Text-Codes. */
    private static final String EXACT_CODES = "match@1";

    /** The rules by which a bare number passed for an identifier. */
    private static final Set<String> BARE_NUMBERS = Set.of(EXACT_CODES, "match@2");

    private RegistryReservations() {}

    /**
     * Loads the active reservations that keep works out of a corpus, to be found by the rule of this version.
     *
     * @throws IOException if the registry cannot be read
     */
    public static Reservations load(RegistrySnapshot snapshot) throws IOException {
        return load(snapshot, RULE);
    }

    /**
     * Loads them to be found by the rule that a release was built with.
     *
     * @param rule its version
     * @throws IOException if the registry cannot be read
     */
    public static Reservations load(RegistrySnapshot snapshot, String rule) throws IOException {
        boolean near = !rule.equals(EXACT_CODES);
        long keys = Math.min(Integer.MAX_VALUE / 4, snapshot.counts().selectors());
        ReservationIndex.Builder index = new ReservationIndex.Builder((int) keys);
        index.bareNumbers(BARE_NUMBERS.contains(rule) ? BareNumbers.PASS : BareNumbers.REFUSED);
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
                addKey(key, number, near, index);
            }
            for (UrlPattern pattern : reserved.patterns()) {
                index.addPattern(pattern, number);
            }
            for (WorkFingerprint work : reserved.works()) {
                addWork(work, number, near, index);
            }
        });
        return new Reservations(name(snapshot), index.build(), entries);
    }

    /** A Text-Code of which the log has the digest only is found again where it is the same. */
    private static void addKey(
            RegistrySnapshot.ReservedKey key, int number, boolean near, ReservationIndex.Builder index) {
        if (near && key.code().isPresent()) {
            index.addTextCode(HexFormat.of().parseHex(key.code().get()), number);
        } else {
            index.addKey(key.type(), key.digest(), number);
        }
    }

    private static void addWork(WorkFingerprint work, int number, boolean near, ReservationIndex.Builder index) {
        index.addKey(new Key(KeyType.TEXT, work.text().hex()), number);
        work.bytes().map(Digest::hex).ifPresent(hex -> index.addKey(new Key(KeyType.BYTES, hex), number));
        if (near) {
            index.addWork(work.samples(), work.iscc(), number);
        } else {
            index.addWork(work.samples(), number);
        }
    }

    private static String name(RegistrySnapshot snapshot) {
        Checkpoint checkpoint = snapshot.checkpoint();
        return checkpoint.origin() + " " + checkpoint.size() + " "
                + checkpoint.root().hex();
    }
}
