package fr.corpus.engine.local;

import fr.corpus.document.DocumentId;
import fr.corpus.pipeline.spool.SpoolCursor;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A half-open range of document ids. Immutable.
 *
 * @param from first id
 * @param to id after the last; for the last range the largest id, which counts as below it
 */
record IdRange(DocumentId from, DocumentId to) {

    private static final BigInteger SPACE = BigInteger.ONE.shiftLeft(Long.SIZE);

    /** One of {@code count} equal parts of this range of the first 64 bits of ids; parts depend on nothing else. */
    static IdRange part(int index, int count) {
        return slice(BigInteger.ZERO, SPACE, index, count);
    }

    /** One of {@code count} equal slices of this range. */
    IdRange slice(int index, int count) {
        return slice(prefix(from), isLast(to) ? SPACE : prefix(to), index, count);
    }

    private static IdRange slice(BigInteger low, BigInteger high, int index, int count) {
        BigInteger width = high.subtract(low);
        BigInteger n = BigInteger.valueOf(count);
        return new IdRange(
                bound(low.add(width.multiply(BigInteger.valueOf(index)).divide(n))),
                bound(low.add(width.multiply(BigInteger.valueOf(index + 1L)).divide(n))));
    }

    /** Whether the record under a cursor comes before the end of this range. */
    boolean isBelowEnd(SpoolCursor cursor) {
        return isLast(to) || cursor.idBelow(to);
    }

    private static BigInteger prefix(DocumentId id) {
        return new BigInteger(1, id.bytes()).shiftRight(Byte.SIZE * (DocumentId.BYTES - Long.BYTES));
    }

    private static DocumentId bound(BigInteger prefix) {
        byte[] bytes = new byte[DocumentId.BYTES];
        if (prefix.equals(SPACE)) {
            Arrays.fill(bytes, (byte) 0xFF);
        } else {
            ByteBuffer.wrap(bytes).putLong(prefix.longValue());
        }
        return DocumentId.of(bytes);
    }

    private static boolean isLast(DocumentId id) {
        for (byte b : id.bytes()) {
            if (b != -1) {
                return false;
            }
        }
        return true;
    }
}
