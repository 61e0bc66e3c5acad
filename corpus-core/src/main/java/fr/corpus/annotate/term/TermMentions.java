package fr.corpus.annotate.term;

import fr.corpus.document.Annotations;
import fr.corpus.document.Mention;
import fr.corpus.document.Token;
import java.util.ArrayList;
import java.util.List;

/** The noun phrases and compounds of a text that may be terms. Stateless. */
public final class TermMentions {

    private TermMentions() {}

    /**
     * The terms of several words, from left to right, of those that begin alike the longest, none within another; labelled with
     * their lemmas, one blank between them.
     *
     * @param layers sentences, and tokens with parts of speech and lemmas
     */
    public static List<Mention> of(Annotations layers) {
        List<Token> tokens = layers.tokens().orElse(List.of());
        List<Mention> mentions = new ArrayList<>();
        TermSpans.each(layers, (words, lexical) -> {
            int start = tokens.get(words.get(0).token()).start();
            int end = tokens.get(words.get(words.size() - 1).token()).end();
            Mention before = mentions.isEmpty() ? null : mentions.get(mentions.size() - 1);
            if (before != null && before.start() == start) {
                mentions.remove(mentions.size() - 1);
            } else if (before != null && start < before.end()) {
                return;
            }
            mentions.add(new Mention(start, end, TermSpans.key(words)));
        });
        return mentions;
    }
}
