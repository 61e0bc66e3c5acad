package fr.corpus.cli.command.console;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command. */
public final class CommonOptions {

    /** The languages of the command. */
    enum Language {
        FR,
        EN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** After the options of the command itself. */
    private static final int LAST = 100;

    @Option(names = "--lang", paramLabel = "fr|en", descriptionKey = "lang", order = LAST)
    @Nullable
    Language language; // read from the raw arguments by Languages, checked here

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "help",
            order = LAST)
    boolean help;

    @Option(names = "--debug", hidden = true)
    boolean debug;
}
