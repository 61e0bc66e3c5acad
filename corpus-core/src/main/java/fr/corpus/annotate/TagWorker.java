package fr.corpus.annotate;

import fr.corpus.annotate.lemma.Morphologist;
import fr.corpus.annotate.tag.TagSet;
import fr.corpus.annotate.tag.Tagger;
import fr.corpus.annotate.tag.TypedWord;
import fr.corpus.annotate.token.Contractions;
import fr.corpus.annotate.token.TokenSpans;
import fr.corpus.annotate.token.TreebankTokenizer;
import fr.corpus.document.Annotations;
import fr.corpus.document.Span;
import fr.corpus.document.TextOffsets;
import fr.corpus.document.Token;
import fr.corpus.document.Word;
import fr.corpus.step.Annotator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Tags with a {@link Tagger} of its own, and cuts tokens when there are none. Confined to one thread. Words of a form with a tag are
 * made once and shared.
 */
final class TagWorker implements Annotator.Worker {

    private final Tagger tagger;
    private final Optional<Morphologist> morphologist;
    private final TokenSpans spans = new TokenSpans();
    private TypedWord[] words = new TypedWord[64];
    private byte[] tags = new byte[64];

    TagWorker(Tagger tagger, Optional<Morphologist> morphologist) {
        this.tagger = tagger;
        this.morphologist = morphologist;
    }

    @Override
    public Annotations annotate(String text, Annotations before) {
        Annotations layers = SentenceAnnotator.withSentences(text, before);
        List<Token> tagged = new ArrayList<>();
        TextOffsets offsets = new TextOffsets(text);
        TextOffsets back = new TextOffsets(text);
        if (layers.tokens().isPresent()) {
            List<Token> cut = layers.tokens().get();
            TokenSentences.each(layers, (from, to) -> {
                spans.clear();
                for (Token token : cut.subList(from, to)) {
                    int start = offsets.unitsOf(token.start());
                    spans.add(start, offsets.unitsOf(token.end()));
                }
                tag(text, back, tagged);
            });
        } else {
            for (Span sentence : layers.sentences().orElseThrow()) {
                spans.clear();
                int start = offsets.unitsOf(sentence.start());
                TreebankTokenizer.tokenize(text, start, offsets.unitsOf(sentence.end()), spans);
                tag(text, back, tagged);
            }
        }
        Arrays.fill(words, null);
        return layers.withTokens(tagged);
    }

    /** Tags the tokens of a sentence. */
    private void tag(String text, TextOffsets back, List<Token> out) {
        int size = spans.size();
        makeRoom(size);
        for (int i = 0; i < size; i++) {
            words[i] = tagger.word(text, spans.start(i), spans.end(i));
        }
        tagger.tag(words, size, tags);
        for (int i = 0; i < size; i++) {
            int start = back.codePointsOf(spans.start(i));
            out.add(new Token(start, back.codePointsOf(spans.end(i)), wordsOf(words[i], tags[i])));
        }
    }

    private void makeRoom(int size) {
        if (words.length < size) {
            words = new TypedWord[size * 2];
            tags = new byte[size * 2];
        }
    }

    @SuppressWarnings("unchecked")
    private List<Word> wordsOf(TypedWord word, int tag) {
        Object kept = word.morphology(tag);
        if (kept == null) {
            kept = make(word.form(), TagSet.name(tag));
            word.keep(tag, kept);
        }
        return (List<Word>) kept;
    }

    private List<Word> make(String form, String tag) {
        return make(form, tag, morphologist);
    }

    /** The words that a token with a tag stands for. */
    static List<Word> make(String form, String tag, Optional<Morphologist> morphologist) {
        int plus = tag.indexOf('+');
        if (TagSet.number(tag) < TagSet.ADP_DET) {
            return List.of(PosAnnotator.word(form, tag, morphologist));
        }
        String first = tag.substring(0, plus);
        Optional<List<String>> parts = Contractions.expand(form);
        return parts.isEmpty()
                ? List.of(PosAnnotator.word(form, first, morphologist))
                : List.of(
                        PosAnnotator.word(parts.get().get(0), first, morphologist),
                        PosAnnotator.word(parts.get().get(1), tag.substring(plus + 1), morphologist));
    }
}
