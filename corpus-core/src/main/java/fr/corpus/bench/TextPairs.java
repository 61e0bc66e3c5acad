package fr.corpus.bench;

import fr.corpus.eval.metric.Segments;
import java.util.ArrayList;
import java.util.List;

/**
 * French segments of about 25 words and what a mediocre system makes of them: words lost, added, changed and moved. Made by a
 * seed, to measure the speed of metrics.
 */
public final class TextPairs {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 40;
    private static final int LONGEST_RUN = 3;

    private final Composer composer = new Composer(Grammar.load());
    private final SeededRandom random;
    private final List<String> words = new ArrayList<>();
    private int next;

    private TextPairs(long seed) {
        random = new SeededRandom(seed);
    }

    /**
     * Segments with one reference each.
     *
     * @param count at least 1
     * @param seed the same seed gives the same segments
     */
    public static Segments generate(int count, long seed) {
        TextPairs pairs = new TextPairs(seed);
        List<String> hypotheses = new ArrayList<>(count);
        List<String> references = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            List<String> segment = pairs.segment();
            references.add(String.join(" ", segment));
            hypotheses.add(String.join(" ", pairs.changed(segment)));
        }
        return new Segments(hypotheses, List.of(references));
    }

    private List<String> segment() {
        int length = random.between(SHORTEST, LONGEST);
        List<String> segment = new ArrayList<>(length);
        while (segment.size() < length) {
            segment.add(word());
        }
        return segment;
    }

    private String word() {
        while (next >= words.size()) {
            words.clear();
            words.addAll(List.of(composer.compose(random).strip().split("[ \n]+")));
            next = 0;
        }
        return words.get(next++);
    }

    private List<String> changed(List<String> segment) {
        List<String> words = new ArrayList<>(segment);
        int changes = random.between(2, 8);
        for (int i = 0; i < changes; i++) {
            int place = random.below(words.size());
            switch (random.below(4)) {
                case 0 -> words.set(place, segment.get(random.below(segment.size())));
                case 1 -> words.add(place, segment.get(random.below(segment.size())));
                case 2 -> words.remove(place);
                default -> move(words, place);
            }
        }
        return words;
    }

    private void move(List<String> words, int place) {
        List<String> run = words.subList(place, Math.min(words.size(), place + LONGEST_RUN));
        List<String> moved = new ArrayList<>(run);
        run.clear();
        words.addAll(random.below(words.size() + 1), moved);
    }
}
