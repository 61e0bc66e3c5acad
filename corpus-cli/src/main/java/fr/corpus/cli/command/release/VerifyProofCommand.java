package fr.corpus.cli.command.release;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.UsageError;
import fr.corpus.cli.command.registry.KeyOptions;
import fr.corpus.cli.command.registry.LogView;
import fr.corpus.cli.command.registry.ReceiptFiles;
import fr.corpus.error.CorpusException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.optout.Receipt;
import fr.corpus.proof.ProofVerifier;
import fr.corpus.proof.ReleaseProof;
import fr.corpus.proof.ReservationAnswer;
import fr.corpus.releaselog.LoggedEntry;
import fr.corpus.retract.Attestation;
import fr.corpus.tlog.Timestamp;
import fr.corpus.tlog.TlogPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

/** Checks a proof about a release, with neither release nor network. */
@Command(name = "verify-proof")
public final class VerifyProofCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FILE", descriptionKey = "proof")
    Path file = Path.of("");

    @Option(names = "--policy", paramLabel = "FILE", descriptionKey = "proof-policy")
    @Nullable
    Path policy;

    @Option(names = "--receipt", paramLabel = "RECEIPT", descriptionKey = "proof-receipt")
    @Nullable
    Path receipt;

    @Mixin
    KeyOptions asked = new KeyOptions();

    @Option(names = "--holder-key", paramLabel = "VKEY", descriptionKey = "holder-key")
    @Nullable
    String holderKey;

    @Option(names = "--tsa-token", paramLabel = "FILE", descriptionKey = "proof-token")
    @Nullable
    Path token;

    @Option(names = "--tsa-certificates", paramLabel = "FILE", descriptionKey = "proof-certificates")
    @Nullable
    Path certificates;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    public VerifyProofCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Optional<TlogPolicy> trusted =
                policy == null ? Optional.empty() : Optional.of(TlogPolicy.parse(Files.readAllBytes(policy)));
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(ReleaseProof.MAX_BYTES + 1);
        }
        if (receipt != null && trusted.isEmpty()) {
            throw new UsageError.Refused(spec.commandLine(), UserMessage.of("cli.proof-receipt-policy"));
        }
        if ((token == null) != (certificates == null)) {
            throw new UsageError.Refused(spec.commandLine(), UserMessage.of("cli.proof-token-both"));
        }
        try {
            if (Attestation.isFormat(bytes)) {
                accept(attestation(bytes), trusted);
                return ExitCode.DONE;
            }
            ProofVerifier.Verified verified = new ProofVerifier(trusted, asked.work(), asked.keys()).verify(bytes);
            Optional<ReservationAnswer> answer = Optional.empty();
            if (receipt != null) {
                Receipt.Verified held =
                        Receipt.read(ReceiptFiles.prefix(receipt)).verify(trusted.orElseThrow());
                answer = Optional.of(ReservationAnswer.of(held, verified));
            }
            accept(verified, answer, stamped(verified.proof()));
            return ExitCode.DONE;
        } catch (IntegrityException | MalformedSourceException e) {
            refuse(e);
            return ExitCode.FALSE;
        }
    }

    /** When an authority saw the log's checkpoint that the proof carries, if a token was given. */
    private Optional<Instant> stamped(ReleaseProof proof) throws IOException {
        if (token == null || certificates == null) {
            return Optional.empty();
        }
        LoggedEntry log = proof.log()
                .orElseThrow(
                        () -> new IntegrityException(UserMessage.of("cli.proof-token-unlogged", token.toString())));
        return Optional.of(Timestamp.verify(
                Files.readAllBytes(token), log.proof().checkpoint(), Files.readAllBytes(certificates)));
    }

    private Attestation attestation(byte[] bytes) throws IOException {
        if (asked.work().isPresent() || !asked.keys().isEmpty() || receipt != null || token != null) {
            throw new UsageError.Refused(spec.commandLine(), UserMessage.of("cli.attested-no-works"));
        }
        Attestation attestation = Attestation.parse(bytes);
        String signed = attestation.key().toString();
        if (holderKey != null && !holderKey.equals(signed)) {
            throw new IntegrityException(UserMessage.of("cli.attested-other-key", signed, holderKey));
        }
        return attestation;
    }

    private void accept(Attestation attestation, Optional<TlogPolicy> trusted) {
        Optional<List<LoggedEntry.Verified>> accepted = trusted.map(attestation::verify);
        if (json) {
            Map<String, Object> object = AttestationView.json(attestation, accepted.isPresent());
            object.put("proof", file.toString());
            object.put("verifies", true);
            console.json(object);
            return;
        }
        new AttestationView(console).print(attestation, accepted);
        console.print("cli.attested-holds", file.toString());
    }

    private void accept(
            ProofVerifier.Verified verified, Optional<ReservationAnswer> answer, Optional<Instant> stamped) {
        if (json) {
            Map<String, Object> object = new TreeMap<>(ProofView.json(verified.proof()));
            object.put("proof", file.toString());
            object.put("verifies", true);
            object.put("signature", word(verified.signature()));
            object.put("workChecked", verified.workChecked());
            verified.proof()
                    .log()
                    .ifPresent(log ->
                            object.put("log", verified.log().map(LogView::json).orElseGet(() -> LogView.json(log))));
            answer.ifPresent(known -> object.put("reservation", json(known)));
            stamped.ifPresent(time -> object.put("stamped", time.toString()));
            console.json(object);
            return;
        }
        ReleaseProof proof = verified.proof();
        new ProofView(console).print(proof);
        console.print("cli.proof-holds", file.toString());
        if (verified.log().isPresent()) {
            new LogView(console).print(verified.log().get());
        } else {
            boolean logged = proof.log().isPresent();
            console.print("cli.proof-signature-" + (logged ? "logged" : word(verified.signature())));
        }
        if (stamped.isPresent()) {
            console.print("cli.stamped", stamped.get().toString());
        } else if (proof.log().isPresent()) {
            console.print(
                    "cli.proof-token-unchecked",
                    String.valueOf(proof.log().get().log().size()));
        }
        answer.ifPresent(this::print);
        if (!verified.workChecked() && answer.isEmpty() && verified.proof().samples() > 0) {
            console.print("cli.proof-work-unchecked");
        }
    }

    private static String word(ProofVerifier.Signature signature) {
        return signature.name().toLowerCase(Locale.ROOT);
    }

    private void print(ReservationAnswer answer) {
        console.print(
                answer.isKnown() ? "cli.proof-reservation-known" : "cli.proof-reservation-later",
                answer.reservation().hex(),
                String.valueOf(answer.index()));
        if (answer.unproven() > 0) {
            console.print("cli.proof-reservation-unproven", answer.unproven());
        }
    }

    private static Map<String, Object> json(ReservationAnswer answer) {
        return Map.of(
                "id", answer.reservation().hex(),
                "index", answer.index(),
                "known", answer.isKnown(),
                "unproven", answer.unproven());
    }

    private void refuse(CorpusException failure) {
        UserMessage reason = failure.message();
        if (json) {
            console.json(Map.of(
                    "proof", file.toString(),
                    "verifies", false,
                    "key", reason.key(),
                    "message", reason.in(console.locale())));
            return;
        }
        console.out().println(reason.in(console.locale()));
        console.print("cli.proof-false", file.toString());
    }
}
