package fr.corpus.eval.cases;

import fr.corpus.error.CorpusException;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.SourceLocation;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.format.LineInput;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.internal.json.JsonTree;
import fr.corpus.parallel.Workers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Scores a file of cases, one JSON object a line, into one JSON object a line in the same order
 * (docs/formats/evaluation-cases.md). A case that cannot be scored gives a line with an error, and the rest goes on. Confined
 * to one thread.
 */
public final class EvaluationCases {

    private static final int MAX_LINE_BYTES = 1 << 28;
    private static final int BATCH = 512;
    private static final long BATCH_BYTES = 1 << 24;

    private final String file;
    private final Locale locale;
    private long cases;
    private long failed;
    private long offset;

    /**
     * A reader of cases.
     *
     * @param file name for messages
     * @param locale language of messages in error lines
     */
    public EvaluationCases(String file, Locale locale) {
        this.file = file;
        this.locale = locale;
    }

    /** One line and where it starts. */
    private record Line(byte[] bytes, long number, long offset) {}

    /**
     * Scores all cases.
     *
     * @param in lines of UTF-8, split on line feeds only; blank ones are skipped
     * @param out takes one line for each case
     * @param threads how many may score the cases of a batch at a time
     */
    public void score(InputStream in, OutputStream out, int threads) throws IOException {
        LineInput lines = new LineInput(
                in,
                MAX_LINE_BYTES,
                () -> new MalformedSourceException(UserMessage.of("eval.case-too-long", MAX_LINE_BYTES >> 20)));
        List<Line> batch = new ArrayList<>();
        long bytes = 0;
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            long start = offset;
            offset += line.length + 1L;
            if (!LineInput.isBlank(line)) {
                batch.add(new Line(line, cases++, start));
                bytes += line.length;
            }
            if (batch.size() == BATCH || bytes > BATCH_BYTES) {
                write(batch, out, threads);
                bytes = 0;
            }
        }
        write(batch, out, threads);
    }

    private void write(List<Line> batch, OutputStream out, int threads) throws IOException {
        List<Map<String, @Nullable Object>> results = new ArrayList<>(Collections.nCopies(batch.size(), Map.of()));
        Workers.<RuntimeException>each(
                threads, "cases", batch.size(), () -> place -> results.set(place, score(batch.get(place))));
        for (Map<String, @Nullable Object> result : results) {
            if (result.containsKey("error")) {
                failed++;
            }
            out.write(CanonicalJson.of(result));
            out.write('\n');
        }
        batch.clear();
    }

    private Map<String, @Nullable Object> score(Line line) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        try {
            Options options = parse(line);
            result.put("id", options.values().get("id"));
            result.putAll(EvaluationCase.score(options));
        } catch (CorpusException e) {
            UserMessage message = UserMessage.of(
                    "eval.case-refused", new SourceLocation(file, line.offset(), line.number()), e.message());
            result.put("error", Map.of("key", e.message().key(), "message", message.in(locale)));
        }
        return result;
    }

    private static Options parse(Line line) {
        Object value;
        try {
            value = JsonTree.parse(line.bytes());
        } catch (IllegalArgumentException e) {
            throw new MalformedSourceException(UserMessage.of("eval.case-not-json"), e);
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw new MalformedSourceException(UserMessage.of("eval.case-not-json"));
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        map.forEach((key, one) -> values.put((String) key, one));
        return new Options(values);
    }

    /** How many cases there were. */
    public long cases() {
        return cases;
    }

    /** How many of them could not be scored. */
    public long failed() {
        return failed;
    }
}
