package fr.corpus.cli.command.annotate;

import fr.corpus.annotate.LayerChain;
import fr.corpus.annotate.TreebankCheck;
import fr.corpus.annotate.accuracy.Accuracy;
import fr.corpus.annotate.accuracy.Score;
import fr.corpus.annotate.conllu.ConlluReader;
import fr.corpus.annotate.conllu.ConlluSentence;
import fr.corpus.cli.command.console.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Prints the layers of CoNLL-U files as a table in Markdown: tokens and sentences from raw text, the rest on gold tokens. */
record AccuracyTable(Console console) {

    void print(LayerChain.Steps with, List<Path> gold) throws IOException {
        console.print("cli.accuracy-table");
        console.out().println("|---|---|---|---|---|---|---|---|");
        for (Path file : gold) {
            List<ConlluSentence> sentences = ConlluReader.readAll(file);
            Accuracy raw = TreebankCheck.check(with, sentences, true, file.toString());
            Accuracy onTokens = TreebankCheck.check(with, sentences, false, file.toString());
            Score plain = onTokens.plainUpos();
            console.out()
                    .println(String.format(
                            Locale.ROOT,
                            "| %s | %.2f | %.1f | %.2f | %.2f (%.1f–%.1f) | %.1f | %.1f | %.1f |",
                            file.getFileName(),
                            100 * raw.tokens().f1(),
                            100 * raw.sentences().f1(),
                            100 * onTokens.upos().f1(),
                            100 * plain.f1(),
                            100 * plain.low(),
                            100 * plain.high(),
                            100 * onTokens.features().f1(),
                            100 * onTokens.lemmas().f1(),
                            100 * onTokens.contentLemmas().f1()));
        }
    }
}
