package fr.corpus.error;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * A sentence for users, kept as key and arguments until the language is known. Immutable.
 *
 * <p>The first segment of the key names the room whose bundle holds the pattern: {@code read.jsonl.invalid-utf8} is
 * looked up, whole, in {@code fr/corpus/read/messages.properties} and {@code messages_fr.properties} (UTF-8, {@link
 * MessageFormat} patterns, hence ’ and never '). Numbers given as text are printed as they are; numbers given as
 * {@link Number} follow the locale; a message as argument is told in the same language.
 *
 * @param key dotted lower-case words joined by hyphens, at least two segments
 * @param arguments the pattern's arguments in order
 */
public record UserMessage(String key, List<Object> arguments) {

    /** A French JVM asked for English must not fall back to French: English is the root bundle. */
    private static final ResourceBundle.Control NO_DEFAULT_LOCALE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public UserMessage {
        if (key.indexOf('.') <= 0) {
            throw new IllegalArgumentException("need room.name, got " + key);
        }
        arguments = List.copyOf(arguments);
    }

    /** A message from its key and arguments. */
    public static UserMessage of(String key, Object... arguments) {
        return new UserMessage(key, Arrays.asList(arguments));
    }

    /**
     * The sentence in French when the locale's language is French, else in English.
     *
     * @throws java.util.MissingResourceException if the room has no such key: a bug, caught by the bundle test
     */
    public String in(Locale locale) {
        Locale shown = "fr".equals(locale.getLanguage()) ? Locale.FRENCH : Locale.ENGLISH;
        String room = key.substring(0, key.indexOf('.'));
        String bundle = "fr.corpus." + room + ".messages";
        ResourceBundle messages = ResourceBundle.getBundle(bundle, shown, NO_DEFAULT_LOCALE);
        Object[] told = arguments.stream()
                .map(argument -> argument instanceof UserMessage message ? message.in(shown) : argument)
                .toArray();
        return new MessageFormat(messages.getString(key), shown).format(told);
    }
}
