package fr.corpus.cli.command.registry;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.error.CorpusException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.optout.Receipt;
import fr.corpus.tlog.Checkpoint;
import fr.corpus.tlog.TlogPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a receipt, without network. */
@Command(name = "verify")
final class ReceiptVerifyCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "RECEIPT", descriptionKey = "receipt")
    Path receipt = Path.of("");

    @Option(names = "--policy", required = true, paramLabel = "FILE", descriptionKey = "policy")
    Path policy = Path.of("");

    @Option(names = "--tsa-certificates", paramLabel = "FILE", descriptionKey = "receipt.certificates")
    @Nullable
    Path certificates;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    ReceiptVerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        TlogPolicy trusted = TlogPolicy.parse(Files.readAllBytes(policy));
        Receipt.Verified verified;
        Optional<Instant> stamped = Optional.empty();
        try {
            Receipt read = Receipt.read(ReceiptFiles.prefix(receipt));
            verified = read.verify(trusted);
            if (certificates != null) {
                stamped = read.timestamp(ReceiptFiles.prefix(receipt), Files.readAllBytes(certificates));
            }
        } catch (IntegrityException | MalformedSourceException e) {
            return isFalse(e);
        }
        Optional<Boolean> kept = verified.promiseKept(stamped);
        if (json) {
            console.json(json(verified, stamped));
        } else {
            Checkpoint state = verified.checkpoint().checkpoint();
            console.print(
                    "cli.receipt-true",
                    receipt.toString(),
                    verified.entry().id().hex(),
                    String.valueOf(verified.index()),
                    state.origin(),
                    String.valueOf(state.size()));
            console.print(
                    "cli.receipt-time",
                    Instant.ofEpochMilli(verified.entry().stamp().timeMillis()).toString(),
                    verified.checkpoint().cosignatures().size());
            stamped.ifPresent(time -> console.print("cli.stamped", time.toString()));
            if (kept.isPresent()) {
                console.print(kept.get() ? "cli.promise-kept" : "cli.promise-broken");
            }
        }
        return kept.orElse(true) ? ExitCode.DONE : ExitCode.FALSE;
    }

    private int isFalse(CorpusException e) {
        String why = e.message().in(console.locale());
        if (json) {
            console.json(
                    Map.of("valid", false, "reason", why, "key", e.message().key()));
        } else {
            console.print("cli.receipt-false", receipt.toString(), why);
        }
        return ExitCode.FALSE;
    }

    private static Map<String, Object> json(Receipt.Verified verified, Optional<Instant> stamped) {
        Map<String, Object> json = new TreeMap<>(RegisteredView.entry(verified.index(), verified.entry()));
        json.put("valid", verified.promiseKept(stamped).orElse(true));
        json.put("checkpoint", RegisteredView.checkpoint(verified.checkpoint().checkpoint()));
        json.put("witnesses", verified.checkpoint().cosignatures().size());
        json.put("opening", verified.opening().isPresent());
        stamped.ifPresent(time -> json.put("stamped", time.toString()));
        verified.promiseKept(stamped).ifPresent(kept -> json.put("promiseKept", kept));
        return json;
    }
}
