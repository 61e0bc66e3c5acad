package fr.corpus.annotate.tag;

import fr.corpus.annotate.conllu.ConlluSentence;
import fr.corpus.annotate.conllu.ConlluToken;
import fr.corpus.annotate.conllu.ConlluWord;
import fr.corpus.annotate.lexicon.Lexicon;
import fr.corpus.annotate.model.ModelFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Trains a tagger from gold sentences and, where there are any, from sentences tagged by another tagger: of those, only the
 * tokens on which a first model agrees are learnt. Confined to one thread.
 */
public final class TaggerTraining {

    private static final int BITS = 18;

    private final WordTypes types = new WordTypes(new Lexicon());
    private final Map<String, WordType> met = new HashMap<>();

    /**
     * Trains.
     *
     * @param gold sentences that people have corrected
     * @param silver sentences of another tagger, may be empty
     */
    public ModelFile train(List<ConlluSentence> gold, List<ConlluSentence> silver, long seed) {
        List<TaggerTrainer.Example> examples = new ArrayList<>();
        gold.forEach(sentence -> examples.add(example(sentence, null)));
        ModelFile first = TaggerTrainer.train(examples, BITS, seed);
        if (silver.isEmpty()) {
            return first;
        }
        Tagger tagger = new Tagger(TaggerModel.of(first, "first"));
        for (ConlluSentence sentence : silver) {
            examples.add(example(sentence, tags(tagger, sentence)));
        }
        return TaggerTrainer.train(examples, BITS, seed);
    }

    private static byte[] tags(Tagger tagger, ConlluSentence sentence) {
        int size = sentence.tokens().size();
        TypedWord[] words = new TypedWord[size];
        for (int i = 0; i < size; i++) {
            String form = sentence.tokens().get(i).form();
            words[i] = tagger.word(form, 0, form.length());
        }
        byte[] tags = new byte[size];
        tagger.tag(words, size, tags);
        return tags;
    }

    private TaggerTrainer.Example example(ConlluSentence sentence, byte @org.jspecify.annotations.Nullable [] agreed) {
        int size = sentence.tokens().size();
        WordType[] words = new WordType[size];
        byte[] tags = new byte[size];
        for (int i = 0; i < size; i++) {
            ConlluToken token = sentence.tokens().get(i);
            words[i] = met.computeIfAbsent(token.form(), types::of);
            tags[i] = (byte)
                    TagSet.number(token.words().stream().map(ConlluWord::upos).collect(Collectors.joining("+")));
            if (agreed != null && agreed[i] != tags[i]) {
                tags[i] = -1;
            }
        }
        boolean question = size > 0 && words[size - 1].question() || size > 1 && words[size - 2].question();
        return new TaggerTrainer.Example(new TaggerTrainer.TypedExample(words, question), tags);
    }
}
