package fr.corpus.eval.pack;

import fr.corpus.error.UserMessage;
import java.util.Locale;

/** Why fields make no item: the end of a sentence for users, told in their language. */
final class ItemFault extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient UserMessage detail;

    /**
     * A fault.
     *
     * @param name of the sentence in the bundle, behind {@code eval.item-}
     */
    ItemFault(String name, Object... arguments) {
        this(UserMessage.of("eval.item-" + name, arguments));
    }

    private ItemFault(UserMessage detail) {
        super(detail.in(Locale.ENGLISH));
        this.detail = detail;
    }

    /** What is wrong. */
    UserMessage detail() {
        return detail;
    }
}
