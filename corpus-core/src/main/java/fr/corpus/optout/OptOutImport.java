package fr.corpus.optout;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.hash.FileDigest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Registers the reservations of a file, each record as one reservation. Immutable. An import that was cut short goes on where it
 * stood when the same file is given again, and a file that was imported whole registers nothing more: the number of records done
 * becomes durable with their entries, under the SHA-256 of the file.
 *
 * @param file CSV, JSONL or ONIX 3
 * @param format which of them
 * @param defaults for what a record does not say
 * @param errors where records go that cannot be taken, each after a comment that says why; corrected, it can be imported
 */
public record OptOutImport(Path file, Format format, Defaults defaults, Path errors) {

    private static final int BATCH = 1_000;
    private static final String MARK = "import ";

    /** What a file is. */
    public enum Format {
        CSV,
        JSONL,
        ONIX;

        /** Its word on the command line. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The format that the end of a file's name says. */
        public static Optional<Format> ofName(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.endsWith(".csv") || lower.endsWith(".tsv")) {
                return Optional.of(CSV);
            }
            if (lower.endsWith(".jsonl") || lower.endsWith(".ndjson")) {
                return Optional.of(JSONL);
            }
            return lower.endsWith(".xml") || lower.endsWith(".onix") ? Optional.of(ONIX) : Optional.empty();
        }
    }

    /**
     * What holds for records that do not say otherwise.
     *
     * @param holder who reserves
     * @param tier how well the operator knows the holder
     * @param categories the reserved uses, at least one
     */
    public record Defaults(Holder holder, IdentityTier tier, Set<UseCategory> categories) {
        public Defaults {
            categories = Set.copyOf(categories);
        }
    }

    /**
     * How far an import is.
     *
     * @param rows records read, those of an earlier run included
     * @param resumed records that an earlier run had done
     * @param registered reservations of this run
     * @param refused records of this run that went to the error file
     * @param silent records of this run that reserve nothing
     */
    public record Progress(long rows, long resumed, long registered, long refused, long silent) {}

    /** Is told of progress. */
    @FunctionalInterface
    public interface Listener {
        /** So far; called after each batch. */
        void progress(Progress progress);
    }

    /**
     * Imports; what was registered before an exception stays registered.
     *
     * @param locale of the reasons in the error file
     * @throws MalformedSourceException if the file as a whole is not of the format; nothing is registered then
     */
    public Progress into(OptOutRegistry registry, Locale locale, Listener listener) throws IOException {
        requireSound();
        String mark = MARK + FileDigest.of(file).sha256().hex();
        long resumed = registry.mark(mark).map(Long::parseLong).orElse(0L);
        try (ImportSource source = open();
                ErrorFile refusals = new ErrorFile(errors, source.head(), resumed > 0)) {
            Run run = new Run(registry, mark, new Progress(0, resumed, 0, 0, 0), refusals);
            Channel channel = format == Format.ONIX ? Channel.ONIX : Channel.TABLE;
            ImportReader reader = new ImportReader(defaults, channel, registry.instant());
            for (Optional<ImportRow> row = source.next(); row.isPresent(); row = source.next()) {
                if (run.take(row.get(), reader, locale)) {
                    listener.progress(run.progress);
                }
            }
            run.flush();
            listener.progress(run.progress);
            return run.progress;
        }
    }

    private ImportSource open() throws IOException {
        return switch (format) {
            case CSV -> CsvImport.open(file);
            case JSONL -> JsonlImport.open(file);
            case ONIX -> OnixImport.open(file);
        };
    }

    /** A message that breaks off in the middle must register nothing, since its corrected form would register it again. */
    private void requireSound() throws IOException {
        try (ImportSource source = open()) {
            while (source.next().isPresent()) {
                continue;
            }
        }
    }

    /** One run over the records. Confined to one thread. */
    private static final class Run {
        private final OptOutRegistry registry;
        private final String mark;
        private final ErrorFile refusals;
        private final List<Declaration> batch = new ArrayList<>();
        private Progress progress;
        private long marked;

        Run(OptOutRegistry registry, String mark, Progress start, ErrorFile refusals) {
            this.registry = registry;
            this.mark = mark;
            this.progress = start;
            this.refusals = refusals;
            this.marked = start.resumed();
        }

        /** Takes a record; answers whether a batch became durable. */
        boolean take(ImportRow row, ImportReader reader, Locale locale) throws IOException {
            Progress p = progress;
            long rows = p.rows() + 1;
            if (rows <= p.resumed()) {
                progress = new Progress(rows, p.resumed(), 0, 0, 0);
                return false;
            }
            try {
                Optional<Declaration> declared = reader.read(row);
                declared.ifPresent(batch::add);
                long more = declared.isPresent() ? 1 : 0;
                progress = new Progress(rows, p.resumed(), p.registered() + more, p.refused(), p.silent() + 1 - more);
            } catch (ImportReader.Refused e) {
                refusals.add(row, e.why().in(locale));
                progress = new Progress(rows, p.resumed(), p.registered(), p.refused() + 1, p.silent());
            }
            if (rows - marked < BATCH) {
                return false;
            }
            flush();
            return true;
        }

        void flush() throws IOException {
            if (progress.rows() > marked) {
                refusals.flush();
                registry.register(batch, Map.of(mark, String.valueOf(progress.rows())));
                batch.clear();
                marked = progress.rows();
            }
        }
    }

    /** Records to correct; made when there is the first. Confined to one thread. */
    private static final class ErrorFile implements AutoCloseable {
        private final Path file;
        private final String head;
        private final boolean append;
        private BufferedWriter out = new BufferedWriter(java.io.Writer.nullWriter());
        private boolean open;

        ErrorFile(Path file, String head, boolean append) {
            this.file = file;
            this.head = head;
            this.append = append;
        }

        void add(ImportRow row, String why) throws IOException {
            if (!open) {
                boolean more = append && Files.exists(file);
                out = more ? Files.newBufferedWriter(file, StandardOpenOption.APPEND) : Files.newBufferedWriter(file);
                open = true;
                if (!more && !head.isEmpty()) {
                    out.write(head + "\n");
                }
            }
            out.write("# " + row.place() + ": " + why.replaceAll("\\p{Cntrl}+", " ") + "\n");
            if (!row.raw().isEmpty()) {
                out.write(row.raw() + "\n");
            }
        }

        void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
