package fr.corpus.cli.command;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.optout.OptOutRegistry;
import fr.corpus.tlog.VerifierKey;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gives the log of a registry another key. */
@Command(name = "rotate-key")
final class RegistryRotateKeyCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    RegistryOptions registry = new RegistryOptions();

    @Option(names = "--compromised", descriptionKey = "rotate.compromised")
    boolean compromised;

    @Option(names = "--retire-old", descriptionKey = "rotate.retire")
    boolean retire;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    RegistryRotateKeyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (compromised && retire) {
            throw new RecipeException(UserMessage.of("cli.rotate-either"));
        }
        try (OptOutRegistry open = registry.open()) {
            if (retire) {
                open.retireKeys();
            } else {
                open.rotateKey(compromised);
            }
            List<String> keys = open.keys().stream().map(VerifierKey::toString).toList();
            if (json) {
                console.json(Map.of(
                        "registry",
                        registry.registry.toString(),
                        "vkey",
                        keys.get(0),
                        "signing",
                        keys,
                        "checkpoint",
                        RegisteredView.checkpoint(open)));
            } else {
                console.print("cli.registry-key", keys.get(0));
                console.print(retire || compromised ? "cli.rotate-alone" : "cli.rotate-both");
                if (compromised) {
                    console.print("cli.rotate-compromised");
                }
            }
        }
        return ExitCode.DONE;
    }
}
