package fr.corpus.iscc;

import fr.corpus.iscc.IsccUnit.MainType;
import java.util.Arrays;

/**
 * The header of an ISCC: main type, subtype, version and length as numbers of one to four nibbles, padded to a whole byte.
 *
 * <p>0xxx is 0 to 7; 10xx xxxx is 8 to 71; 110x and two nibbles is 72 to 583; 1110 and three nibbles is 584 to 4679.
 */
final class IsccHeader {

    private static final int[] FIRST_OF_NIBBLES = {0, 8, 72, 584, 4680};

    private final byte[] bytes;
    private int nibble;

    private IsccHeader(byte[] bytes) {
        this.bytes = bytes;
    }

    static byte[] write(IsccUnit unit) {
        IsccHeader header = new IsccHeader(new byte[8 + unit.bits() / 8]);
        header.put(unit.mainType().ordinal());
        header.put(unit.subtype());
        header.put(0);
        header.put(unit.lengthField());
        int end = (header.nibble + 1) / 2;
        System.arraycopy(unit.body(), 0, header.bytes, end, unit.bits() / 8);
        return Arrays.copyOf(header.bytes, end + unit.bits() / 8);
    }

    static IsccUnit read(byte[] bytes) {
        IsccHeader header = new IsccHeader(bytes);
        int type = header.take();
        int subtype = header.take();
        int version = header.take();
        int length = header.take();
        if (type >= MainType.values().length || version != 0) {
            throw new IllegalArgumentException("no ISCC of main type " + type + " and version " + version);
        }
        int end = (header.nibble + 1) / 2;
        MainType mainType = MainType.values()[type];
        int bits = bits(mainType, subtype, length);
        if (bytes.length - end != bits / 8) {
            throw new IllegalArgumentException(
                    "need " + bits + " bits after the header, got " + (bytes.length - end) * 8);
        }
        return new IsccUnit(mainType, subtype, length, Arrays.copyOfRange(bytes, end, bytes.length));
    }

    private static int bits(MainType mainType, int subtype, int length) {
        return switch (mainType) {
            case META, SEMANTIC, CONTENT, DATA, INSTANCE, FLAKE -> (length + 1) * 32;
            case ISCC -> IsccCode.bits(subtype, length);
            case ID -> 64 + 8 * length;
        };
    }

    private void put(int value) {
        int nibbles = 1;
        while (value >= FIRST_OF_NIBBLES[nibbles]) {
            nibbles++;
        }
        int prefix = 0xF << (5 - nibbles) & 0xF;
        int coded = value - FIRST_OF_NIBBLES[nibbles - 1] | prefix << 4 * (nibbles - 1);
        for (int i = nibbles - 1; i >= 0; i--) {
            int part = coded >>> 4 * i & 0xF;
            bytes[nibble / 2] |= (byte) (nibble % 2 == 0 ? part << 4 : part);
            nibble++;
        }
    }

    private int take() {
        int first = peek();
        int nibbles = first < 8 ? 1 : first < 12 ? 2 : first < 14 ? 3 : 4;
        if (first == 15) {
            throw new IllegalArgumentException("not a header of an ISCC");
        }
        int coded = 0;
        for (int i = 0; i < nibbles; i++) {
            coded = coded << 4 | peek();
            nibble++;
        }
        int valueBits = 3 * nibbles;
        return FIRST_OF_NIBBLES[nibbles - 1] + (coded & (1 << valueBits) - 1);
    }

    private int peek() {
        if (nibble / 2 >= bytes.length) {
            throw new IllegalArgumentException("the header of the ISCC is cut");
        }
        int b = bytes[nibble / 2];
        return nibble % 2 == 0 ? b >>> 4 & 0xF : b & 0xF;
    }
}
