package fr.corpus.cli.command.registry;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.UsageError;
import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.fetch.TlsTrust;
import fr.corpus.optout.DomainChallenge;
import fr.corpus.optout.DomainControl;
import fr.corpus.optout.DomainVerifier;
import fr.corpus.optout.OptOutRegistry;
import fr.corpus.optout.Receipt;
import fr.corpus.optout.Registered;
import fr.corpus.optout.RegistrySnapshot;
import fr.corpus.optout.ReservationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks whether the holder of a reservation controls a host, and raises the tier if so. */
@Command(name = "verify-domain")
final class OptOutVerifyDomainCommand implements Callable<Integer> {

    private final Console console;
    private final DomainVerifier verifier;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    RegistryOptions registry = new RegistryOptions();

    @Parameters(index = "1", paramLabel = "RESERVATION", descriptionKey = "reservation")
    String reservation = "";

    @Option(names = "--domain", required = true, paramLabel = "HOST", descriptionKey = "domain.host")
    String host = "";

    @Option(names = "--method", paramLabel = "METHOD", descriptionKey = "domain.method")
    String method = DomainControl.Method.WELL_KNOWN.word();

    @Option(names = "--ca-certificates", paramLabel = "FILE", descriptionKey = "domain.authorities")
    @Nullable
    Path authorities;

    @Option(names = "--challenge", descriptionKey = "domain.challenge")
    boolean challengeOnly;

    @Option(names = "--out", paramLabel = "RECEIPT", descriptionKey = "receipt.out")
    @Nullable
    Path out;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    OptOutVerifyDomainCommand(Console console, DomainVerifier verifier) {
        this.console = console;
        this.verifier = verifier;
    }

    @Override
    public Integer call() throws IOException {
        ReservationId id = ReservationArgument.parse(spec, reservation);
        DomainControl.Method how = DomainControl.Method.find(method)
                .orElseThrow(() -> new UsageError.Refused(
                        spec.commandLine(), UserMessage.of("cli.bad-value", "--method", method)));
        if (out != null) {
            Receipt.requireFree(out);
        }
        DomainChallenge challenge = challenge(id);
        if (challengeOnly) {
            return show(id, challenge);
        }
        DomainVerifier.Finding finding = trusted().find(challenge, how);
        if (finding.control().isEmpty()) {
            return notShown(id, challenge, finding);
        }
        try (OptOutRegistry open = registry.open()) {
            Registered done = open.prove(id, finding.control().get());
            if (out != null) {
                open.receipt(done.index()).write(out);
            }
            new RegisteredView(console, json).print(registry.registry, open, done, Optional.ofNullable(out));
            if (!json) {
                int tier = done.entry().scope().orElseThrow().tier().number();
                console.print("cli.domain-shown", challenge.host(), finding.place(), tier);
            }
        }
        return ExitCode.DONE;
    }

    private DomainVerifier trusted() throws IOException {
        if (authorities == null) {
            return verifier;
        }
        byte[] certificates = Files.readAllBytes(authorities);
        try {
            return verifier.trusting(TlsTrust.with(certificates));
        } catch (IOException e) {
            throw new UsageError.Refused(
                    spec.commandLine(), UserMessage.of("cli.bad-value", "--ca-certificates", authorities.toString()));
        }
    }

    private DomainChallenge challenge(ReservationId id) throws IOException {
        try (RegistrySnapshot snapshot = RegistrySnapshot.open(registry.registry)) {
            if (snapshot.history(id).isEmpty()) {
                throw new RecipeException(UserMessage.of("optout.no-reservation", id.hex()));
            }
            return DomainChallenge.of(snapshot.origin(), id, host);
        }
    }

    private static Map<String, Object> json(ReservationId id, DomainChallenge challenge) {
        Map<String, Object> object = new TreeMap<>();
        object.put("reservation", id.hex());
        object.put("host", challenge.host());
        object.put("challenge", challenge.text());
        return object;
    }

    private int show(ReservationId id, DomainChallenge challenge) {
        String file = "https://" + challenge.host() + DomainChallenge.PATH;
        String meta = "<meta name=\"" + DomainChallenge.META + "\" content=\"" + challenge.text() + "\">";
        if (json) {
            Map<String, Object> object = json(id, challenge);
            object.put("file", file);
            object.put("record", challenge.recordName());
            object.put("meta", meta);
            console.json(object);
            return ExitCode.DONE;
        }
        console.print("cli.challenge", challenge.text());
        console.print("cli.challenge-file", file);
        console.print("cli.challenge-dns", challenge.recordName());
        console.print("cli.challenge-meta", "https://" + challenge.host() + "/", meta);
        return ExitCode.DONE;
    }

    private int notShown(ReservationId id, DomainChallenge challenge, DomainVerifier.Finding finding) {
        UserMessage why = UserMessage.of("optout.domain.unproven", finding.place(), challenge.text());
        if (json) {
            Map<String, Object> object = json(id, challenge);
            object.put("proven", false);
            object.put("place", finding.place());
            object.put("key", why.key());
            object.put("message", why.in(console.locale()));
            console.json(object);
        } else {
            console.out().println(why.in(console.locale()));
        }
        return ExitCode.FALSE;
    }
}
