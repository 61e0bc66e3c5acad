package fr.corpus.eval.format;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Why a value is no output of a model: a sentence for users that waits for its place, which is its first argument. */
public final class RecordFault extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    private static final String NO_PLACE = "?";

    private final String key;
    private final transient List<Object> arguments;

    /**
     * A fault.
     *
     * @param name of the sentence in the bundle, behind {@code eval.output-}
     * @param arguments of the sentence behind the place
     */
    public RecordFault(String name, Object... arguments) {
        this("eval.output-" + name, List.of(arguments));
    }

    private RecordFault(String key, List<Object> arguments) {
        super(message(key, NO_PLACE, arguments).in(Locale.ENGLISH));
        this.key = key;
        this.arguments = arguments;
    }

    /** A field that must be there and is not. */
    public static RecordFault missing(String field) {
        return new RecordFault("field-missing", field);
    }

    /** The error of a place, as {@code file:line}. */
    public RecipeException at(String place) {
        return new RecipeException(message(key, place, arguments), this);
    }

    private static UserMessage message(String key, String place, List<Object> arguments) {
        List<Object> all = new ArrayList<>(List.of(place));
        all.addAll(arguments);
        return new UserMessage(key, all);
    }
}
