package fr.corpus.annotate.exchange;

import fr.corpus.document.Annotations;
import fr.corpus.document.Mention;
import fr.corpus.document.Span;
import fr.corpus.document.Token;
import fr.corpus.document.Word;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.internal.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads annotated texts from JSON lines that {@link JsonTextWriter} wrote, strictly. Confined to one thread. */
final class JsonTexts {

    private final String name;
    private final List<AnnotatedText> texts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int codePoints;
    private final List<Span> sentences = new ArrayList<>();
    private final List<Token> tokens = new ArrayList<>();
    private final List<Mention> entities = new ArrayList<>();
    private final List<Mention> terms = new ArrayList<>();
    private @Nullable Map<?, ?> last;
    private long line;

    private JsonTexts(String name) {
        this.name = name;
    }

    /**
     * The texts of a file.
     *
     * @throws MalformedSourceException if a line is not one of ours, with its number
     */
    static List<AnnotatedText> read(String content, String name) {
        JsonTexts reading = new JsonTexts(name);
        for (String line : content.split("\n")) {
            reading.line++;
            if (!line.isBlank()) {
                reading.guarded(line);
            }
        }
        reading.line = Math.max(1, reading.line);
        try {
            reading.finish();
        } catch (IllegalArgumentException e) {
            throw reading.broken(e);
        }
        if (reading.texts.isEmpty()) {
            throw new MalformedSourceException(UserMessage.of("annotate.nothing-in-file", name));
        }
        return reading.texts;
    }

    private MalformedSourceException broken(RuntimeException e) {
        return new MalformedSourceException(
                UserMessage.of("annotate.json-line", name, Long.toString(line), String.valueOf(e.getMessage())), e);
    }

    private void guarded(String line) {
        try {
            Object value = JsonTree.parse(line.getBytes(StandardCharsets.UTF_8));
            if (!(value instanceof Map<?, ?> object)) {
                throw new IllegalArgumentException("no object");
            }
            add(object);
        } catch (IllegalArgumentException | ClassCastException e) {
            throw broken(e);
        }
    }

    private void add(Map<?, ?> object) {
        Map<?, ?> before = last;
        long number = object.containsKey("sentence") ? integer(object, "sentence") : -1;
        if (before != null && number <= 1) {
            finish();
        }
        boolean follows = last == null
                ? number <= 1
                : number == integer(last, "sentence") + 1
                        && string(object, "doc").equals(string(last, "doc"));
        if (!follows) {
            throw new IllegalArgumentException("sentence " + number + " of " + string(object, "doc"));
        }
        append(optional(object, "before"));
        if (number > 0) {
            int start = codePoints;
            append(string(object, "text"));
            require(object, "start", start);
            require(object, "end", codePoints);
            sentences.add(new Span(start, codePoints));
        }
        append(optional(object, "after"));
        list(object, "tokens").forEach(token -> tokens.add(token((Map<?, ?>) token)));
        list(object, "entities").forEach(one -> entities.add(mention((Map<?, ?>) one)));
        list(object, "terms").forEach(one -> terms.add(mention((Map<?, ?>) one)));
        last = object;
    }

    private void append(String piece) {
        text.append(piece);
        codePoints += piece.codePointCount(0, piece.length());
    }

    private static void require(Map<?, ?> object, String key, int expected) {
        if (integer(object, key) != expected) {
            throw new IllegalArgumentException(key + " " + integer(object, key) + ", expected " + expected);
        }
    }

    private static Token token(Map<?, ?> object) {
        List<Word> words = new ArrayList<>();
        for (Object each : list(object, "words")) {
            Map<?, ?> word = (Map<?, ?>) each;
            words.add(new Word(
                    string(word, "form"),
                    optional(word, "upos"),
                    optional(word, "lemma"),
                    optional(word, "entry"),
                    optional(word, "features")));
        }
        return new Token(Math.toIntExact(integer(object, "start")), Math.toIntExact(integer(object, "end")), words);
    }

    private static Mention mention(Map<?, ?> object) {
        return new Mention(
                Math.toIntExact(integer(object, "start")),
                Math.toIntExact(integer(object, "end")),
                string(object, "label"));
    }

    private static List<?> list(Map<?, ?> object, String key) {
        return object.get(key) instanceof List<?> list ? list : List.of();
    }

    private static long integer(Map<?, ?> object, String key) {
        if (object.get(key) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException(key);
    }

    private static String string(Map<?, ?> object, String key) {
        if (object.get(key) instanceof String value) {
            return value;
        }
        throw new IllegalArgumentException(key);
    }

    private static String optional(Map<?, ?> object, String key) {
        return object.containsKey(key) ? string(object, key) : "";
    }

    private void finish() {
        Map<?, ?> object = last;
        if (object == null) {
            return;
        }
        Function<String, Boolean> has = object::containsKey;
        Annotations layers = new Annotations(
                has.apply("sentence") ? Optional.of(sentences) : Optional.empty(),
                has.apply("tokens") ? Optional.of(tokens) : Optional.empty(),
                has.apply("entities") ? Optional.of(entities) : Optional.empty(),
                has.apply("terms") ? Optional.of(terms) : Optional.empty());
        texts.add(new AnnotatedText(string(object, "doc"), text.toString(), layers));
        text.setLength(0);
        codePoints = 0;
        sentences.clear();
        tokens.clear();
        entities.clear();
        terms.clear();
        last = null;
    }
}
