package fr.corpus.iscc;

import fr.corpus.iscc.IsccUnit.MainType;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Joins units under one header: the ISCC-CODE of ISO 24138. Data and instance are required, the others optional. */
public final class IsccCode {

    /** Subtype of a code of data and instance alone. */
    private static final int SUM = 5;
    /** Subtype of a code without semantic and content units, with metadata. */
    private static final int WITHOUT_CONTENT = 6;
    /** Subtype of a code of 128 bits of data and 128 bits of instance. */
    private static final int WIDE = 7;

    private IsccCode() {}

    /**
     * The code of some units, 64 bits of each.
     *
     * @param units in any order, each main type at most once, each of at least 64 bits
     * @throws IllegalArgumentException if data or instance are missing, or the units do not fit together
     */
    public static IsccUnit of(List<IsccUnit> units) {
        List<IsccUnit> sorted = sorted(units, 64);
        List<IsccUnit> ofContent = sorted.stream()
                .filter(unit -> unit.mainType() == MainType.SEMANTIC || unit.mainType() == MainType.CONTENT)
                .toList();
        if (ofContent.stream().map(IsccUnit::subtype).distinct().count() > 1) {
            throw new IllegalArgumentException("semantic and content code of different kinds: " + units);
        }
        int subtype = !ofContent.isEmpty() ? ofContent.get(0).subtype() : sorted.size() == 2 ? SUM : WITHOUT_CONTENT;
        int length = 0;
        for (IsccUnit unit : sorted) {
            length |= flag(unit.mainType());
        }
        return new IsccUnit(MainType.ISCC, subtype, length, join(sorted, 64));
    }

    /**
     * The wide code: 128 bits of data and 128 bits of instance.
     *
     * @throws IllegalArgumentException if the units are others or shorter
     */
    public static IsccUnit wide(IsccUnit data, IsccUnit instance) {
        List<IsccUnit> sorted = sorted(List.of(data, instance), 128);
        return new IsccUnit(MainType.ISCC, WIDE, 0, join(sorted, 128));
    }

    private static List<IsccUnit> sorted(List<IsccUnit> units, int bits) {
        List<IsccUnit> sorted =
                units.stream().sorted(Comparator.comparing(IsccUnit::mainType)).toList();
        List<MainType> types = sorted.stream().map(IsccUnit::mainType).toList();
        boolean complete = types.containsAll(List.of(MainType.DATA, MainType.INSTANCE));
        boolean once = types.stream().distinct().count() == types.size();
        boolean known = types.stream().allMatch(type -> type.compareTo(MainType.INSTANCE) <= 0);
        if (!complete || !once || !known || units.stream().anyMatch(unit -> unit.bits() < bits)) {
            throw new IllegalArgumentException("need data, instance and others once, of " + bits + " bits: " + units);
        }
        return sorted;
    }

    private static byte[] join(List<IsccUnit> units, int bits) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        units.forEach(unit -> body.writeBytes(Arrays.copyOf(unit.body(), bits / 8)));
        return body.toByteArray();
    }

    private static int flag(MainType type) {
        return switch (type) {
            case CONTENT -> 1;
            case SEMANTIC -> 2;
            case META -> 4;
            default -> 0;
        };
    }

    /** Bits of the body of a code with this header. */
    static int bits(int subtype, int length) {
        if (length > 7) {
            throw new IllegalArgumentException("no such combination of units: " + length);
        }
        return subtype == WIDE ? 256 : 64 * (2 + Integer.bitCount(length));
    }
}
