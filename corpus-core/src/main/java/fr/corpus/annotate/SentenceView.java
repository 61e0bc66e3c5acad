package fr.corpus.annotate;

import fr.corpus.annotate.entity.Entity;
import fr.corpus.annotate.entity.EntitySpans;
import fr.corpus.annotate.entity.EntityTagger;
import fr.corpus.annotate.lemma.Morphologist;
import fr.corpus.annotate.lemma.Morphology;
import fr.corpus.annotate.tag.TagSet;
import fr.corpus.annotate.tag.TypedWord;
import fr.corpus.annotate.token.Contractions;
import fr.corpus.annotate.token.TokenSpans;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One annotated sentence, valid until the next one is given. Offsets are UTF-16 units of the whole text. Confined to one
 * thread.
 */
public final class SentenceView {

    private final Morphologist morphologist;
    private @Nullable EntityTagger entities;
    private final EntitySpans found = new EntitySpans();
    private TypedWord[] words = new TypedWord[64];
    private byte[] tags = new byte[64];
    private final TokenSpans spans = new TokenSpans();
    private String text = "";

    /**
     * A word of a token.
     *
     * @param form the word; for a token of one word the token itself
     * @param upos its universal part of speech
     * @param morphology lemma and features
     */
    public record Word(String form, String upos, Morphology morphology) {}

    SentenceView(Morphologist morphologist, @Nullable EntityTagger entities) {
        this.morphologist = morphologist;
        this.entities = entities;
    }

    TokenSpans start(String text) {
        this.text = text;
        spans.clear();
        return spans;
    }

    TypedWord[] words() {
        if (words.length < spans.size()) {
            words = new TypedWord[spans.size() * 2];
            tags = new byte[words.length];
        }
        return words;
    }

    byte[] tags() {
        return tags;
    }

    TokenSpans spans() {
        return spans;
    }

    /** Lets go of what belongs to the text. */
    void forget() {
        text = "";
        Arrays.fill(words, null);
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** Number of tokens, at least one. */
    public int size() {
        return spans.size();
    }

    /** Where a token starts. */
    public int start(int token) {
        return spans.start(token);
    }

    /** Where a token ends. */
    public int end(int token) {
        return spans.end(token);
    }

    /** The named entities of the sentence in order, found when asked for; their model is loaded the first time. */
    public List<Entity> entities() {
        EntityTagger tagger = entities;
        if (tagger == null) {
            tagger = new EntityTagger();
            entities = tagger;
        }
        tagger.find(text, spans, tags, found);
        return found.toList();
    }

    /** A token as written. */
    public String form(int token) {
        return words[token].form();
    }

    /** Whether a token stands for two words. */
    public boolean isMultiword(int token) {
        return tags[token] >= TagSet.ADP_DET;
    }

    /** The part of speech of a token, {@code ADP+DET} for one that stands for two words. */
    public String tag(int token) {
        return TagSet.name(tags[token]);
    }

    /** The words of a token: one or two. */
    @SuppressWarnings("unchecked")
    public List<Word> wordsOf(int token) {
        TypedWord word = words[token];
        int tag = tags[token];
        Object kept = word.morphology(tag);
        if (kept == null) {
            kept = make(word.form(), tag);
            word.keep(tag, kept);
        }
        return (List<Word>) kept;
    }

    private List<Word> make(String form, int tag) {
        if (tag < TagSet.ADP_DET) {
            String upos = TagSet.name(tag);
            return List.of(new Word(form, upos, morphologist.of(form, upos)));
        }
        List<String> parts = Contractions.expand(form).orElseThrow();
        String second = tag == TagSet.ADP_DET ? "DET" : "PRON";
        return List.of(
                new Word(parts.get(0), "ADP", morphologist.of(parts.get(0), "ADP")),
                new Word(parts.get(1), second, morphologist.of(parts.get(1), second)));
    }
}
