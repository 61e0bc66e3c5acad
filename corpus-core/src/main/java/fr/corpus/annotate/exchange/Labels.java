package fr.corpus.annotate.exchange;

import fr.corpus.document.Mention;
import fr.corpus.document.Token;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Labelled spans as IOB2 tags of tokens and back. Stateless. */
final class Labels {

    /** The tag of a token in no span. */
    static final String OUTSIDE = "O";

    private Labels() {}

    /**
     * The tag of each token.
     *
     * @throws MalformedSourceException if a span does not begin and end with a token
     */
    static String[] tags(AnnotatedText text, List<Mention> mentions) {
        List<Token> tokens = text.layers().tokens().orElseThrow();
        String[] tags = new String[tokens.size()];
        Arrays.fill(tags, OUTSIDE);
        int at = 0;
        for (Mention mention : mentions) {
            while (at < tags.length && tokens.get(at).start() < mention.start()) {
                at++;
            }
            int first = at;
            while (at < tags.length && tokens.get(at).end() <= mention.end()) {
                tags[at] = (at == first ? "B-" : "I-") + mention.label();
                at++;
            }
            if (at == first
                    || tokens.get(first).start() != mention.start()
                    || tokens.get(at - 1).end() != mention.end()) {
                throw new MalformedSourceException(UserMessage.of(
                        "annotate.mention-between-tokens",
                        text.id(),
                        Integer.toString(mention.start()),
                        Integer.toString(mention.end()),
                        mention.label()));
            }
        }
        return tags;
    }

    /** The spans that tags tell; {@code I-} after another label or after none begins one, as in IOB1. */
    static List<Mention> mentions(List<Token> tokens, List<String> tags) {
        List<Mention> mentions = new ArrayList<>();
        String open = "";
        int start = 0;
        for (int i = 0; i <= tags.size(); i++) {
            String tag = i < tags.size() ? tags.get(i) : OUTSIDE;
            String label = tag.equals(OUTSIDE) ? "" : tag.substring(2);
            boolean goesOn = !label.isEmpty() && tag.startsWith("I-") && label.equals(open);
            if (!open.isEmpty() && !goesOn) {
                mentions.add(new Mention(start, tokens.get(i - 1).end(), open));
            }
            if (!label.isEmpty() && !goesOn) {
                start = tokens.get(i).start();
            }
            open = label;
        }
        return mentions;
    }

    /** Whether this is a tag: {@code O}, or {@code B-} or {@code I-} and a label. */
    static boolean isTag(String tag) {
        return tag.equals(OUTSIDE) || tag.length() > 2 && (tag.startsWith("B-") || tag.startsWith("I-"));
    }
}
