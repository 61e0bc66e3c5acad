package fr.corpus.search;

import fr.corpus.fingerprint.Samples;
import fr.corpus.match.Quotation;
import fr.corpus.optout.WorkFingerprint;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TokenizedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares texts with a work by samples. Confined to one thread. */
final class WorkSamples {

    private final FrenchTokenizer tokenizer = new FrenchTokenizer();
    private final TokenizedText tokens = new TokenizedText();
    private final Samples samples = new Samples();
    private final Map<Long, Integer> places = new HashMap<>();
    private int compared;

    WorkSamples(WorkFingerprint work) {
        long[] hashes = work.samples();
        for (int i = 0; i < hashes.length; i++) {
            places.put(hashes[i], i);
        }
    }

    /** Samples that a text has in common with the work, in {@link Quotation#ORDER}. */
    List<Quotation.Hit> common(String text) {
        tokenizer.tokenize(text, tokens);
        int n = samples.of(tokens);
        compared = samples.distinct().length;
        return common(samples.hashes(), n);
    }

    /** The same of a text that is gone, by its samples in their order; it has no passage. */
    List<Quotation.Hit> common(long[] hashes) {
        compared = (int) Arrays.stream(hashes).distinct().count();
        return common(hashes, hashes.length);
    }

    private List<Quotation.Hit> common(long[] hashes, int n) {
        List<Quotation.Hit> hits = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Integer place = places.get(hashes[i]);
            if (place != null) {
                hits.add(new Quotation.Hit(i, place));
            }
        }
        return hits;
    }

    /** Whether a text with these samples in common quotes the work. */
    boolean isQuotation(List<Quotation.Hit> hits) {
        return Quotation.isIn(hits, places.size());
    }

    /** How much the text last compared and the work have in common. */
    Match.Shares shares(List<Quotation.Hit> hits) {
        int common =
                (int) hits.stream().mapToInt(Quotation.Hit::workAt).distinct().count();
        return new Match.Shares(common, places.size(), compared);
    }

    /** The longest part of the text last compared in which samples of the work follow each other as they do in the work. */
    Passage passage(String text, List<Quotation.Hit> hits) {
        int bestFrom = 0;
        int bestTo = 0;
        int from = 0;
        for (int i = 0; i < hits.size(); i++) {
            if (i > 0 && !follows(hits.get(i - 1), hits.get(i))) {
                from = i;
            }
            if (i - from > bestTo - bestFrom) {
                bestFrom = from;
                bestTo = i;
            }
        }
        int first = samples.tokens()[hits.get(bestFrom).documentAt()];
        int last = samples.tokens()[hits.get(bestTo).documentAt()];
        return Passage.of(text, tokens.start()[first], tokens.end()[lastWord(last)]);
    }

    private static boolean follows(Quotation.Hit one, Quotation.Hit next) {
        return next.documentAt() - one.documentAt() < Quotation.WINDOW
                && Math.abs(next.workAt() - one.workAt()) < Quotation.SPREAD;
    }

    /** The last word of the sequence that begins with a token. */
    private int lastWord(int first) {
        int words = 0;
        for (int i = first; i < tokens.size(); i++) {
            if (tokens.folded()[i] != 0
                    && tokens.codePoints()[i] >= Samples.MIN_CODE_POINTS
                    && ++words == Samples.WORDS) {
                return i;
            }
        }
        return tokens.size() - 1;
    }
}
