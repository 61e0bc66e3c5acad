package fr.corpus.match;

import fr.corpus.hash.Digest;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.identifier.WebAddress;
import fr.corpus.optout.UrlPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Reservations in memory, ready for look-up by key digest and by sample. Thread-safe.
 *
 * <p>Reservations are known by the numbers that the builder's caller gives them. Memory: 32 to 64 bytes per exact key, 18 per
 * sample.
 */
public final class ReservationIndex {

    private final ExactTable exact;
    private final KeyScreen screen;
    private final SampleTable samples;
    private final Map<String, List<Pattern>> patterns;
    private final int[] workReservations;
    private final int[] workSizes;

    private ReservationIndex(Builder builder) {
        exact = builder.exact;
        screen = builder.screen;
        samples = builder.samples;
        patterns = Map.copyOf(builder.patterns);
        samples.seal();
        workReservations = Arrays.copyOf(builder.workReservations, builder.works);
        workSizes = Arrays.copyOf(builder.workSizes, builder.works);
    }

    /** A pattern and whose it is. */
    private record Pattern(UrlPattern pattern, int reservation) {}

    /** Collects reservations. Confined to one thread. */
    public static final class Builder {

        private final ExactTable exact;
        private final KeyScreen screen;
        private final SampleTable samples = new SampleTable();
        private final Map<String, List<Pattern>> patterns = new HashMap<>();
        private int[] workReservations = new int[64];
        private int[] workSizes = new int[64];
        private int works;

        /** A builder that has room for about this many exact keys; it grows when there are more. */
        public Builder(int expectedKeys) {
            exact = new ExactTable(expectedKeys);
            screen = new KeyScreen(expectedKeys);
        }

        /** Adds a key of a reservation. */
        public Builder addKey(Key key, int reservation) {
            exact.add(key.digest(), reservation);
            screen.add(key);
            return this;
        }

        /** Adds a key of which only the digest is known: documents' keys of its type are then all hashed. */
        public Builder addKey(KeyType type, Digest key, int reservation) {
            exact.add(key, reservation);
            screen.addOpaque(type);
            return this;
        }

        /** Adds a pattern of web addresses with wildcards. */
        public Builder addPattern(UrlPattern pattern, int reservation) {
            patterns.computeIfAbsent(pattern.host(), host -> new ArrayList<>()).add(new Pattern(pattern, reservation));
            return this;
        }

        /**
         * Adds a work of a reservation.
         *
         * @param hashes its samples in the order of its text, see {@link fr.corpus.fingerprint.Samples}
         */
        public Builder addWork(long[] hashes, int reservation) {
            if (works == workReservations.length) {
                workReservations = Arrays.copyOf(workReservations, works * 2);
                workSizes = Arrays.copyOf(workSizes, works * 2);
            }
            for (int i = 0; i < hashes.length; i++) {
                samples.add(hashes[i], works, i);
            }
            workReservations[works] = reservation;
            workSizes[works++] = hashes.length;
            return this;
        }

        /** The index; the builder is used up. */
        public ReservationIndex build() {
            return new ReservationIndex(this);
        }
    }

    ExactTable exact() {
        return exact;
    }

    /** Gives the reservation of every pattern that an address is among. */
    void findPatterns(WebAddress address, IntConsumer found) {
        for (Pattern pattern : patterns.getOrDefault(address.host(), List.of())) {
            if (pattern.pattern().matches(address)) {
                found.accept(pattern.reservation());
            }
        }
    }

    boolean hasPatterns() {
        return !patterns.isEmpty();
    }

    /** Whether a Text-Code is reserved, so that documents' codes must be computed. */
    public boolean needsTextCodes() {
        return screen.isOpaque(KeyType.ISCC);
    }

    KeyScreen screen() {
        return screen;
    }

    SampleTable samples() {
        return samples;
    }

    int works() {
        return workReservations.length;
    }

    int reservationOf(int work) {
        return workReservations[work];
    }

    int sizeOf(int work) {
        return workSizes[work];
    }

    /** Number of exact keys. */
    public int keys() {
        return exact.size();
    }

    /** Number of samples of works. */
    public int sampleCount() {
        return samples.size();
    }
}
