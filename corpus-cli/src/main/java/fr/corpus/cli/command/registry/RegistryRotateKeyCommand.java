package fr.corpus.cli.command.registry;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.optout.OptOutRegistry;
import fr.corpus.releaselog.ReleaseLog;
import fr.corpus.tlog.Checkpoint;
import fr.corpus.tlog.SignedNote;
import fr.corpus.tlog.VerifierKey;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gives a log of a registry, or both, another key. */
@Command(name = "rotate-key")
final class RegistryRotateKeyCommand implements Callable<Integer> {

    /** Whose key. */
    enum Which {
        RESERVATIONS,
        RELEASES,
        BOTH
    }

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    RegistryOptions registry = new RegistryOptions();

    @Option(names = "--compromised", descriptionKey = "rotate.compromised")
    boolean compromised;

    @Option(names = "--retire-old", descriptionKey = "rotate.retire")
    boolean retire;

    @Option(names = "--log", paramLabel = "LOG", descriptionKey = "rotate.log")
    Which which = Which.RESERVATIONS;

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
        Map<String, Object> object = new TreeMap<>();
        object.put("registry", registry.registry.toString());
        try (OptOutRegistry open = registry.open()) {
            if (which != Which.RELEASES) {
                if (retire) {
                    open.retireKeys();
                } else {
                    open.rotateKey(compromised);
                }
                if (!json) {
                    print(open.keys().get(0), "");
                }
            }
            if (which != Which.RESERVATIONS) {
                object.put("releases", releases(open));
            }
            put(object, open.keys(), open.checkpoint());
        }
        if (json) {
            console.json(object);
        }
        return ExitCode.DONE;
    }

    private Map<String, Object> releases(OptOutRegistry open) throws IOException {
        try (ReleaseLog log = registry.openReleases()
                .orElseThrow(() -> new IntegrityException(UserMessage.of("releaselog.no-log")))) {
            if (retire) {
                log.retireKeys(open);
            } else {
                log.rotateKey(open, compromised);
            }
            if (!json) {
                print(log.keys().get(0), "-releases");
            }
            Map<String, Object> object = new TreeMap<>();
            put(object, log.keys(), log.checkpoint());
            return object;
        }
    }

    private void print(VerifierKey newest, String log) {
        console.print("cli.registry" + log + "-key", newest.toString());
        console.print(retire || compromised ? "cli.rotate-alone" : "cli.rotate-both" + log);
        if (compromised) {
            console.print("cli.rotate-compromised" + log);
        }
    }

    private static void put(Map<String, Object> object, List<VerifierKey> keys, SignedNote checkpoint) {
        List<String> written = keys.stream().map(VerifierKey::toString).toList();
        object.put("vkey", written.get(0));
        object.put("signing", written);
        object.put("checkpoint", RegisteredView.checkpoint(Checkpoint.parse(checkpoint.text())));
    }
}
