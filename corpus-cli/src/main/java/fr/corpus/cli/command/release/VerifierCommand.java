package fr.corpus.cli.command.release;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.hash.Sha256;
import fr.corpus.proof.VerifierPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the page that checks receipts and proofs in a browser. */
@Command(name = "verifier")
public final class VerifierCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "verifier-out")
    Path out = Path.of("");

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    public VerifierCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        byte[] page = VerifierPage.bytes();
        Files.write(out, page);
        String sha256 = Sha256.of(page).hex();
        if (json) {
            console.json(Map.of("out", out.toString(), "bytes", page.length, "sha256", sha256));
        } else {
            console.print("cli.verifier-written", out.toString(), page.length, sha256);
        }
        return ExitCode.DONE;
    }
}
