package fr.corpus.cli.command.registry;

import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.optout.OptOutRegistry;
import fr.corpus.optout.Receipt;
import fr.corpus.optout.Registered;
import fr.corpus.optout.ReservationId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One step of a reservation that exists: which one, why, and the receipt of the step. */
final class StepOptions {

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec = CommandSpec.create();

    @Mixin
    RegistryOptions registry = new RegistryOptions();

    @Parameters(index = "1", paramLabel = "RESERVATION", descriptionKey = "reservation")
    String reservation = "";

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "reason")
    String reason = "";

    @Option(names = "--out", paramLabel = "RECEIPT", descriptionKey = "receipt.out")
    @Nullable
    Path out;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    /** What is done. */
    @FunctionalInterface
    interface Step {
        /** Does it and answers the entry that records it. */
        Registered take(OptOutRegistry registry, ReservationId id, String reason) throws IOException;
    }

    /** Takes the step, writes its receipt and shows it. */
    int run(Console console, Step step) throws IOException {
        ReservationId id = ReservationArgument.parse(spec, reservation);
        if (out != null) {
            Receipt.requireFree(out);
        }
        try (OptOutRegistry open = registry.open()) {
            Registered done = step.take(open, id, reason);
            if (out != null) {
                open.receipt(done.index()).write(out);
            }
            new RegisteredView(console, json).print(registry.registry, open, done, Optional.ofNullable(out));
        }
        return ExitCode.DONE;
    }
}
