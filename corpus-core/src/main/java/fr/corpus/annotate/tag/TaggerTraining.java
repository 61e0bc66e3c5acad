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
import org.jspecify.annotations.Nullable;

/**
 * Trains a tagger from gold sentences and, where there are any, from sentences tagged by another tagger: of those, only the
 * tokens on which a first model agrees are learnt. The second look is learnt from gold, each part of it tagged by a model of the
 * other parts. Confined to one thread.
 */
public final class TaggerTraining {

    private static final int BITS = 18;
    private static final int SECOND_BITS = 17;
    private static final int PARTS = 3;

    /** Tokens whose best tag leads by less than this many steps of a weight are looked at again. */
    private static final int DOUBT = 64;

    /** The same while learning what to do then: cases that are nearly in doubt teach, too. */
    private static final int DOUBT_IN_TRAINING = 128;

    /** Sentences beside each other in a treebank stay in one part. */
    private static final int RUN = 10;

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
        float[] second = secondLook(examples, seed);
        float[] first = TaggerTrainer.train(examples, BITS, seed);
        if (!silver.isEmpty()) {
            Tagger tagger = tagger(first, seed);
            for (ConlluSentence sentence : silver) {
                examples.add(example(sentence, tagger));
            }
            first = TaggerTrainer.train(examples, BITS, seed);
        }
        return TaggerModel.file(first, BITS, second, SECOND_BITS, DOUBT, seed);
    }

    private static Tagger tagger(float[] first, long seed) {
        ModelFile file = TaggerModel.file(
                first, BITS, new float[TagSet.SIZE << SECOND_BITS], SECOND_BITS, DOUBT_IN_TRAINING, seed);
        return new Tagger(TaggerModel.of(file, "first"));
    }

    private static float[] secondLook(List<TaggerTrainer.Example> gold, long seed) {
        SecondLookTrainer trainer = new SecondLookTrainer();
        for (int part = 0; part < PARTS; part++) {
            List<TaggerTrainer.Example> others = new ArrayList<>();
            List<TaggerTrainer.Example> held = new ArrayList<>();
            for (int i = 0; i < gold.size(); i++) {
                (i / RUN % PARTS == part ? held : others).add(gold.get(i));
            }
            Tagger tagger = tagger(TaggerTrainer.train(others, BITS, seed + part), seed);
            for (TaggerTrainer.Example example : held) {
                TypedWord[] words = example.words(tagger);
                byte[] tags = new byte[words.length];
                Doubts doubts = new Doubts();
                tagger.firstLook(words, words.length, tags, doubts);
                trainer.add(example, tags, doubts);
            }
        }
        return trainer.train(SECOND_BITS, seed);
    }

    private TaggerTrainer.Example example(ConlluSentence sentence, @Nullable Tagger agreeing) {
        int size = sentence.tokens().size();
        String[] forms = new String[size];
        WordType[] words = new WordType[size];
        byte[] tags = new byte[size];
        for (int i = 0; i < size; i++) {
            ConlluToken token = sentence.tokens().get(i);
            forms[i] = token.form();
            words[i] = met.computeIfAbsent(token.form(), types::of);
            tags[i] = (byte)
                    TagSet.number(token.words().stream().map(ConlluWord::upos).collect(Collectors.joining("+")));
        }
        boolean question = size > 0 && words[size - 1].question() || size > 1 && words[size - 2].question();
        TaggerTrainer.Example example = new TaggerTrainer.Example(forms, words, question, tags);
        if (agreeing != null) {
            keepAgreed(example, agreeing);
        }
        return example;
    }

    private static void keepAgreed(TaggerTrainer.Example example, Tagger tagger) {
        TypedWord[] words = example.words(tagger);
        byte[] agreed = new byte[words.length];
        tagger.tag(words, words.length, agreed);
        for (int i = 0; i < agreed.length; i++) {
            if (agreed[i] != example.tags()[i]) {
                example.tags()[i] = -1;
            }
        }
    }
}
