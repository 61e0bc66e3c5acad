package fr.corpus.cli.command.console;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** In which of its two languages the command speaks. */
public final class Languages {

    private static final String OPTION = "--lang";

    private Languages() {}

    /**
     * The language of {@code --lang}; else of the first of CORPUS_LOCALE, LC_ALL, LC_MESSAGES, LANG that is set; else of the
     * JVM. Anything but French is English.
     *
     * <p>CORPUS_LOCALE holds what the user's locale was before the launcher chose one with UTF-8.
     */
    public static Locale of(String[] arguments, Map<String, String> environment) {
        String language = option(arguments)
                .or(() -> Stream.of("CORPUS_LOCALE", "LC_ALL", "LC_MESSAGES", "LANG")
                        .map(environment::get)
                        .filter(value -> value != null && !value.isEmpty())
                        .findFirst())
                .orElseGet(() -> Locale.getDefault(Locale.Category.DISPLAY).getLanguage());
        return isFrench(language) ? Locale.FRENCH : Locale.ENGLISH;
    }

    private static boolean isFrench(String language) {
        String lower = language.toLowerCase(Locale.ROOT);
        return lower.equals("fr") || lower.startsWith("fr_") || lower.startsWith("fr-") || lower.startsWith("fr.");
    }

    /** The option is needed before arguments are parsed, because their very errors are told in its language. */
    private static Optional<String> option(String[] arguments) {
        for (int i = 0; i < arguments.length && !arguments[i].equals("--"); i++) {
            if (arguments[i].equals(OPTION) && i + 1 < arguments.length) {
                return Optional.of(arguments[i + 1]);
            }
            if (arguments[i].startsWith(OPTION + "=")) {
                return Optional.of(arguments[i].substring(OPTION.length() + 1));
            }
        }
        return Optional.empty();
    }
}
