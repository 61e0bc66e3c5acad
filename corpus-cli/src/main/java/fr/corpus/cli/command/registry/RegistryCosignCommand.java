package fr.corpus.cli.command.registry;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.error.CorpusException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.fetch.Bounds;
import fr.corpus.fetch.Route;
import fr.corpus.fetch.WebFetcher;
import fr.corpus.optout.OptOutRegistry;
import fr.corpus.optout.Witnessing;
import fr.corpus.release.ReleaseLogging;
import fr.corpus.releaselog.ReleaseLog;
import fr.corpus.releaselog.ReleaseLogView;
import fr.corpus.tlog.Checkpoint;
import fr.corpus.tlog.SignedNote;
import fr.corpus.tlog.TlogPolicy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets witnesses and time-stamping authorities vouch for the checkpoints of both logs of a registry. */
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

    @Option(names = "--release", paramLabel = "DIR", descriptionKey = "cosign.release")
    List<Path> releases = List.of();

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    RegistryCosignCommand(Console console) {
        this.console = console;
    }

    /** What was done for one of the two logs. */
    private record Vouched(
            SignedNote checkpoint, List<Witnessing.Asked> asked, Optional<Instant> stamped, boolean quorum) {

        Checkpoint state() {
            return Checkpoint.parse(checkpoint.text());
        }
    }

    @Override
    public Integer call() throws IOException {
        if ((authority != null || token != null) && certificates == null) {
            throw new RecipeException(UserMessage.of("cli.cosign-certificates"));
        }
        // The operator chose these addresses, so inner machines may be asked too.
        WebFetcher fetcher = WebFetcher.direct(Route.any(), new Bounds(MAX_BYTES, TIME, 0));
        List<Vouched> vouched = new ArrayList<>();
        try (OptOutRegistry open = registry.open()) {
            Optional<ReleaseLog> published = registry.openReleases();
            try {
                List<Witnessing> logs = new ArrayList<>(List.of(open.witnessing(fetcher)));
                published.filter(log -> log.view().size() > 0).ifPresent(log -> logs.add(log.witnessing(fetcher)));
                vouch(logs, vouched);
            } finally {
                if (published.isPresent()) {
                    published.get().close();
                }
            }
        }
        Map<Path, ReleaseLogging.Renewed> renewed = renew();
        if (json) {
            console.json(json(vouched, renewed));
        } else {
            vouched.forEach(this::print);
            renewed.forEach((release, proofs) ->
                    console.print("cli.cosign-renewed", release.toString(), proofs.accepted(), proofs.proofs()));
        }
        boolean all = vouched.stream().allMatch(Vouched::quorum)
                && renewed.values().stream().allMatch(proofs -> proofs.accepted() == proofs.proofs());
        return all ? ExitCode.DONE : ExitCode.FALSE;
    }

    private void vouch(List<Witnessing> logs, List<Vouched> vouched) throws IOException {
        for (Path file : attach) {
            byte[] sent = Files.readAllBytes(file);
            first(logs, log -> log.attach(sent));
        }
        Optional<Map.Entry<Witnessing, Instant>> kept = Optional.empty();
        if (token != null) {
            byte[] answer = Files.readAllBytes(token);
            kept = Optional.of(first(logs, log -> log.attachStamp(answer, trusted())));
        }
        for (Witnessing log : logs) {
            List<Witnessing.Asked> asked = attach.isEmpty() ? log.ask() : List.of();
            Optional<Instant> stamped = kept.filter(of -> of.getKey() == log).map(Map.Entry::getValue);
            if (token == null && authority != null) {
                stamped = Optional.of(log.stamp(authority, trusted()));
            }
            vouched.add(new Vouched(log.checkpoint(), asked, stamped, log.hasQuorum()));
        }
    }

    private byte[] trusted() throws IOException {
        return certificates == null ? new byte[0] : Files.readAllBytes(certificates);
    }

    /** Does something with a log. */
    private interface Step<T> {
        T with(Witnessing log) throws IOException;
    }

    /** Does it with the first log that takes it: what vouches for the checkpoint of one log is of no use to the other. */
    private static <T> Map.Entry<Witnessing, T> first(List<Witnessing> logs, Step<T> step) throws IOException {
        CorpusException refusal = null;
        for (Witnessing log : logs) {
            try {
                return Map.entry(log, step.with(log));
            } catch (IntegrityException | MalformedSourceException e) {
                refusal = refusal == null ? e : refusal;
            }
        }
        throw Objects.requireNonNull(refusal);
    }

    private Map<Path, ReleaseLogging.Renewed> renew() throws IOException {
        Map<Path, ReleaseLogging.Renewed> renewed = new LinkedHashMap<>();
        if (!releases.isEmpty()) {
            ReleaseLogView log = ReleaseLogView.open(registry.registry)
                    .orElseThrow(() -> new IntegrityException(UserMessage.of("releaselog.no-log")));
            TlogPolicy policy = ReleaseLogView.policy(registry.registry);
            for (Path release : releases) {
                renewed.put(release, ReleaseLogging.renew(release, log, policy));
            }
        }
        return renewed;
    }

    private void print(Vouched log) {
        console.print("cli.cosign-log", log.state().origin());
        for (Witnessing.Asked witness : log.asked()) {
            if (witness.failure().isPresent()) {
                console.out().println(witness.failure().get().in(console.locale()));
            } else {
                console.print("cli.cosigned", witness.name());
            }
        }
        log.stamped().ifPresent(time -> console.print("cli.stamped", time.toString()));
        console.print(
                log.quorum() ? "cli.quorum" : "cli.no-quorum",
                String.valueOf(log.state().size()));
    }

    private Map<String, Object> json(List<Vouched> logs, Map<Path, ReleaseLogging.Renewed> renewed) {
        Map<String, Object> object = json(logs.get(0));
        object.put("registry", registry.registry.toString());
        if (logs.size() > 1) {
            object.put("releases", json(logs.get(1)));
        }
        if (!renewed.isEmpty()) {
            List<Map<String, Object>> each = new ArrayList<>();
            renewed.forEach((release, proofs) -> each.add(
                    Map.of("release", release.toString(), "proofs", proofs.proofs(), "accepted", proofs.accepted())));
            object.put("renewed", each);
        }
        return object;
    }

    private Map<String, Object> json(Vouched log) {
        Map<String, Object> object = new TreeMap<>();
        object.put("checkpoint", RegisteredView.checkpoint(log.state()));
        object.put("quorum", log.quorum());
        List<Map<String, Object>> witnesses = new ArrayList<>();
        for (Witnessing.Asked witness : log.asked()) {
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
        log.stamped().ifPresent(time -> object.put("stamped", time.toString()));
        return object;
    }
}
