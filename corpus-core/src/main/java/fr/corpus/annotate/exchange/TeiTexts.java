package fr.corpus.annotate.exchange;

import fr.corpus.document.Annotations;
import fr.corpus.document.Mention;
import fr.corpus.document.Span;
import fr.corpus.document.Token;
import fr.corpus.document.Word;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.internal.xml.XmlCursor;
import fr.corpus.internal.xml.XmlFault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads annotated texts from TEI: a text for each {@code TEI}. In files of ours white space is that of the text; elsewhere runs
 * of it are one space, blocks end a line, and {@code join} is heeded. Confined to one thread.
 */
final class TeiTexts {

    private static final Map<String, String> NAMES = Map.of(
            "persName",
            "PER",
            "placeName",
            "LOC",
            "geogName",
            "LOC",
            "orgName",
            "ORG",
            "date",
            "DATE",
            "name",
            "",
            "rs",
            "");
    private static final Set<String> BLOCKS = Set.of("p", "head", "l", "ab", "div", "item", "sp", "lb", "body");

    private final XmlCursor cursor;
    private final String name;
    private final List<AnnotatedText> texts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder title = new StringBuilder();
    private int codePoints;
    private boolean inText;
    private boolean inTitle;
    private boolean preserved;
    private boolean ended;
    private boolean glued;
    private Optional<SaidLayers> said = Optional.empty();
    private final List<Span> sentences = new ArrayList<>();
    private final List<Token> tokens = new ArrayList<>();
    private final List<Mention> entities = new ArrayList<>();
    private final List<Mention> terms = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int sentenceStart = -1;
    private @Nullable OpenToken token;

    /** A name that is open. */
    private record Open(String element, int start, String label) {}

    /** A token that is open. */
    private static final class OpenToken {
        private final int start;
        private final Word only;
        private final boolean bare;
        private final boolean joinsNext;
        private final List<Word> words = new ArrayList<>();
        private int depth = 1;

        OpenToken(int start, Word only, boolean bare, boolean joinsNext) {
            this.start = start;
            this.only = only;
            this.bare = bare;
            this.joinsNext = joinsNext;
        }
    }

    private TeiTexts(XmlCursor cursor, String name) {
        this.cursor = cursor;
        this.name = name;
    }

    /**
     * The texts of a file.
     *
     * @throws MalformedSourceException if it is no XML, or there is no text in it
     */
    static List<AnnotatedText> read(byte[] content, String name) {
        try {
            TeiTexts reading = new TeiTexts(XmlCursor.open(new ByteArrayInputStream(content)), name);
            reading.run();
            if (reading.texts.isEmpty()) {
                throw new MalformedSourceException(UserMessage.of("annotate.nothing-in-file", name));
            }
            return reading.texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XmlFault e) {
            throw new MalformedSourceException(
                    UserMessage.of("annotate.tei-xml", name, Long.toString(e.line()), Long.toString(e.column())), e);
        } catch (IllegalArgumentException e) {
            throw new MalformedSourceException(
                    UserMessage.of("annotate.tei-spans", name, String.valueOf(e.getMessage())), e);
        }
    }

    private void run() throws IOException, XmlFault {
        for (XmlCursor.Event event = cursor.next(); event != XmlCursor.Event.FINISHED; event = cursor.next()) {
            switch (event) {
                case START -> start(cursor.name());
                case END -> end(cursor.name());
                default -> characters(new String(cursor.textChars(), cursor.textStart(), cursor.textLength()));
            }
        }
    }

    private void start(String element) {
        switch (element) {
            case "TEI" -> begin();
            case "title" -> inTitle = title.length() == 0 && !inText;
            case "text" -> inText = true;
            default -> {
                if (inText) {
                    inside(element);
                }
            }
        }
    }

    private void begin() {
        title.setLength(0);
        text.setLength(0);
        codePoints = 0;
        said = Optional.empty();
        sentences.clear();
        tokens.clear();
        entities.clear();
        terms.clear();
        open.clear();
        sentenceStart = -1;
        token = null;
        glued = true;
        ended = false;
    }

    private void inside(String element) {
        switch (element) {
            case "ab" -> {
                if (cursor.xmlAttribute("space").equals("preserve")) {
                    preserved = true;
                    said = Optional.of(XmlText.value(cursor.attribute("n")))
                            .filter(names -> !names.isEmpty())
                            .map(SaidLayers::parse);
                }
            }
            case "s" -> sentenceStart = -2;
            case "w", "pc" -> token();
            case "g" -> character(cursor.attribute("ref"));
            case "span" -> span();
            default -> {
                if (NAMES.containsKey(element)) {
                    String type = XmlText.value(cursor.attribute("type"));
                    String fixed = NAMES.getOrDefault(element, "");
                    open.push(new Open(element, -1, fixed.isEmpty() ? type.isEmpty() ? element : type : fixed));
                }
            }
        }
    }

    private void token() {
        OpenToken outer = token;
        String lemma = XmlText.value(cursor.attribute("lemma"));
        String reference = XmlText.value(cursor.attribute("lemmaRef"));
        Word word = new Word(
                XmlText.value(cursor.attribute("norm")),
                XmlText.value(cursor.attribute("pos")),
                lemma,
                reference.startsWith(TeiTextWriter.DICTIONARY)
                        ? reference.substring(TeiTextWriter.DICTIONARY.length())
                        : lemma,
                XmlText.value(cursor.attribute("msd")));
        if (outer != null) {
            outer.depth++;
            outer.words.add(word);
            return;
        }
        String join = cursor.attribute("join");
        if (!preserved && (join.equals("left") || join.equals("both"))) {
            unspace();
        }
        boolean bare = word.equals(Word.of(""));
        token = new OpenToken(codePoints, word, bare, !preserved && (join.equals("right") || join.equals("both")));
    }

