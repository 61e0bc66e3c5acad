package fr.corpus.annotate;

import fr.corpus.annotate.entity.Entity;
import fr.corpus.annotate.entity.EntityTagger;
import fr.corpus.annotate.lemma.Morphologist;
import fr.corpus.annotate.tag.Tagger;
import fr.corpus.annotate.tag.TypedWord;
import fr.corpus.annotate.token.TokenSpans;
import fr.corpus.annotate.token.TreebankTokenizer;
import fr.corpus.document.Annotations;
import fr.corpus.document.Mention;
import fr.corpus.document.Span;
import fr.corpus.document.TextOffsets;
import fr.corpus.document.Token;
import fr.corpus.document.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Annotates French text: sentences, tokens, words, parts of speech, lemmas, features. Confined to one thread; the models
 * are shared, so make one for each thread. The result depends on the text only, not on what was annotated before.
 */
public final class TextAnnotator {

    private final SentenceSplitter splitter;
    private final Tagger tagger;
    private final Morphologist morphologist;
    private final SentenceView view;

    /** An annotator with the models that the library carries. */
    public TextAnnotator(SentenceSplitter splitter) {
        this(splitter, new Tagger(), new Morphologist());
    }

    /** An annotator with these models; its entities are those of the model that the library carries. */
    public TextAnnotator(SentenceSplitter splitter, Tagger tagger, Morphologist morphologist) {
        this(splitter, tagger, morphologist, null);
    }

    private TextAnnotator(
            SentenceSplitter splitter, Tagger tagger, Morphologist morphologist, @Nullable EntityTagger entities) {
        this.splitter = splitter;
        this.tagger = tagger;
        this.morphologist = morphologist;
        view = new SentenceView(morphologist, entities);
    }

    /** The same annotator with a tagger of entities of its own; use one of the two only. */
    public TextAnnotator with(EntityTagger entities) {
        return new TextAnnotator(splitter, tagger, morphologist, entities);
    }

    /** Gives each sentence of a text, in order; sentences and tokens together hold all that is not white space. */
    public void annotate(String text, Consumer<SentenceView> sentences) {
        TextOffsets offsets = new TextOffsets(text);
        for (Span span : splitter.split(text)) {
            int start = offsets.unitsOf(span.start());
            annotate(text, start, offsets.unitsOf(span.end()), sentences);
        }
        view.forget();
    }

    /** The layers of a text: sentences, tokens, words with all that is said of them, and entities when asked for. */
    public Annotations annotations(String text, boolean withEntities) {
        List<Token> tokens = new ArrayList<>();
        List<Mention> entities = new ArrayList<>();
        TextOffsets offsets = new TextOffsets(text);
        TextOffsets ofEntities = new TextOffsets(text);
        annotate(text, view -> {
            for (int i = 0; i < view.size(); i++) {
                int start = offsets.codePointsOf(view.start(i));
                tokens.add(new Token(start, offsets.codePointsOf(view.end(i)), words(view.wordsOf(i))));
            }
            for (Entity entity : withEntities ? view.entities() : List.<Entity>of()) {
                int start = ofEntities.codePointsOf(entity.start());
                entities.add(new Mention(
                        start,
                        ofEntities.codePointsOf(entity.end()),
                        entity.type().name()));
            }
        });
        Annotations layers =
                Annotations.NONE.withSentences(splitter.split(text)).withTokens(tokens);
        return withEntities ? layers.withEntities(entities) : layers;
    }

    private static List<Word> words(List<SentenceView.Word> words) {
        return words.stream()
                .map(word -> new Word(
                        word.form(),
                        word.upos(),
                        word.morphology().lemma(),
                        word.morphology().entry(),
                        word.morphology().features()))
                .toList();
    }

    private void annotate(String text, int start, int end, Consumer<SentenceView> sentences) {
        TokenSpans spans = view.start(text);
        TreebankTokenizer.tokenize(text, start, end, spans);
        if (spans.size() == 0) {
            return;
        }
        TypedWord[] words = view.words();
        for (int i = 0; i < spans.size(); i++) {
            words[i] = tagger.word(text, spans.start(i), spans.end(i));
        }
        tagger.tag(words, spans.size(), view.tags());
        sentences.accept(view);
    }

    /** Annotates one sentence whose tokens are known; its text is the tokens joined by one space. */
    public void annotateTokens(List<String> forms, Consumer<SentenceView> sentence) {
        String text = String.join(" ", forms);
        TokenSpans spans = view.start(text);
        int at = 0;
        for (String form : forms) {
            spans.add(at, at + form.length());
            at += form.length() + 1;
        }
        TypedWord[] words = view.words();
        for (int i = 0; i < spans.size(); i++) {
            words[i] = tagger.word(text, spans.start(i), spans.end(i));
        }
        tagger.tag(words, spans.size(), view.tags());
        sentence.accept(view);
    }
}
