package fr.corpus.annotate;

import fr.corpus.annotate.model.ModelFile;
import fr.corpus.annotate.model.WeightRows;
import fr.corpus.document.Span;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Learns {@link MissingStops} from texts whose sentences are known, by logistic regression: stochastic gradient with a rate of its
 * own for each weight, features left out at random, weights averaged over the second half. The same texts and seed give the same
 * bytes on every machine. Confined to one thread.
 */
public final class MissingStopsTrainer {

    private static final int BITS = 16;
    private static final int EPOCHS = 6;
    private static final float RATE = 0.1f;
    private static final float LEFT_OUT = 0.3f;

    private final List<Case> cases = new ArrayList<>();

    private record Case(int[] features, boolean end) {}

    /** Adds the sentences of a text; they are joined by one space. */
    public void add(List<String> sentences) {
        String text = String.join(" ", sentences);
        StopFeatures features = new StopFeatures(text, new SentenceEnds(text, true));
        int before = 0;
        int start = 0;
        for (String sentence : sentences) {
            int end = start + sentence.length();
            add(text, features, start, start, end);
            if (start > 0 && StopFeatures.isCandidate(text, start - 1)) {
                add(text, features, before, start, end); // as when the end before was missed
            }
            before = start;
            start = end + 1;
        }
    }

    /** Adds a text of which only the marks are trusted: no sentence ends in it without one. */
    public void addRunning(String text) {
        List<String> sentences = new ArrayList<>();
        int from = 0;
        int at = 0;
        for (Span span : new SentenceSplitter(LineBreaks.END).split(text)) {
            at = text.offsetByCodePoints(at, span.end() - text.codePointCount(0, at));
            char last = text.charAt(at - 1);
            if (Marks.isStop(last) || Marks.isClosing(last)) {
                sentences.add(text.substring(from, at).strip());
                from = at;
            }
        }
        add(sentences);
    }

    private void add(String text, StopFeatures features, int start, int from, int end) {
        for (int at = from + 1; at <= end && at < text.length(); at++) {
            if (text.charAt(at) == ' ' && StopFeatures.isCandidate(text, at)) {
                cases.add(new Case(features.at(at, start).clone(), at == end));
            }
        }
    }

    /** Trains. */
    public ModelFile train(long seed) {
        float[] weights = new float[1 << BITS];
        float[] squares = new float[1 << BITS];
        float[] average = new float[1 << BITS];
        Random random = new Random(seed); // the linear congruential generator that the Java platform specifies
        List<Case> order = new ArrayList<>(cases);
        int[] rows = new int[StopFeatures.SIZE];
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, random);
            for (Case one : order) {
                int size = 0;
                float score = 0;
                for (int feature : one.features()) {
                    if (random.nextFloat() >= LEFT_OUT) {
                        rows[size++] = feature >>> 32 - BITS;
                        score += weights[feature >>> 32 - BITS];
                    }
                }
                float share = (float) (1 / (1 + StrictMath.exp(-score / (1 - LEFT_OUT))));
                float gradient = (one.end() ? 1 : 0) - share;
                for (int k = 0; k < size; k++) {
                    squares[rows[k]] += gradient * gradient;
                    weights[rows[k]] += RATE * gradient / (float) Math.sqrt(squares[rows[k]] + 1e-2f);
                }
            }
            if (epoch >= EPOCHS / 2) {
                for (int i = 0; i < average.length; i++) {
                    average[i] += weights[i] / (EPOCHS - EPOCHS / 2);
                }
            }
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(BITS);
        WeightRows.write(body, average, BITS, 1);
        return new ModelFile(MissingStops.KIND, seed, body.toByteArray());
    }
}
