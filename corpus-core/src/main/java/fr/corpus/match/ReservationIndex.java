package fr.corpus.match;

import fr.corpus.hash.Digest;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.identifier.WebAddress;
import fr.corpus.optout.UrlPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Reservations in memory, ready for look-up by key digest and by sample. Thread-safe.
 *
 * <p>Reservations are known by the numbers that the builder's caller gives them; their selectors (keys, patterns, works) are numbered
 * here, in the order in which they are added. Memory: 37 to 69 bytes per exact key, 18 per sample.
 */
public final class ReservationIndex {

    private final ExactTable exact;
    private final KeyScreen screen;
    private final SampleTable samples;
    private final Map<String, List<Pattern>> patterns;
    private final int[] selectorReservations;
    private final byte[] selectorTypes;
    private final BitSet unverified;
    private final int[] workSelectors;
    private final int[] workSizes;
    private final CodeTable codes;
    private final CodeTable shortCodes;
    private final Map<Integer, Near> nearWorks;
    private final BareNumbers bareNumbers;

    private ReservationIndex(Builder builder) {
        exact = builder.exact;
        screen = builder.screen;
        samples = builder.samples;
        patterns = Map.copyOf(builder.patterns);
        samples.seal();
        selectorReservations = Arrays.copyOf(builder.selectorReservations, builder.selectors);
        selectorTypes = Arrays.copyOf(builder.selectorTypes, builder.selectors);
        unverified = (BitSet) builder.unverified.clone();
        workSelectors = Arrays.copyOf(builder.workSelectors, builder.works);
        workSizes = Arrays.copyOf(builder.workSizes, builder.works);
        codes = builder.codes;
        codes.seal();
        shortCodes = builder.shortCodes;
        shortCodes.seal();
        nearWorks = Map.copyOf(builder.nearWorks);
        bareNumbers = builder.bareNumbers;
    }

    /** The code of a work, and the number of the selector that it is. */
    record Near(long[] code, int selector) {}

    /**
     * Most samples of a work that is also found by its Text-Code: about 1,000 words of content. Longer ones are found by samples at
     * every rate of errors at which the code finds them.
     */
    public static final int MOST_NEAR_SAMPLES = 64;

    /** A pattern and the number of the selector. */
    private record Pattern(UrlPattern pattern, int selector) {}

    /** Collects reservations. Confined to one thread. */
    public static final class Builder {

        private final ExactTable exact;
        private final KeyScreen screen;
        private final SampleTable samples = new SampleTable();
        private final Map<String, List<Pattern>> patterns = new HashMap<>();
        private final BitSet unverified = new BitSet();
        private int[] selectorReservations;
        private byte[] selectorTypes;
        private int selectors;
        private int[] workSelectors = new int[64];
        private int[] workSizes = new int[64];
        private final CodeTable codes = new CodeTable();
        private final CodeTable shortCodes = new CodeTable();
        private final Map<Integer, Near> nearWorks = new HashMap<>();
        private int works;
        private BareNumbers bareNumbers = BareNumbers.REFUSED;

        /** A builder that has room for about this many exact keys; it grows when there are more. */
        public Builder(int expectedKeys) {
            exact = new ExactTable(expectedKeys);
            screen = new KeyScreen(expectedKeys);
            selectorReservations = new int[Math.max(8, expectedKeys)];
            selectorTypes = new byte[selectorReservations.length];
        }

        private int select(KeyType type, int reservation) {
            if (selectors == selectorTypes.length) {
                int more = Math.addExact(selectors, selectors / 2);
                selectorReservations = Arrays.copyOf(selectorReservations, more);
                selectorTypes = Arrays.copyOf(selectorTypes, more);
            }
            selectorReservations[selectors] = reservation;
            selectorTypes[selectors] = (byte) type.ordinal();
            return selectors++;
        }

        /**
         * Marks a reservation as a claim that nobody has verified: of it a document is found by every selector, so that those that
         * take too much can be told from the others, see {@link ClaimBreadth}.
         */
        public Builder unverified(int reservation) {
            unverified.set(reservation);
            return this;
        }

        /** Says whether bare numbers of documents count as identifiers; they do not unless this is called. */
        public Builder bareNumbers(BareNumbers rule) {
            bareNumbers = rule;
            return this;
        }

        /** Adds a key of a reservation. */
        public Builder addKey(Key key, int reservation) {
            exact.add(key.digest(), select(key.type(), reservation));
            screen.add(key);
            return this;
        }

        /** Adds a key of which only the digest is known: documents' keys of its type are then all hashed. */
        public Builder addKey(KeyType type, Digest key, int reservation) {
            exact.add(key, select(type, reservation));
            screen.addOpaque(type);
            return this;
        }

