package fr.corpus.cli.command.release;

import fr.corpus.cli.command.console.UsageError;
import fr.corpus.error.UserMessage;
import fr.corpus.match.BroadChoice;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What becomes of selectors of unverified claims that take too much. */
final class BroadOption {

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec = CommandSpec.create();

    private BroadChoice choice = BroadChoice.SET_ASIDE;

    @Option(names = "--over-broad", paramLabel = "set-aside|withhold", descriptionKey = "over-broad")
    void choose(String word) {
        choice = BroadChoice.find(word)
                .orElseThrow(() -> new UsageError.Refused(
                        spec.commandLine(), UserMessage.of("cli.bad-value", "--over-broad", word)));
    }

    /** Set aside unless the user says otherwise. */
    BroadChoice choice() {
        return choice;
    }
}
