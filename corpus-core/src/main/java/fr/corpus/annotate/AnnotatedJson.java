package fr.corpus.annotate;

import fr.corpus.annotate.entity.Entity;
import fr.corpus.hash.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes annotated text as JSON lines, one sentence a line, with spans in code points of the text. Confined to one thread. */
public final class AnnotatedJson {

    private final String id;
    private final Set<Layer> layers;
    private final StringBuilder out;
    private int sentences;
    private int measured;
    private int codePoints;

    /**
     * A document to write.
     *
     * @param id its name
     * @param layers what to write
     * @param out where to
     */
    public AnnotatedJson(String id, Set<Layer> layers, StringBuilder out) {
        this.id = id;
        this.layers = Set.copyOf(layers);
        this.out = out;
    }

    /** Appends a sentence: sentences come in the order of the text. */
    public void write(SentenceView view) {
        Map<String, Object> line = new TreeMap<>();
        line.put("doc", id);
        line.put("sentence", (long) ++sentences);
        line.put("start", at(view.text(), view.start(0)));
        List<Object> tokens = new ArrayList<>();
        for (int i = 0; i < view.size(); i++) {
            tokens.add(token(view, i));
        }
        line.put("end", (long) codePoints);
        if (layers.contains(Layer.ENTITIES)) {
            line.put("entities", entities(view, (long) line.get("start")));
        }
        line.put("text", view.text().substring(view.start(0), view.end(view.size() - 1)));
        if (!List.of(Layer.SENTENCES, Layer.ENTITIES).containsAll(layers)) {
            line.put("tokens", tokens);
        }
        out.append(new String(CanonicalJson.of(line), StandardCharsets.UTF_8)).append('\n');
    }

    private static List<Object> entities(SentenceView view, long start) {
        List<Object> entities = new ArrayList<>();
        for (Entity entity : view.entities()) {
            long from = start + view.text().codePointCount(view.start(0), entity.start());
            Map<String, Object> one = new TreeMap<>();
            one.put("start", from);
            one.put("end", from + view.text().codePointCount(entity.start(), entity.end()));
            one.put("label", entity.type().name());
            one.put("text", view.text().substring(entity.start(), entity.end()));
            entities.add(one);
        }
        return entities;
    }

    private Map<String, Object> token(SentenceView view, int index) {
        Map<String, Object> token = new TreeMap<>();
        token.put("start", at(view.text(), view.start(index)));
        token.put("end", at(view.text(), view.end(index)));
        token.put("form", view.form(index));
        List<Object> words = new ArrayList<>();
        for (SentenceView.Word word : view.wordsOf(index)) {
            Map<String, Object> one = new TreeMap<>();
            one.put("form", word.form());
            if (layers.contains(Layer.POS)) {
                one.put("upos", word.upos());
            }
            if (layers.contains(Layer.LEMMA)) {
                one.put("lemma", word.morphology().lemma());
                one.put("entry", word.morphology().entry());
            }
            if (layers.contains(Layer.FEATURES)) {
                one.put("features", word.morphology().features());
            }
            words.add(one);
        }
        boolean more = layers.contains(Layer.WORDS)
                || layers.contains(Layer.POS)
                || layers.contains(Layer.LEMMA)
                || layers.contains(Layer.FEATURES);
        if (more) {
            token.put("words", words);
        }
        return token;
    }

    private long at(String text, int offset) {
        codePoints += text.codePointCount(measured, offset);
        measured = offset;
        return codePoints;
    }
}
