package fr.corpus.cli.command.registry;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.optout.Declaration;
import fr.corpus.optout.RegistrySnapshot;
import fr.corpus.optout.ReservationId;
import fr.corpus.optout.Selector;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the history of a reservation, with personal data: for the operator. */
@Command(name = "show")
final class OptOutShowCommand implements Callable<Integer> {

    private static final int MAX_SHOWN = 50;

    private final Console console;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "REGISTRY", descriptionKey = "registry")
    Path registry = Path.of("");

    @Parameters(index = "1", paramLabel = "RESERVATION", descriptionKey = "reservation")
    String reservation = "";

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    OptOutShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ReservationId id = ReservationArgument.parse(spec, reservation);
        try (RegistrySnapshot snapshot = RegistrySnapshot.open(registry)) {
            List<RegistrySnapshot.Event> history = snapshot.history(id);
            if (history.isEmpty()) {
                throw new RecipeException(UserMessage.of("optout.no-reservation", id.hex()));
            }
            if (json) {
                console.json(Map.of(
                        "reservation",
                        id.hex(),
                        "history",
                        history.stream().map(OptOutShowCommand::json).toList()));
            } else {
                history.forEach(this::print);
            }
        }
        return ExitCode.DONE;
    }

    private void print(RegistrySnapshot.Event event) {
        console.print(
                "cli.history-line",
                String.valueOf(event.index().orElseThrow()),
                Instant.ofEpochMilli(event.entry().stamp().timeMillis()).toString(),
                console.text("cli.entry-" + event.entry().type().word()),
                console.text("cli.status-" + event.entry().status().word()));
        event.declaration().ifPresent(declared -> {
            console.print("cli.history-holder", declared.holder().name());
            selectors(declared).forEach(text -> console.out().println("    " + text));
            if (declared.selectors().size() > MAX_SHOWN) {
                console.print("cli.history-more", declared.selectors().size() - MAX_SHOWN);
            }
        });
    }

    private static List<String> selectors(Declaration declared) {
        return declared.selectors().stream()
                .limit(MAX_SHOWN)
                .map(OptOutShowCommand::selector)
                .toList();
    }

    private static String selector(Selector selector) {
        if (selector instanceof Selector.Exact exact) {
            return exact.key().toString();
        }
        return selector instanceof Selector.Pattern pattern
                ? "pattern:" + pattern.pattern().value()
                : "work:" + ((Selector.Work) selector).fingerprint().text().hex();
    }

    private static Map<String, Object> json(RegistrySnapshot.Event event) {
        Map<String, Object> json = RegisteredView.entry(event.index().orElseThrow(), event.entry());
        event.declaration().ifPresent(declared -> {
            json.put("holder", declared.holder().name());
            json.put("tier", declared.tier().number());
            json.put("selectorCount", declared.selectors().size());
            json.put("selectors", selectors(declared));
        });
        return json;
    }
}
