package fr.corpus.cli.command.registry;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.error.UserMessage;
import fr.corpus.optout.RegistryCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks whether a registry is whole and keeps its promise. */
@Command(name = "check")
final class RegistryCheckCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "REGISTRY", descriptionKey = "registry")
    Path registry = Path.of("");

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    RegistryCheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        RegistryCheck check = RegistryCheck.of(registry, Instant.now());
        if (json) {
            console.json(json(check));
        } else {
            console.print(
                    check.isSound() ? "cli.registry-sound" : "cli.registry-unsound",
                    registry.toString(),
                    check.checkpoint().size(),
                    check.pending());
            for (RegistryCheck.Late late : check.late()) {
                console.print(
                        "cli.registry-late",
                        late.reservation().hex(),
                        late.due().toString());
            }
            for (UserMessage finding : check.findings()) {
                console.out().println(finding.in(console.locale()));
            }
        }
        return check.isSound() ? ExitCode.DONE : ExitCode.FALSE;
    }

    private Map<String, Object> json(RegistryCheck check) {
        Map<String, Object> object = new TreeMap<>();
        object.put("registry", registry.toString());
        object.put("checkpoint", RegisteredView.checkpoint(check.checkpoint()));
        object.put("pending", check.pending());
        object.put("sound", check.isSound());
        List<Map<String, Object>> late = new ArrayList<>();
        check.late()
                .forEach(each -> late.add(Map.of(
                        "reservation",
                        each.reservation().hex(),
                        "due",
                        each.due().toString())));
        object.put("late", late);
        List<Map<String, Object>> findings = new ArrayList<>();
        check.findings()
                .forEach(
                        finding -> findings.add(Map.of("key", finding.key(), "message", finding.in(console.locale()))));
        object.put("findings", findings);
        return object;
    }
}
