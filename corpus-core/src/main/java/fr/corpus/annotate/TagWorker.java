package fr.corpus.annotate;

import fr.corpus.annotate.lemma.Morphologist;
import fr.corpus.annotate.tag.TagSet;
import fr.corpus.annotate.tag.Tagger;
import fr.corpus.annotate.tag.TypedWord;
import fr.corpus.annotate.token.Contractions;
import fr.corpus.document.Annotations;
import fr.corpus.document.TextOffsets;
import fr.corpus.document.Token;
import fr.corpus.document.Word;
import fr.corpus.step.Annotator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Tags with a {@link Tagger} of its own. Confined to one thread. Words of a form with a tag are made once and shared. */
final class TagWorker implements Annotator.Worker {

    private final Tagger tagger;
    private final Optional<Morphologist> morphologist;
    private final Annotator.Worker tokens = new TokenAnnotator().newWorker();
    private TypedWord[] words = new TypedWord[64];
    private byte[] tags = new byte[64];

    TagWorker(Tagger tagger, Optional<Morphologist> morphologist) {
        this.tagger = tagger;
        this.morphologist = morphologist;
    }

    @Override
    public Annotations annotate(String text, Annotations before) {
        Annotations layers = PosAnnotator.withTokens(text, before, tokens);
        List<Token> cut = layers.tokens().orElseThrow();
        List<Token> tagged = new ArrayList<>(cut.size());
        TextOffsets offsets = new TextOffsets(text);
        TokenSentences.each(layers, (from, to) -> {
            makeRoom(to - from);
            for (int i = from; i < to; i++) {
                int start = offsets.unitsOf(cut.get(i).start());
                words[i - from] =
                        tagger.word(text, start, offsets.unitsOf(cut.get(i).end()));
            }
            tagger.tag(words, to - from, tags);
            for (int i = from; i < to; i++) {
                tagged.add(cut.get(i).with(wordsOf(words[i - from], tags[i - from])));
            }
        });
        Arrays.fill(words, null);
        return layers.withTokens(tagged);
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
