package fr.corpus.cli.command.registry;

import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.UsageError;
import fr.corpus.error.UserMessage;
import fr.corpus.impact.Weighed;
import fr.corpus.optout.Declaration;
import fr.corpus.optout.OptOutRegistry;
import fr.corpus.optout.Registered;
import fr.corpus.optout.ReservationStatus;
import fr.corpus.release.ReleaseReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Against which release a declaration is weighed before it is registered. */
final class WeighOptions {

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec = CommandSpec.create();

    @Option(names = "--release", paramLabel = "RELEASE", descriptionKey = "weigh.release")
    @Nullable
    Path release;

    @Option(names = "--approve", paramLabel = "REASON", descriptionKey = "weigh.approve")
    @Nullable
    String approval;

    private Optional<String> objection = Optional.empty();

    /** The declaration as it is to be registered; says on the error stream what was left out of it. */
    Declaration weighed(Declaration declaration, Console console) throws IOException {
        if (release == null) {
            return declaration;
        }
        Weighed weighed = Weighed.of(
                ReleaseReader.open(release),
                declaration,
                LocalDate.now(ZoneOffset.UTC).getYear());
        objection = weighed.objection();
        if (approval == null) {
            weighed.requireNarrow();
        } else if (approval.isBlank()) {
            throw new UsageError.Refused(spec.commandLine(), UserMessage.of("cli.bad-value", "--approve", approval));
        }
        if (weighed.passages().dropped() > 0) {
            console.note(
                    "cli.common-passages",
                    weighed.passages().dropped(),
                    weighed.passages().of());
        }
        return weighed.declaration();
    }

    /** Records what the operator approved, or why the claim is contested from the start; answers the last entry. */
    Registered conclude(OptOutRegistry registry, Registered registered, Console console) throws IOException {
        if (approval != null) {
            return registry.decide(registered.id(), ReservationStatus.VERIFIED, approval);
        }
        if (objection.isPresent()) {
            console.note("cli.contested-from-start");
            return registry.contest(registered.id(), objection.get());
        }
        return registered;
    }
}
