package fr.corpus.annotate.term;

import fr.corpus.annotate.model.ModelFile;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often lemmas are met in a reference: what a corpus is compared with. Immutable, thread-safe. What the carried one was
 * counted in: docs/models/annotation.md.
 */
public final class LemmaFrequencies {

    /** The kind of its model file. */
    public static final String KIND = "frequencies";

    /** Lemmas that a table has at most. */
    public static final int MOST = 20_000;

    private final Digest digest;
    private final long words;
    private final Map<String, Integer> counts;
    private final Map<String, Integer> ranks;

    private LemmaFrequencies(Digest digest, long words, Map<String, Integer> counts, Map<String, Integer> ranks) {
        this.digest = digest;
        this.words = words;
        this.counts = counts;
        this.ranks = ranks;
    }

    /** The table that the library carries, read once. */
    public static LemmaFrequencies load() {
        return Carried.TABLE;
    }

    private static final class Carried {
        static final LemmaFrequencies TABLE = of(ModelFile.load(KIND), KIND + ".model");
    }

    /**
     * The table of a model file.
     *
     * @param name the file's name in messages
     * @throws MalformedSourceException if a line is none of its format
     */
    public static LemmaFrequencies of(ModelFile file, String name) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Integer> ranks = new HashMap<>();
        String[] lines = new String(file.body(), StandardCharsets.UTF_8).split("\n");
        try {
            for (int i = 1; i < lines.length; i++) {
                int tab = lines[i].lastIndexOf('\t');
                String key = lines[i].substring(0, tab);
                String lemma = key.substring(0, key.lastIndexOf('\t'));
                counts.put(key, Integer.parseInt(lines[i].substring(tab + 1)));
                if (!key.endsWith("\tPROPN")) {
                    ranks.putIfAbsent(lemma, ranks.size() + 1);
                }
            }
            return new LemmaFrequencies(file.digest(), Long.parseLong(lines[0]), counts, ranks);
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new MalformedSourceException(UserMessage.of("annotate.model-body", name), e);
        }
    }

    /** Makes a table of the most frequent lemmas counted; the same counts give the same bytes. */
    public static ModelFile train(LemmaCounts counted, long seed) {
        StringBuilder body = new StringBuilder().append(counted.words()).append('\n');
        counted.counted().stream()
                .limit(MOST)
                .forEach(lemma -> body.append(lemma.lemma())
                        .append('\t')
                        .append(lemma.upos())
                        .append('\t')
                        .append(lemma.count())
                        .append('\n'));
        return new ModelFile(KIND, seed, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The digest of its model. */
    public Digest digest() {
        return digest;
    }

    /** Words of the reference, those included whose lemma is not in the table. */
    public long words() {
        return words;
    }

    /** How often the reference has a lemma as this part of speech; 0 when it is not in the table. */
    public int count(String lemma, String upos) {
        return counts.getOrDefault(lemma + '\t' + upos, 0);
    }

    /** The place of a lemma among the common words by frequency, from 1; {@link Integer#MAX_VALUE} when it is not in the table. */
    public int rank(String lemma) {
        return ranks.getOrDefault(lemma, Integer.MAX_VALUE);
    }

    /** The lemmas of a corpus that it uses significantly more than the reference does, the most significant first. */
    List<Keyword> keywords(LemmaCounts corpus, int least, int most) {
        return corpus.counted().stream()
                .filter(lemma -> lemma.count() >= least && Keyword.CLASSES.contains(lemma.upos()))
                .map(lemma -> Keyword.of(lemma, corpus.words(), count(lemma.lemma(), lemma.upos()), words))
                .filter(word -> word.logRatio() > 0 && word.logLikelihood() >= Keyness.SIGNIFICANT)
                .sorted(Keyword.ORDER)
                .limit(most)
                .toList();
    }
}
