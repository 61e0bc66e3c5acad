package fr.corpus.annotate.exchange;

import fr.corpus.document.Annotations;
import fr.corpus.document.Mention;
import fr.corpus.document.Span;
import fr.corpus.document.TextOffsets;
import fr.corpus.document.Token;
import fr.corpus.document.Word;
import fr.corpus.hash.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes JSON lines, one sentence a line, spans in code points of the whole text. Confined to one thread. */
final class JsonTextWriter implements TextWriter {

    private final StringBuilder out;

    JsonTextWriter(StringBuilder out) {
        this.out = out;
    }

    @Override
    public void write(AnnotatedText text, Place place) {
        int length = text.text().codePointCount(0, text.text().length());
        List<Span> sentences = text.layers().sentences().orElse(List.of());
        TextOffsets offsets = new TextOffsets(text.text());
        Left left = new Left(text.layers(), place.codePoints());
        if (sentences.isEmpty()) {
            Map<String, Object> line = line(text, text.layers().sentences().isPresent() ? 0 : -1);
            line.put("before", text.text());
            put(line, left, offsets, length);
            append(line);
        }
        for (int i = 0; i < sentences.size(); i++) {
            Span sentence = sentences.get(i);
            int next = i + 1 < sentences.size() ? sentences.get(i + 1).start() : length;
            Map<String, Object> line = line(text, place.sentences() + i + 1);
            if (i == 0 && sentence.start() > 0) {
                line.put("before", offsets.slice(0, sentence.start()));
            }
            line.put("start", (long) sentence.start() + place.codePoints());
            line.put("end", (long) sentence.end() + place.codePoints());
            line.put("text", offsets.slice(sentence.start(), sentence.end()));
            if (next > sentence.end()) {
                line.put("after", offsets.slice(sentence.end(), next));
            }
            put(line, left, offsets, i + 1 < sentences.size() ? next : length);
            append(line);
        }
    }

    /** What is not written yet. */
    private static final class Left {
        private final Annotations layers;
        private final int codePointsBefore;
        private int token;
        private int entity;
        private int term;

        Left(Annotations layers, int codePointsBefore) {
            this.layers = layers;
            this.codePointsBefore = codePointsBefore;
        }
    }

    private static Map<String, Object> line(AnnotatedText text, int sentence) {
        Map<String, Object> line = new TreeMap<>();
        line.put("doc", text.id());
        if (sentence >= 0) {
            line.put("sentence", (long) sentence);
        }
        return line;
    }

    private void append(Map<String, Object> line) {
        out.append(new String(CanonicalJson.of(line), StandardCharsets.UTF_8)).append('\n');
    }

    private static void put(Map<String, Object> line, Left left, TextOffsets offsets, int end) {
        left.layers.tokens().ifPresent(tokens -> {
            List<Object> list = new ArrayList<>();
            for (; left.token < tokens.size() && tokens.get(left.token).start() < end; left.token++) {
                list.add(token(tokens.get(left.token), offsets, left.codePointsBefore));
            }
            line.put("tokens", list);
        });
        left.layers.entities().ifPresent(all -> {
            int from = left.entity;
            left.entity = to(all, from, end);
            line.put("entities", mentions(all.subList(from, left.entity), offsets, left.codePointsBefore));
        });
        left.layers.terms().ifPresent(all -> {
            int from = left.term;
            left.term = to(all, from, end);
            line.put("terms", mentions(all.subList(from, left.term), offsets, left.codePointsBefore));
        });
    }

    private static int to(List<Mention> mentions, int from, int end) {
        int to = from;
        while (to < mentions.size() && mentions.get(to).start() < end) {
            to++;
        }
        return to;
    }

    private static Map<String, Object> token(Token token, TextOffsets offsets, int codePointsBefore) {
        Map<String, Object> json = new TreeMap<>();
        json.put("start", (long) token.start() + codePointsBefore);
        json.put("end", (long) token.end() + codePointsBefore);
        json.put("form", offsets.slice(token.start(), token.end()));
        if (!token.words().isEmpty()) {
            json.put("words", token.words().stream().map(JsonTextWriter::word).toList());
        }
        return json;
    }

    private static Map<String, Object> word(Word word) {
        Map<String, Object> json = new TreeMap<>();
        json.put("form", word.form());
        said(json, "upos", word.upos());
        said(json, "lemma", word.lemma());
        said(json, "entry", word.entry());
        said(json, "features", word.features());
        return json;
    }

    private static void said(Map<String, Object> json, String key, String value) {
        if (!value.isEmpty()) {
            json.put(key, value);
        }
    }

    private static List<Object> mentions(List<Mention> mentions, TextOffsets offsets, int codePointsBefore) {
        List<Object> list = new ArrayList<>();
        for (Mention mention : mentions) {
            list.add(new TreeMap<>(Map.of(
                    "start",
                    (long) mention.start() + codePointsBefore,
                    "end",
                    (long) mention.end() + codePointsBefore,
                    "label",
                    mention.label(),
                    "text",
                    offsets.slice(mention.start(), mention.end()))));
        }
        return list;
    }
}
