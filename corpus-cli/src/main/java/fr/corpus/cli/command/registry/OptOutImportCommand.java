package fr.corpus.cli.command.registry;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.UsageError;
import fr.corpus.error.UserMessage;
import fr.corpus.optout.Holder;
import fr.corpus.optout.HolderKind;
import fr.corpus.optout.IdentityTier;
import fr.corpus.optout.OptOutImport;
import fr.corpus.optout.OptOutImport.Format;
import fr.corpus.optout.OptOutImport.Progress;
import fr.corpus.optout.OptOutRegistry;
import fr.corpus.optout.UseCategory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Registers the reservations of a table or of an ONIX message. */
@Command(name = "import")
final class OptOutImportCommand implements Callable<Integer> {

    private static final long ROWS_BETWEEN_NOTES = 100_000;

    private final Console console;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    RegistryOptions registry = new RegistryOptions();

    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "import.file")
    Path file = Path.of("");

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "import.format")
    @Nullable
    Format format;

    @Option(names = "--holder", required = true, paramLabel = "NAME", descriptionKey = "import.holder")
    String holder = "";

    @Option(names = "--holder-kind", paramLabel = "KIND", descriptionKey = "import.holder-kind")
    HolderKind kind = HolderKind.PUBLISHER;

    @Option(names = "--tier", paramLabel = "0-4", descriptionKey = "holder.tier")
    int tier;

    @Option(names = "--category", paramLabel = "USE", descriptionKey = "category")
    List<String> categories = List.of();

    @Option(names = "--errors", paramLabel = "FILE", descriptionKey = "import.errors")
    @Nullable
    Path errors;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    OptOutImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path refusals = errors == null ? file.resolveSibling(file.getFileName() + ".errors") : errors;
        OptOutImport what = new OptOutImport(file, format(), defaults(), refusals);
        Progress done;
        try (OptOutRegistry open = registry.open()) {
            done = what.into(open, console.locale(), this::note);
        }
        if (json) {
            console.json(json(done, refusals));
        } else {
            console.print("cli.imported", done.rows(), done.registered(), done.refused(), done.silent());
            if (done.resumed() > 0) {
                console.print("cli.import-resumed", done.resumed());
            }
            if (done.refused() > 0) {
                console.print("cli.import-errors", refusals.toString());
            }
        }
        return done.refused() == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void note(Progress progress) {
        if (progress.rows() % ROWS_BETWEEN_NOTES == 0 && progress.rows() > 0) {
            console.note("cli.import-progress", progress.rows(), progress.refused());
        }
    }

    private Format format() {
        if (format != null) {
            return format;
        }
        return Format.ofName(file.getFileName().toString())
                .orElseThrow(() -> new UsageError.Refused(
                        spec.commandLine(), UserMessage.of("cli.import-format", file.toString())));
    }

    private OptOutImport.Defaults defaults() {
        if (!Holder.isName(holder)) {
            throw refused("--holder", holder);
        }
        Set<UseCategory> uses = EnumSet.noneOf(UseCategory.class);
        for (String word : categories) {
            uses.addAll(UseCategory.find(word).orElseThrow(() -> refused("--category", word)));
        }
        return new OptOutImport.Defaults(
                new Holder(holder, kind),
                IdentityTier.find(tier).orElseThrow(() -> refused("--tier", String.valueOf(tier))),
                uses.isEmpty() ? UseCategory.DEFAULT : uses);
    }

    private UsageError.Refused refused(String option, String value) {
        return new UsageError.Refused(spec.commandLine(), UserMessage.of("cli.bad-value", option, value));
    }

    private static Map<String, Object> json(Progress done, Path refusals) {
        Map<String, Object> json = new TreeMap<>();
        json.put("rows", done.rows());
        json.put("resumed", done.resumed());
        json.put("registered", done.registered());
        json.put("refused", done.refused());
        json.put("silent", done.silent());
        if (done.refused() > 0) {
            json.put("errors", refusals.toString());
        }
        return json;
    }
}
