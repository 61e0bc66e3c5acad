package fr.corpus.annotate;

import fr.corpus.document.Annotations;
import fr.corpus.document.Token;
import fr.corpus.document.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Changes the words of tokens. Equal words are changed once and then known: most are the same object as before, which is how
 * taggers give them. Confined to one thread.
 */
final class WordMap {

    /** More different words than this are forgotten and begun again. */
    private static final int MOST_WORDS = 1 << 16;

    private final UnaryOperator<List<Word>> change;
    private final Map<List<Word>, List<Word>> same = new IdentityHashMap<>();
    private final Map<List<Word>, List<Word>> equal = new HashMap<>();

    WordMap(UnaryOperator<List<Word>> change) {
        this.change = change;
    }

    /** The layers with the words changed; those without tokens as they are. */
    Annotations apply(Annotations layers) {
        if (layers.tokens().isEmpty()) {
            return layers;
        }
        List<Token> tokens = layers.tokens().get();
        List<Token> changed = new ArrayList<>(tokens.size());
        for (Token token : tokens) {
            changed.add(token.with(of(token.words())));
        }
        return layers.withTokens(changed);
    }

    private List<Word> of(List<Word> words) {
        List<Word> known = same.get(words);
        if (known == null) {
            if (same.size() >= MOST_WORDS) {
                same.clear();
                equal.clear();
            }
            known = equal.computeIfAbsent(words, change);
            same.put(words, known);
        }
        return known;
    }
}
