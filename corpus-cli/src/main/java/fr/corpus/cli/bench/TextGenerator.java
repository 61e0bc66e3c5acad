package fr.corpus.cli.bench;

import fr.corpus.cli.bench.GeneratedDocument.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Documents without end: each is a function of the seed and its number, on any machine. Thread-safe.
 *
 * <p>Of a hundred documents 3 repeat an earlier one exactly, 5 nearly (2 to 35 of a hundred sentences replaced, so that some
 * are below every threshold), 6 are noise.
 */
final class TextGenerator {

    private static final int EXACT_PERCENT = 3;
    private static final int NEAR_PERCENT = 5;
    private static final int NOISE_PERCENT = 6;
    private static final int MIN_SENTENCES = 6;
    private static final int MAX_SENTENCES = 160;
    private static final double LOG_MEDIAN_SENTENCES = 3.2;
    private static final int MAX_PARAGRAPH = 7;
    private static final double LEAST_REPLACED = 0.02;
    private static final double MOST_REPLACED = 0.35;

    private final Phrases phrases = Phrases.load();
    private final Noise noise = new Noise(phrases);
    private final long seed;

    TextGenerator(long seed) {
        this.seed = seed;
    }

    /** The document of a number, from 0. */
    GeneratedDocument document(long number) {
        SplittableRandom random = random(number);
        Kind kind = kind(number, random);
        if (kind == Kind.ORIGINAL) {
            return new GeneratedDocument(id(number), text(sentences(random)), id(number), kind, 1);
        }
        if (kind == Kind.NOISE) {
            return new GeneratedDocument(id(number), noise.text(random), id(number), kind, 1);
        }
        long original = original(number, random);
        List<String> sentences = sentencesOf(original);
        String text = text(sentences);
        if (kind == Kind.EXACT) {
            return new GeneratedDocument(id(number), text, id(original), kind, 1);
        }
        String changed = text(changed(sentences, random));
        return new GeneratedDocument(id(number), changed, id(original), kind, WordShingles.jaccard(text, changed));
    }

    private static String id(long number) {
        return "d" + number;
    }

    private SplittableRandom random(long number) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number * 0xD1B54A32D192ED03L);
    }

    private static Kind kind(long number, SplittableRandom random) {
        int percent = random.nextInt(100);
        if (percent < NOISE_PERCENT) {
            return Kind.NOISE;
        }
        if (number < 100 || percent >= NOISE_PERCENT + EXACT_PERCENT + NEAR_PERCENT) {
            return Kind.ORIGINAL;
        }
        return percent < NOISE_PERCENT + EXACT_PERCENT ? Kind.EXACT : Kind.NEAR;
    }

    /** An earlier original, all being as likely. */
    private long original(long number, SplittableRandom random) {
        while (true) {
            long candidate = random.nextLong(number);
            if (kind(candidate, random(candidate)) == Kind.ORIGINAL) {
                return candidate;
            }
        }
    }

    private List<String> sentencesOf(long original) {
        SplittableRandom random = random(original);
        kind(original, random);
        return sentences(random);
    }

    private List<String> sentences(SplittableRandom random) {
        // Four uniform values are normal enough, and the same on every platform.
        double normal = random.nextDouble() + random.nextDouble() + random.nextDouble() + random.nextDouble() - 2;
        int count = (int) StrictMath.exp(LOG_MEDIAN_SENTENCES + 1.2 * normal);
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < Math.max(MIN_SENTENCES, Math.min(MAX_SENTENCES, count)); i++) {
            sentences.add(phrases.sentence(random));
        }
        return sentences;
    }

    private List<String> changed(List<String> sentences, SplittableRandom random) {
        double share = LEAST_REPLACED + (MOST_REPLACED - LEAST_REPLACED) * random.nextDouble();
        int changes = Math.max(1, (int) Math.round(share * sentences.size()));
        List<String> changed = new ArrayList<>(sentences);
        for (int i = 0; i < changes; i++) {
            changed.set(random.nextInt(changed.size()), phrases.sentence(random));
        }
        return changed;
    }

    /** Paragraphs whose lengths follow from the sentences, so that a copy has those of its original. */
    private static String text(List<String> sentences) {
        StringBuilder text = new StringBuilder();
        int inParagraph = 0;
        for (int i = 0; i < sentences.size(); i++) {
            text.append(sentences.get(i));
            inParagraph++;
            if (inParagraph >= 3 + i % (MAX_PARAGRAPH - 2)) {
                text.append("\n\n");
                inParagraph = 0;
            } else {
                text.append(' ');
            }
        }
        return text.toString().strip();
    }
}
