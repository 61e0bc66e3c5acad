package fr.corpus.cli.command;

import fr.corpus.error.UserMessage;
import fr.corpus.optout.OptOutRegistry;
import fr.corpus.optout.Receipt;
import fr.corpus.optout.Registered;
import fr.corpus.optout.ReservationId;
import fr.corpus.optout.ReservationStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Records that a reservation is said to be wrong, what its holder answers, or what the operator decides. */
@Command(name = "contest")
final class OptOutContestCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    RegistryOptions registry = new RegistryOptions();

    @Parameters(index = "1", paramLabel = "RESERVATION", descriptionKey = "reservation")
    String reservation = "";

    @Option(names = "--answer", descriptionKey = "contest.answer")
    boolean answer;

    @Option(names = "--decide", paramLabel = "STATUS", descriptionKey = "contest.decide")
    @Nullable
    String decision;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "reason")
    String reason = "";

    @Option(names = "--out", paramLabel = "RECEIPT", descriptionKey = "receipt.out")
    @Nullable
    Path out;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    OptOutContestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ReservationId id = ReservationArgument.parse(spec, reservation);
        Optional<ReservationStatus> decided = decided();
        if (out != null) {
            Receipt.requireFree(out);
        }
        try (OptOutRegistry open = registry.open()) {
            Registered done;
            if (decided.isPresent()) {
                done = open.decide(id, decided.get(), reason);
            } else {
                done = answer ? open.counterNotice(id, reason) : open.contest(id, reason);
            }
            if (out != null) {
                open.receipt(done.index()).write(out);
            }
            new RegisteredView(console, json).print(registry.registry, open, done, Optional.ofNullable(out));
        }
        return ExitCode.DONE;
    }

    private Optional<ReservationStatus> decided() {
        if (decision == null) {
            return Optional.empty();
        }
        ReservationStatus status = ReservationStatus.find(decision)
                .filter(found -> found == ReservationStatus.VERIFIED
                        || found == ReservationStatus.REJECTED
                        || found == ReservationStatus.SUPERSEDED)
                .orElseThrow(() -> new UsageError.Refused(
                        spec.commandLine(), UserMessage.of("cli.bad-value", "--decide", String.valueOf(decision))));
        return Optional.of(status);
    }
}