        /** Adds a pattern of web addresses with wildcards. */
        public Builder addPattern(UrlPattern pattern, int reservation) {
            patterns.computeIfAbsent(pattern.host(), host -> new ArrayList<>())
                    .add(new Pattern(pattern, select(KeyType.PREFIX, reservation)));
            return this;
        }

        /**
         * Adds a work of a reservation.
         *
         * @param hashes its samples in the order of its text, see {@link fr.corpus.fingerprint.Samples}
         */
        public Builder addWork(long[] hashes, int reservation) {
            if (works == workSelectors.length) {
                workSelectors = Arrays.copyOf(workSelectors, works * 2);
                workSizes = Arrays.copyOf(workSizes, works * 2);
            }
            for (int i = 0; i < hashes.length; i++) {
                samples.add(hashes[i], works, i);
            }
            workSelectors[works] = select(KeyType.SAMPLE, reservation);
            workSizes[works++] = hashes.length;
            return this;
        }

        /**
         * Adds a Text-Code that stands alone: documents that have it, or one near it.
         *
         * @param body its 32 bytes
         */
        public Builder addTextCode(byte[] body, int reservation) {
            Key key = new Key(KeyType.ISCC, HexFormat.of().formatHex(body));
            int selector = select(KeyType.ISCC, reservation);
            exact.add(key.digest(), selector);
            screen.addOpaque(KeyType.ISCC);
            codes.add(CodeTable.words(body), selector);
            return this;
        }

        /**
         * Adds a work of a reservation, which is found by its Text-Code too if it is short.
         *
         * @param body the 32 bytes of its Text-Code
         */
        public Builder addWork(long[] hashes, byte[] body, int reservation) {
            addWork(hashes, reservation);
            if (hashes.length <= MOST_NEAR_SAMPLES) {
                int selector = select(KeyType.ISCC, reservation);
                if (hashes.length < Quotation.LEAST_HITS) {
                    shortCodes.add(CodeTable.words(body), selector);
                } else {
                    nearWorks.put(works - 1, new Near(CodeTable.words(body), selector));
                }
            }
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

    /** Gives the selector of every pattern that an address is among. */
    void findPatterns(WebAddress address, IntConsumer found) {
        for (Pattern pattern : patterns.getOrDefault(address.host(), List.of())) {
            if (pattern.pattern().matches(address)) {
                found.accept(pattern.selector());
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

    /** Whether bare numbers of documents count as identifiers. */
    BareNumbers bareNumbers() {
        return bareNumbers;
    }

    /** Whether documents are compared by their Text-Codes: a code stands alone, or a work is short. */
    boolean usesCodes() {
        return codes.size() > 0 || shortCodes.size() > 0 || !nearWorks.isEmpty();
    }

    KeyScreen screen() {
        return screen;
    }

    SampleTable samples() {
        return samples;
    }

    /** Codes that stand alone. */
    CodeTable codes() {
        return codes;
    }

    /** Codes of works that have too few samples to be found by them. */
    CodeTable shortCodes() {
        return shortCodes;
    }

    /** The code of a work that is found by it when a document has one of its samples. */
    Optional<Near> near(int work) {
        return Optional.ofNullable(nearWorks.get(work));
    }

    int works() {
        return workSelectors.length;
    }

    /** The number of the reservation that a selector is of. */
    public int reservationOf(int selector) {
        return selectorReservations[selector];
    }

    /** What a selector is made of; a pattern of addresses counts as {@link KeyType#PREFIX}. */
    public KeyType typeOf(int selector) {
        return KeyType.values()[selectorTypes[selector]];
    }

    /** Its place among the selectors of its type that its reservation has, from 1. */
    public int placeOf(int selector) {
        int place = 1;
        for (int i = selector - 1; i >= 0 && selectorReservations[i] == selectorReservations[selector]; i--) {
            place += selectorTypes[i] == selectorTypes[selector] ? 1 : 0;
        }
        return place;
    }

    /** Whether nobody has verified a reservation. */
    public boolean isUnverified(int reservation) {
        return unverified.get(reservation);
    }

    /** Whether there is a reservation that nobody has verified. */
    public boolean hasUnverified() {
        return !unverified.isEmpty();
    }

    /** Number of selectors. */
    public int selectors() {
        return selectorTypes.length;
    }

    int selectorOf(int work) {
        return workSelectors[work];
    }

    /** Number of samples of the work that a selector is; 0 of any other. */
    public int workSize(int selector) {
        int work = Arrays.binarySearch(workSelectors, selector);
        return work < 0 ? 0 : workSizes[work];
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
