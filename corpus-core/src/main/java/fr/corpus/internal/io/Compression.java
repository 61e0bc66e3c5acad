package fr.corpus.internal.io;

/** How a file is compressed, told by its first bytes and never by its name. */
public enum Compression {
    NONE("none"),
    /** RFC 1952, any number of members. */
    GZIP("gzip"),
    /** RFC 8878, any number of frames, skippable ones too. */
    ZSTD("zstd"),
    /** Any number of streams. */
    BZIP2("bzip2"),
    /** Any number of streams. */
    XZ("xz");

    /** How many bytes {@link #detect} wants to see. */
    static final int MAGIC_BYTES = 10;

    private static final byte[] BZIP2_BLOCK = {0x31, 0x41, 0x59, 0x26, 0x53, 0x59};
    private static final byte[] BZIP2_END = {0x17, 0x72, 0x45, 0x38, 0x50, (byte) 0x90};
    private static final byte[] XZ_MAGIC = {(byte) 0xFD, '7', 'z', 'X', 'Z', 0};

    private final String shownName;

    Compression(String shownName) {
        this.shownName = shownName;
    }

    /** Its name in messages. */
    public String shownName() {
        return shownName;
    }

    /** The compression that the first {@code length} bytes of a file betray. */
    static Compression detect(byte[] head, int offset, int length) {
        if (length >= 3 && at(head, offset) == 0x1F && at(head, offset + 1) == 0x8B && head[offset + 2] == 8) {
            return GZIP;
        }
        if (length >= 4 && isZstd(head, offset)) {
            return ZSTD;
        }
        if (length >= 10
                && head[offset] == 'B'
                && head[offset + 1] == 'Z'
                && head[offset + 2] == 'h'
                && (startsWith(head, offset + 4, BZIP2_BLOCK) || startsWith(head, offset + 4, BZIP2_END))) {
            return BZIP2;
        }
        return length >= 6 && startsWith(head, offset, XZ_MAGIC) ? XZ : NONE;
    }

    private static boolean isZstd(byte[] head, int o) {
        int magic = at(head, o) | at(head, o + 1) << 8 | at(head, o + 2) << 16 | at(head, o + 3) << 24;
        return magic == 0xFD2FB528 || (magic & 0xFFFFFFF0) == 0x184D2A50;
    }

    private static boolean startsWith(byte[] bytes, int offset, byte[] prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if (bytes[offset + i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static int at(byte[] bytes, int i) {
        return bytes[i] & 0xFF;
    }
}
