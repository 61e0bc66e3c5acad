package fr.corpus.annotate.accuracy;

import fr.corpus.annotate.accuracy.Alignment.Pair;
import fr.corpus.annotate.accuracy.Units.Word;
import fr.corpus.annotate.conllu.ConlluSentence;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * How right a system is against gold, with the counts of the CoNLL 2018 shared task. Immutable.
 *
 * @param tokens surface tokens
 * @param sentences sentences
 * @param words words
 * @param upos parts of speech of words
 * @param features universal features of words
 * @param lemmas lemmas of words; a gold lemma {@code _} accepts any
 * @param plainUpos parts of speech of tokens that are no contraction in gold
 * @param contentLemmas lemmas of nouns, verbs, auxiliaries, adjectives and adverbs that are in no contraction, case ignored
 * @param confusions pairs {@code GOLD SYSTEM} of different parts of speech and how often they stand for each other
 */
public record Accuracy(
        Score tokens,
        Score sentences,
        Score words,
        Score upos,
        Score features,
        Score lemmas,
        Score plainUpos,
        Score contentLemmas,
        Map<String, Integer> confusions) {

    private static final Set<String> CONTENT = Set.of("NOUN", "VERB", "AUX", "ADJ", "ADV");

    public Accuracy {
        confusions = Map.copyOf(confusions);
    }

    /**
     * Compares.
     *
     * @param name what gold is called in messages
     * @throws MalformedSourceException if the two hold different characters
     */
    public static Accuracy of(List<ConlluSentence> gold, List<ConlluSentence> system, String name) {
        Units g = Units.of(gold);
        Units s = Units.of(system);
        if (!g.characters().equals(s.characters())) {
            throw new MalformedSourceException(UserMessage.of("annotate.other-text", name));
        }
        List<Pair> pairs = Alignment.of(g.words(), s.words());
        Map<String, Integer> confusions = new TreeMap<>();
        for (Pair pair : pairs) {
            if (!pair.gold().upos().equals(pair.system().upos())) {
                confusions.merge(pair.gold().upos() + " " + pair.system().upos(), 1, Integer::sum);
            }
        }
        int gs = g.words().size();
        int ss = s.words().size();
        return new Accuracy(
                spans(g.tokens(), s.tokens()),
                spans(g.sentences(), s.sentences()),
                new Score(pairs.size(), gs, ss, pairs.size()),
                count(pairs, gs, ss, p -> p.gold().upos().equals(p.system().upos())),
                count(pairs, gs, ss, p -> p.gold().features().equals(p.system().features())),
                count(pairs, gs, ss, p -> sameLemma(p.gold(), p.system())),
                plain(g, s, false),
                plain(g, s, true),
                confusions);
    }

    private static <T> Score spans(List<T> gold, List<T> system) {
        Set<T> both = new HashSet<>(gold);
        both.retainAll(system);
        return new Score(both.size(), gold.size(), system.size(), -1);
    }

    private static Score count(List<Pair> pairs, int gold, int system, Predicate<Pair> right) {
        return new Score((int) pairs.stream().filter(right).count(), gold, system, pairs.size());
    }

    private static boolean sameLemma(Word gold, Word system) {
        return gold.lemma().equals("_") || gold.lemma().equals(system.lemma());
    }

    /** Tokens that are no contraction in gold, the contractions of gold left out of what the system gave. */
    private static Score plain(Units gold, Units system, boolean lemmas) {
        Map<Units.Range, Word> bySpan = new java.util.HashMap<>();
        Map<Units.Range, Integer> parts = new java.util.HashMap<>();
        for (Word word : system.words()) {
            bySpan.putIfAbsent(word.range(), word);
            parts.merge(word.range(), 1, Integer::sum);
        }
        Set<Units.Range> contractions = new HashSet<>();
        int total = 0;
        int aligned = 0;
        int right = 0;
        for (Word word : gold.words()) {
            if (word.multiword()) {
                contractions.add(word.range());
                continue;
            }
            if (lemmas && !CONTENT.contains(word.upos())) {
                continue;
            }
            total++;
            Word other = bySpan.get(word.range());
            if (other != null) {
                aligned++;
                boolean one = parts.getOrDefault(word.range(), 0) == 1;
                boolean same = lemmas
                        ? word.lemma().equals("_") || word.lemma().equalsIgnoreCase(other.lemma())
                        : word.upos().equals(other.upos());
                right += one && same ? 1 : 0;
            }
        }
        int given = (int)
                system.tokens().stream().filter(t -> !contractions.contains(t)).count();
        return new Score(right, total, lemmas ? total : given, aligned);
    }
}
