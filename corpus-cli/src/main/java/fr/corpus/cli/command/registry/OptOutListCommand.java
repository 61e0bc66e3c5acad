package fr.corpus.cli.command.registry;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.optout.RegistrySnapshot;
import fr.corpus.optout.RegistrySnapshot.Reserved;
import fr.corpus.optout.ReservationStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists reservations, without personal data. */
@Command(name = "list")
final class OptOutListCommand implements Callable<Integer> {

    private static final int DEFAULT_LIMIT = 100;

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "REGISTRY", descriptionKey = "registry")
    Path registry = Path.of("");

    @Option(names = "--all", descriptionKey = "list.all")
    boolean all;

    @Option(names = "--limit", paramLabel = "N", descriptionKey = "list.limit")
    int limit = DEFAULT_LIMIT;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    OptOutListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try (RegistrySnapshot snapshot = RegistrySnapshot.open(registry)) {
            List<Reserved> shown = new ArrayList<>();
            long[] count = new long[1];
            RegistrySnapshot.Visitor visitor = reserved -> {
                if (count[0]++ < limit) {
                    shown.add(reserved);
                }
            };
            if (all) {
                snapshot.visitAll(visitor);
            } else {
                snapshot.visit(visitor);
            }
            if (json) {
                console.json(Map.of(
                        "checkpoint",
                        RegisteredView.checkpoint(snapshot.checkpoint()),
                        "count",
                        count[0],
                        "reservations",
                        shown.stream().map(OptOutListCommand::json).toList()));
            } else {
                print(shown, count[0]);
            }
        }
        return ExitCode.DONE;
    }

    private void print(List<Reserved> shown, long count) {
        for (Reserved reserved : shown) {
            console.print(
                    "cli.reservation-line",
                    reserved.id().hex(),
                    console.text("cli.status-" + reserved.status().word()),
                    reserved.tier().number(),
                    reserved.keys().size()
                            + reserved.patterns().size()
                            + reserved.works().size());
        }
        console.print("cli.reservations", count, shown.size());
    }

    private static Map<String, Object> json(Reserved reserved) {
        Map<String, Object> json = new TreeMap<>();
        ReservationStatus status = reserved.status();
        json.put("reservation", reserved.id().hex());
        json.put("status", status.word());
        json.put("tier", reserved.tier().number());
        json.put(
                "categories",
                reserved.categories().stream().map(use -> use.word()).sorted().toList());
        json.put("keys", reserved.keys().size());
        json.put("patterns", reserved.patterns().size());
        json.put("works", reserved.works().size());
        return json;
    }
}
