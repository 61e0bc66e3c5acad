package fr.corpus.cli.command.eval;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.eval.pack.ImportedItems;
import fr.corpus.eval.pack.PackCatalog;
import fr.corpus.eval.pack.PackImport;
import fr.corpus.eval.pack.StoredPack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a pack from the official file of a public set. */
@Command(name = "import-pack")
final class EvalImportPackCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "PACK", descriptionKey = "import-pack.pack")
    String pack = "";

    @Option(names = "--from", paramLabel = "FILE", required = true, descriptionKey = "import-pack.from")
    List<Path> from = List.of();

    @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "import-pack.out")
    Path out = Path.of("");

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    EvalImportPackCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        StoredPack stored = PackCatalog.load().find(pack);
        PackImport made = PackImport.make(stored, from, out);
        ImportedItems imported = made.imported();
        String reference = stored.pack().reference();
        if (json) {
            Map<String, Object> object = new TreeMap<>();
            object.put("pack", reference);
            object.put("out", out.toString());
            object.put("items", imported.items().size());
            object.put("texts", made.withTexts());
            object.put("digest", imported.known().word());
            object.put(
                    "files",
                    imported.files().stream()
                            .map(file -> Map.of(
                                    "name", file.name(),
                                    "bytes", file.bytes(),
                                    "sha256", file.digest().hex()))
                            .toList());
            console.json(object);
            return ExitCode.DONE;
        }
        console.print(
                made.withTexts() ? "cli.pack-imported" : "cli.imported-pins",
                reference,
                imported.items().size(),
                out.toString());
        imported.files()
                .forEach(file -> console.note(
                        "cli.imported-" + imported.known().word(),
                        file.name(),
                        file.digest().hex()));
        return ExitCode.DONE;
    }
}
