package fr.corpus.eval.run;

import fr.corpus.eval.pack.PackItem;
import fr.corpus.eval.pack.Prompt;
import fr.corpus.hash.Sha256;

/**
 * One item put by one prompt. Immutable.
 *
 * @param item what is asked
 * @param prompt how
 * @param text as the model sees it
 */
record Asked(PackItem item, Prompt prompt, String text) {

    static Asked of(PackItem item, Prompt prompt) {
        return new Asked(item, prompt, prompt.render(item));
    }

    /** {@code item#prompt}, as requests of a batch are named. */
    String key() {
        return item.id() + "#" + prompt.id();
    }

    String sha256() {
        return Sha256.of(text).hex();
    }
}
