package fr.corpus.cli.command;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.fetch.Bounds;
import fr.corpus.fetch.Route;
import fr.corpus.fetch.WebFetcher;
import fr.corpus.optout.OptOutRegistry;
import fr.corpus.optout.Witnessing;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets witnesses and time-stamping authorities vouch for the checkpoint of a registry. */
@Command(name = "cosign")
final class RegistryCosignCommand implements Callable<Integer> {

    private static final int MAX_BYTES = 1 << 16;
    private static final Duration TIME = Duration.ofSeconds(15);

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    RegistryOptions registry = new RegistryOptions();

    @Option(names = "--attach", paramLabel = "FILE", descriptionKey = "cosign.attach")
    List<Path> attach = List.of();

    @Option(names = "--tsa", paramLabel = "URL", descriptionKey = "cosign.tsa")
    @Nullable
    URI authority;

    @Option(names = "--tsa-token", paramLabel = "FILE", descriptionKey = "cosign.token")
    @Nullable
    Path token;

    @Option(names = "--tsa-certificates", paramLabel = "FILE", descriptionKey = "cosign.certificates")
    @Nullable
    Path certificates;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    RegistryCosignCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if ((authority != null || token != null) && certificates == null) {
            throw new RecipeException(UserMessage.of("cli.cosign-certificates"));
        }
        // The operator chose these addresses, so inner machines may be asked too.
        WebFetcher fetcher = WebFetcher.direct(Route.any(), new Bounds(MAX_BYTES, TIME, 0));
        try (OptOutRegistry open = registry.open()) {
            Witnessing witnessing = open.witnessing(fetcher);
            for (Path file : attach) {
                witnessing.attach(Files.readAllBytes(file));
            }
            List<Witnessing.Asked> asked = attach.isEmpty() ? witnessing.ask() : List.of();
            Optional<Instant> stamped = stamp(witnessing);
            boolean quorum = witnessing.hasQuorum();
            if (json) {
                console.json(json(open, asked, stamped, quorum));
            } else {
                print(open, asked, stamped, quorum);
            }
            return quorum ? ExitCode.DONE : ExitCode.FALSE;
        }
    }

    private Optional<Instant> stamp(Witnessing witnessing) throws IOException {
        if (certificates == null) {
            return Optional.empty();
        }
        byte[] trusted = Files.readAllBytes(certificates);
        if (token != null) {
            return Optional.of(witnessing.attachStamp(Files.readAllBytes(token), trusted));
        }
        return authority == null ? Optional.empty() : Optional.of(witnessing.stamp(authority, trusted));
    }

    private void print(OptOutRegistry open, List<Witnessing.Asked> asked, Optional<Instant> stamped, boolean quorum) {
        for (Witnessing.Asked witness : asked) {
            if (witness.failure().isPresent()) {
                console.out().println(witness.failure().get().in(console.locale()));
            } else {
                console.print("cli.cosigned", witness.name());
            }
        }
        stamped.ifPresent(time -> console.print("cli.stamped", time.toString()));
        console.print(quorum ? "cli.quorum" : "cli.no-quorum", String.valueOf(open.size()));
    }

    private Map<String, Object> json(
            OptOutRegistry open, List<Witnessing.Asked> asked, Optional<Instant> stamped, boolean quorum) {
        Map<String, Object> object = new TreeMap<>();
        object.put("registry", registry.registry.toString());
        object.put("checkpoint", RegisteredView.checkpoint(open));
        object.put("quorum", quorum);
        List<Map<String, Object>> witnesses = new ArrayList<>();
        for (Witnessing.Asked witness : asked) {
            Map<String, Object> each = new TreeMap<>();
            each.put("witness", witness.name());
            each.put("cosigned", witness.failure().isEmpty());
            witness.failure().ifPresent(why -> {
                each.put("key", why.key());
                each.put("message", why.in(console.locale()));
            });
            witnesses.add(each);
        }
        object.put("witnesses", witnesses);
        stamped.ifPresent(time -> object.put("stamped", time.toString()));
        return object;
    }
}
