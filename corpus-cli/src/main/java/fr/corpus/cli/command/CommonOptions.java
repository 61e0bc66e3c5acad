package fr.corpus.cli.command;

import picocli.CommandLine.Option;

/** Options of every command. */
final class CommonOptions {

    @Option(names = "--lang", paramLabel = "fr|en", descriptionKey = "lang")
    String language = "";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "help")
    boolean help;

    @Option(names = "--debug", hidden = true)
    boolean debug;
}
