package fr.corpus.annotate;

import fr.corpus.document.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts French text into sentences by rules: first at blank lines and at the line breaks that end something, then at full
 * stops, marks and ellipses that close a sentence. Immutable, thread-safe.
 *
 * <p>Spans are code points, in order, do not overlap, start and end at a character that is not white space, and together
 * hold every such character. Guillemets that close after a mark belong to the sentence before; a mark before a word in
 * lower case ends nothing, unless the whole text is in lower case, as transcripts of speech are. Time is linear in the
 * text.
 *
 * @param lineBreaks what a single line break means
 * @param version 1, whose spans the step {@code annotate.sentences@1} promises; 2 also ends sentences after a single capital or
 *     a Roman numeral ({@code XXX.}) in transcripts of speech, and finds sentences without a mark by a model
 * @param stops that model, null in version 1
 */
public record SentenceSplitter(
        LineBreaks lineBreaks, int version, @Nullable MissingStops stops) {

    /** The newest version. */
    public static final int NEWEST = 2;

    public SentenceSplitter {
        if (version < 1 || version > NEWEST) {
            throw new IllegalArgumentException("need a version from 1 to " + NEWEST + ", got " + version);
        }
        if (version < 2 != (stops == null)) {
            throw new IllegalArgumentException("need a model from version 2 on, and none before, got " + version);
        }
    }

    /** A version, with the model that the library carries if it has one. */
    public SentenceSplitter(LineBreaks lineBreaks, int version) {
        this(lineBreaks, version, version < 2 ? null : MissingStops.standard());
    }

    /** Version 1. */
    public SentenceSplitter(LineBreaks lineBreaks) {
        this(lineBreaks, 1);
    }

    /** The newest version. */
    public static SentenceSplitter newest(LineBreaks lineBreaks) {
        return new SentenceSplitter(lineBreaks, NEWEST);
    }

    /** The newest version with another model. */
    public static SentenceSplitter with(LineBreaks lineBreaks, MissingStops stops) {
        return new SentenceSplitter(lineBreaks, NEWEST, stops);
    }

    /** The sentences of a text, in order. */
    public List<Span> split(String text) {
        return new Run(text).spans();
    }

    /** One text. */
    private final class Run {
        private final String text;
        private final LayoutReading layout;
        private final SentenceEnds ends;
        private final StopFeatures features;
        private final List<Span> spans = new ArrayList<>();
        private int lineStart;
        private int measured;
        private int codePoints;

        Run(String text) {
            this.text = text;
            layout = new LayoutReading(text, lineBreaks);
            ends = new SentenceEnds(text, version > 1);
            features = new StopFeatures(text, ends);
        }

        List<Span> spans() {
            int start = skipSpaces(0);
            int i = start;
            while (i < text.length()) {
                char c = text.charAt(i);
                int end = -1;
                if (c == ' ') {
                    end = isMissing(i, start) ? i : -1;
                } else if (!isPlain(c)) {
                    if (Marks.isLineEnd(c)) {
                        int next = skipSpaces(i);
                        end = endsLine(start, i, next) ? lastBefore(i, start) + 1 : -1;
                        i = next - 1;
                    } else if (Marks.isStop(c)) {
                        end = ends.after(i, start);
                        i = lastOfStops(i);
                    }
                }
                if (end < 0) {
                    i++;
                } else {
                    add(start, end);
                    start = skipSpaces(end);
                    i = start;
                }
            }
            if (start < text.length()) {
                add(start, lastBefore(text.length(), start) + 1);
            }
            return spans;
        }

        /** A letter or sign that ends neither a line nor a sentence: the quick way past most of a text. */
        private boolean isPlain(char c) {
            return c > '?' && (c < '\u0085' || c > '\u0085' && c < '\u2026');
        }

        /** Whether a sentence without a mark ends before the space at {@code at}. */
        private boolean isMissing(int at, int start) {
            if (stops == null) {
                return !isBeforeSmallLetter(at) && ends.isMissingBefore(at, start);
            }
            if (at == start || isBeforeSmallLetter(at)) {
                return false;
            }
            if (text.charAt(at - 1) == ';') {
                return ends.isMissingBefore(at, start);
            }
            return StopFeatures.isCandidate(text, at) && stops.isEnd(features.at(at, start));
        }

        private boolean isBeforeSmallLetter(int at) {
            return at + 1 < text.length() && text.charAt(at + 1) >= 'a' && text.charAt(at + 1) <= 'z';
        }

        /** Whether the line ends between {@code at} and the next character end a sentence. */
        private boolean endsLine(int start, int at, int next) {
            if (next == text.length()) {
                return true;
            }
            int before = Math.max(start, lineStart);
            int breaks = 0;
            for (int i = at; i < next; i++) {
                char c = text.charAt(i);
                if (Marks.isLineEnd(c) && !(c == '\n' && i > 0 && text.charAt(i - 1) == '\r')) {
                    breaks += c == '\u2029' || c == '\f' ? 2 : 1;
                    lineStart = i + 1;
                } else if (c == '\n') {
                    lineStart = i + 1;
                }
            }
            return breaks > 1 || layout.ends(before, lastBefore(at, start), next);
        }

        private int lastOfStops(int at) {
            int i = at;
            while (i + 1 < text.length() && Marks.isStop(text.charAt(i + 1))) {
                i++;
            }
            return i;
        }

        private int lastBefore(int at, int start) {
            int i = at - 1;
            while (i > start && Marks.isSpace(text.charAt(i))) {
                i--;
            }
            return i;
        }

        private int skipSpaces(int from) {
            int i = from;
            while (i < text.length() && Marks.isSpace(text.charAt(i))) {
                if (Marks.isLineEnd(text.charAt(i))) {
                    lineStart = i + 1;
                }
                i++;
            }
            return i;
        }

        private void add(int start, int end) {
            codePoints += text.codePointCount(measured, start);
            int length = text.codePointCount(start, end);
            spans.add(new Span(codePoints, codePoints + length));
            codePoints += length;
            measured = end;
        }
    }
}
