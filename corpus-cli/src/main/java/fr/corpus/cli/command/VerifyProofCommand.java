package fr.corpus.cli.command;

import fr.corpus.error.CorpusException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.proof.ProofVerifier;
import fr.corpus.proof.ReleaseProof;
import fr.corpus.tlog.TlogPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a proof about a release, with neither release nor network. */
@Command(name = "verify-proof")
final class VerifyProofCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FILE", descriptionKey = "proof")
    Path file = Path.of("");

    @Option(names = "--policy", paramLabel = "FILE", descriptionKey = "proof-policy")
    @Nullable
    Path policy;

    @Mixin
    KeyOptions asked = new KeyOptions();

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    VerifyProofCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Optional<TlogPolicy> trusted =
                policy == null ? Optional.empty() : Optional.of(TlogPolicy.parse(Files.readAllBytes(policy)));
        ProofVerifier verifier = new ProofVerifier(trusted, asked.work(), asked.keys());
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(ReleaseProof.MAX_BYTES + 1);
        }
        try {
            accept(verifier.verify(bytes));
            return ExitCode.DONE;
        } catch (IntegrityException | MalformedSourceException e) {
            refuse(e);
            return ExitCode.FALSE;
        }
    }

    private void accept(ProofVerifier.Verified verified) {
        if (json) {
            Map<String, Object> object = new TreeMap<>(ProofView.json(verified.proof()));
            object.put("proof", file.toString());
            object.put("verifies", true);
            object.put("signature", verified.signature().name().toLowerCase(Locale.ROOT));
            object.put("workChecked", verified.workChecked());
            console.json(object);
            return;
        }
        new ProofView(console).print(verified.proof());
        console.print("cli.proof-holds", file.toString());
        console.print("cli.proof-signature-" + verified.signature().name().toLowerCase(Locale.ROOT));
        if (!verified.workChecked() && verified.proof().samples() > 0) {
            console.print("cli.proof-work-unchecked");
        }
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