    private void unspace() {
        if (codePoints > 0 && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
            codePoints--;
        }
    }

    private void character(String reference) {
        if (reference.startsWith(XmlText.CHARACTER)) {
            append(String.valueOf((char) Integer.parseInt(reference.substring(XmlText.CHARACTER.length()), 16)));
        }
    }

    private void span() {
        if (preserved) {
            String[] bounds = cursor.attribute("n").split(" ");
            if (bounds.length != 2) {
                throw new IllegalArgumentException("span n=\"" + cursor.attribute("n") + "\"");
            }
            terms.add(new Mention(
                    Integer.parseInt(bounds[0]), Integer.parseInt(bounds[1]), XmlText.value(cursor.attribute("type"))));
        }
    }

    private void characters(String piece) {
        if (inTitle) {
            title.append(piece);
        } else if (inText && preserved) {
            append(ended ? "" : piece);
        } else if (inText) {
            collapse(piece);
        }
    }

    private void collapse(String piece) {
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            boolean space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
            if (!space) {
                int end = i + 1;
                while (end < piece.length() && " \n\t\r".indexOf(piece.charAt(end)) < 0) {
                    end++;
                }
                append(piece.substring(i, end));
                i = end - 1;
                glued = false;
            } else if (token == null && !glued) {
                append(" ");
                glued = true;
            }
        }
    }

    private void append(String piece) {
        if (piece.isEmpty()) {
            return;
        }
        boolean blank = piece.isBlank() && !preserved;
        if (!blank) {
            sentenceStart = sentenceStart == -2 ? codePoints : sentenceStart;
            if (!open.isEmpty() && open.peek().start() < 0) {
                List<Open> names = new ArrayList<>(open);
                open.clear();
                names.forEach(each ->
                        open.addLast(each.start() < 0 ? new Open(each.element(), codePoints, each.label()) : each));
            }
        }
        text.append(piece);
        codePoints += piece.codePointCount(0, piece.length());
    }

    private void end(String element) {
        if (element.equals("title")) {
            inTitle = false;
        } else if (element.equals("text")) {
            finish();
        } else if (inText) {
            endInside(element);
        }
    }

    private void endInside(String element) {
        OpenToken current = token;
        if (current != null && (element.equals("w") || element.equals("pc"))) {
            if (--current.depth == 0) {
                closeToken(current);
            }
        } else if (element.equals("s") && sentenceStart != -1) {
            int end = trimmed();
            if (sentenceStart >= 0 && end > sentenceStart) {
                sentences.add(new Span(sentenceStart, end));
            }
            sentenceStart = -1;
        } else if (NAMES.containsKey(element) && !open.isEmpty()) {
            Open closed = open.pop();
            int end = trimmed();
            if (closed.start() >= 0 && end > closed.start()) {
                entities.add(new Mention(closed.start(), end, closed.label()));
            }
        } else if (element.equals("ab") && preserved) {
            ended = true;
        } else if (BLOCKS.contains(element) && !preserved && codePoints > 0) {
            unspace();
            append("\n");
            glued = true;
        }
    }

    /** The end of what was said so far, without the space that a collapsed text may end in. */
    private int trimmed() {
        return !preserved && codePoints > 0 && text.charAt(text.length() - 1) == ' ' ? codePoints - 1 : codePoints;
    }

    private void closeToken(OpenToken closed) {
        token = null;
        if (codePoints == closed.start) {
            return;
        }
        String form = text.substring(text.offsetByCodePoints(text.length(), closed.start - codePoints));
        List<Word> words = closed.words;
        if (words.isEmpty() && !(closed.bare && !says(SaidLayers.WORDS))) {
            Word only = closed.only;
            words = List.of(new Word(
                    only.form().isEmpty() ? form : only.form(),
                    only.upos(),
                    only.lemma(),
                    only.entry(),
                    only.features()));
        }
        tokens.add(new Token(closed.start, codePoints, words));
        glued = closed.joinsNext;
    }

    private boolean says(String layer) {
        return said.isPresent() && said.get().has(layer);
    }

    private boolean has(String layer, boolean found) {
        return said.map(names -> names.has(layer)).orElse(found);
    }

    private void finish() {
        Annotations layers = new Annotations(
                has(SaidLayers.SENTENCES, !sentences.isEmpty()) ? Optional.of(sentences) : Optional.empty(),
                has(SaidLayers.TOKENS, !tokens.isEmpty()) ? Optional.of(tokens) : Optional.empty(),
                has(SaidLayers.ENTITIES, !entities.isEmpty()) ? Optional.of(outermost()) : Optional.empty(),
                has(SaidLayers.TERMS, false) ? Optional.of(terms) : Optional.empty());
        String id = title.toString().strip().replaceAll("\\s+", " ");
        texts.add(new AnnotatedText(id.isEmpty() ? name : id, text.toString(), layers));
        inText = false;
        preserved = false;
    }

    /** Names inside names are left out: the layer holds spans that do not overlap. */
    private List<Mention> outermost() {
        List<Mention> kept = new ArrayList<>();
        entities.sort(Comparator.comparingInt(Mention::start)
                .thenComparing(Comparator.comparingInt(Mention::end).reversed()));
        int end = 0;
        for (Mention entity : entities) {
            if (entity.start() >= end) {
                kept.add(entity);
                end = entity.end();
            }
        }
        return kept;
    }
}
