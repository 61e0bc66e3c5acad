package fr.corpus.cli.command.release;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.StaleNotice;
import fr.corpus.cli.command.console.UsageError;
import fr.corpus.cli.command.registry.KeyOptions;
import fr.corpus.cli.command.registry.LogView;
import fr.corpus.cli.command.registry.ReceiptFiles;
import fr.corpus.cli.command.registry.ReservationArgument;
import fr.corpus.cli.command.registry.ReservedQuestion;
import fr.corpus.error.UserMessage;
import fr.corpus.identifier.Key;
import fr.corpus.optout.RegistryDirectory;
import fr.corpus.optout.WorkFingerprint;
import fr.corpus.proof.ReleaseProof;
import fr.corpus.release.ReleaseProofs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** Writes a proof that a release holds a work, or does not. */
@Command(name = "prove")
public final class ProveCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "DIR", descriptionKey = "release")
    Path release = Path.of("");

    @Mixin
    KeyOptions asked = new KeyOptions();

    @Option(names = "--reservation", paramLabel = "ID|RECEIPT", descriptionKey = "prove.reservation")
    @Nullable
    String reservation;

    @Option(names = "--registry", paramLabel = "DIR", descriptionKey = "prove.registry")
    @Nullable
    Path registry;

    @Option(names = "--checkpoint", paramLabel = "FILE", descriptionKey = "signed-checkpoint")
    @Nullable
    Path checkpoint;

    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "proof-out")
    Path out = Path.of("");

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    public ProveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<Key> keys = new ArrayList<>(asked.keys());
        Optional<WorkFingerprint> work = asked.work();
        if (reservation != null) {
            ReservedQuestion reserved = reserved(reservation, work.isPresent());
            keys.addAll(reserved.keys());
            work = work.or(reserved::work);
            if (reserved.unproven() > 0) {
                console.note("cli.prove-unproven", reserved.unproven());
            }
        }
        if (keys.isEmpty() && work.isEmpty()) {
            throw new UsageError.Refused(spec.commandLine(), UserMessage.of("cli.prove-nothing"));
        }
        ReleaseProof proof;
        try (ReleaseProofs proofs =
                ReleaseProofs.open(release, Optional.ofNullable(checkpoint), Optional.ofNullable(registry))) {
            proof = proofs.prover().prove(work, keys);
        }
        StaleNotice notice = StaleNotice.of(release, Optional.ofNullable(registry), console);
        byte[] bytes = proof.bytes();
        Files.write(out, bytes);
        ProofView view = new ProofView(console);
        if (json) {
            Map<String, Object> object = new TreeMap<>(ProofView.json(proof));
            object.put("out", out.toString());
            object.put("bytes", bytes.length);
            proof.log().ifPresent(log -> object.put("log", LogView.json(log)));
            notice.put(object);
            console.json(object);
        } else {
            view.print(proof);
            if (proof.log().isEmpty() && !proof.release().isSigned()) {
                console.note("cli.prove-unsigned");
            }
            noteQuorum(proof);
            console.print("cli.prove-written", out.toString(), bytes.length);
        }
        return ExitCode.DONE;
    }

    /** Whoever has the registry at hand is told at once what a verifier with its policy would say. */
    private void noteQuorum(ReleaseProof proof) throws IOException {
        Path from = registry;
        if (from == null || proof.log().isEmpty()) {
            return;
        }
        RegistryDirectory place = new RegistryDirectory(from);
        if (place.hasReleases() && !proof.log().get().isAcceptedBy(place.readPolicy())) {
            console.note("cli.prove-no-quorum", from.toString());
        }
    }

    private ReservedQuestion reserved(String id, boolean hasWork) throws IOException {
        if (hasWork) {
            throw new UsageError.Refused(spec.commandLine(), UserMessage.of("cli.prove-reservation"));
        }
        Path from = registry;
        if (from != null) {
            return ReservedQuestion.of(from, ReservationArgument.parse(spec, id));
        }
        Path receipt = Path.of(id);
        if (!ReceiptFiles.exist(receipt)) {
            throw new UsageError.Refused(spec.commandLine(), UserMessage.of("cli.prove-reservation"));
        }
        return ReservedQuestion.of(ReceiptFiles.prefix(receipt));
    }
}
