package fr.corpus.read;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.internal.io.CorruptInputException;
import fr.corpus.internal.io.FileInput;
import fr.corpus.source.SourceFile;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cuts a JSONL file into whole lines, about {@code blockBytes} at a time. Confined to one thread. */
final class JsonlBlocks implements BlockStream {

    private static final int LINE_END_BYTES = 2;
    private static final int SKIP_BYTES = 1 << 17;
    private static final int SMALLEST_BLOCK = 1 << 12;
    private static final long LIKELY_RATIO = 5;

    private final SourceFile file;
    private final FileInput in;
    private final int blockBytes;
    private final int maxRecordBytes;

    private byte[] rest = {};
    private int restLength;
    private long offset;
    private long records;
    private int ordinal;
    private boolean ended;
    private boolean saidEmpty;
    private @Nullable CorruptInputException fault;

    JsonlBlocks(SourceFile file, ReaderOptions options) throws IOException {
        this.file = file;
        this.blockBytes = options.blockBytes();
        this.maxRecordBytes = options.maxRecordBytes();
        this.in = openInput(file);
        try {
            passByteOrderMark();
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static FileInput openInput(SourceFile file) throws IOException {
        try {
            return FileInput.open(file.path());
        } catch (CorruptInputException e) {
            throw Malformations.corrupt(file, e);
        }
    }

    private void passByteOrderMark() throws IOException {
        byte[] head = new byte[4];
        int n = fill(head, 0);
        int first = n > 0 ? head[0] & 0xFF : -1;
        int second = n > 1 ? head[1] & 0xFF : -1;
        boolean utf16 = first == 0xFF && second == 0xFE
                || first == 0xFE && second == 0xFF
                || n > 1 && (first == 0) != (second == 0);
        if (utf16) {
            throw new MalformedSourceException(UserMessage.of("read.jsonl.not-utf-8", file.name()));
        }
        boolean marked = n > 2 && first == 0xEF && second == 0xBB && (head[2] & 0xFF) == 0xBF;
        offset = marked ? 3 : 0;
        rest = Arrays.copyOfRange(head, (int) offset, n);
        restLength = rest.length;
    }

    @Override
    public Optional<Block> next() throws IOException {
        if (fault != null && restLength == 0) {
            throw Malformations.corrupt(file, fault);
        }
        if (ended && restLength == 0) {
            return nothing();
        }
        byte[] data = Arrays.copyOf(rest, Math.max(firstBytes(), restLength));
        int n = restLength;
        int searched = 0;
        while (true) {
            n = fill(data, n);
            if (!ended && n < blockBytes) {
                data = Arrays.copyOf(data, (int) Math.min(2L * n, blockBytes));
                continue;
            }
            int cut = Lines.behindLastNewline(data, searched, n);
            if (cut > searched) {
                return Optional.of(lines(data, cut, n));
            }
            if (fault != null) {
                restLength = 0;
                throw Malformations.corrupt(file, fault);
            }
            if (ended) {
                return n > 0 ? Optional.of(lines(data, n, n)) : nothing();
            }
            if (n >= maxRecordBytes + LINE_END_BYTES) {
                return Optional.of(oversized(data, n));
            }
            searched = n;
            data = Arrays.copyOf(data, (int) Math.min(2L * n, maxRecordBytes + LINE_END_BYTES));
        }
    }

    /** A small file must not cost the memory of a large one. */
    private int firstBytes() {
        return (int) Math.min(blockBytes, Math.max(SMALLEST_BLOCK, file.bytes() * LIKELY_RATIO));
    }

    private Block lines(byte[] data, int cut, int n) {
        Block block = new JsonlBlock.Lines(ordinal++, data, cut, offset, records);
        records += Lines.countRecords(data, cut, maxRecordBytes);
        keep(data, cut, n);
        offset += cut;
        return block;
    }

    private Optional<Block> nothing() {
        if (records > 0 || saidEmpty) {
            return Optional.empty();
        }
        saidEmpty = true;
        return Optional.of(new JsonlBlock.Nothing(ordinal++, 0));
    }

    private void keep(byte[] data, int from, int to) {
        rest = Arrays.copyOfRange(data, from, to);
        restLength = rest.length;
    }

    /** Passes over a line that is too large, in constant memory. */
    private Block oversized(byte[] start, int length) throws IOException {
        MessageDigest sha = Sha256.newDigest();
        byte[] head = Arrays.copyOf(start, Math.min(length, ReadResult.MAX_RAW_BYTES));
        byte[] data = start;
        int n = length;
        long hashed = 0;
        boolean heldReturn = false;
        while (true) {
            int newline = Lines.newline(data, 0, n);
            if (heldReturn && newline > 0) {
                sha.update((byte) '\r');
                hashed++;
                heldReturn = false;
            }
            if (newline > 0) {
                heldReturn = data[newline - 1] == '\r';
                int end = heldReturn ? newline - 1 : newline;
                sha.update(data, 0, end);
                hashed += end;
            }
            boolean found = newline < n;
            if (found || ended) {
                if (fault != null && !found) {
                    restLength = 0;
                    throw Malformations.corrupt(file, fault);
                }
                long bytes = hashed + (heldReturn ? 1 : 0) + (found ? 1 : 0);
                Block block = new JsonlBlock.Oversized(
                        ordinal++, bytes, hashed, offset, records++, head, Digest.of(sha.digest()));
                keep(data, found ? newline + 1 : n, n);
                offset += bytes;
                return block;
            }
            data = data.length == SKIP_BYTES ? data : new byte[SKIP_BYTES];
            n = fill(data, 0);
        }
    }

    /** Fills the array from {@code from} on as far as the file goes; notes its end or fault. */
    private int fill(byte[] data, int from) throws IOException {
        int n = from;
        while (n < data.length && !ended) {
            try {
                int more = in.read(data, n, data.length - n);
                ended = more < 0;
                n += Math.max(more, 0);
            } catch (CorruptInputException e) {
                fault = e;
                ended = true;
            }
        }
        return n;
    }

    @Override
    public long fileBytesRead() {
        return in.fileBytesRead();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
