package fr.corpus.cli.command.eval;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.Table;
import fr.corpus.document.LicenseId;
import fr.corpus.eval.pack.LicenseLedger;
import fr.corpus.eval.pack.Pack;
import fr.corpus.eval.pack.PackCatalog;
import fr.corpus.eval.pack.Prompt;
import fr.corpus.eval.pack.StoredPack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what models can be evaluated on. */
@Command(name = "packs")
final class EvalPacksCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(arity = "0..1", paramLabel = "PACK", descriptionKey = "packs.pack")
    @Nullable
    String pack;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    EvalPacksCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        PackCatalog catalog = PackCatalog.load();
        List<StoredPack> packs = pack == null ? catalog.packs() : List.of(catalog.find(pack));
        if (json) {
            console.json(Map.of("packs", packs.stream().map(this::json).toList()));
        } else if (pack != null) {
            tell(packs.get(0));
        } else {
            list(packs);
        }
        return ExitCode.DONE;
    }

    private void list(List<StoredPack> packs) {
        Table table = new Table();
        table.row(List.of(
                console.text("cli.packs-head"),
                console.text("cli.packs-task"),
                console.text("cli.packs-items"),
                console.text("cli.packs-license"),
                console.text("cli.packs-texts")));
        for (StoredPack stored : packs) {
            Pack one = stored.pack();
            table.row(List.of(
                    one.reference(),
                    one.task().word(),
                    items(one),
                    license(one.ledger()),
                    console.text(texts(stored))));
        }
        table.print(console);
        console.note("cli.packs-legend");
        console.note("cli.packs-show", packs.get(0).pack().id());
    }

    private String task(Pack one) {
        return console.text("cli.task-" + one.task().word());
    }

    private String items(Pack one) {
        return one.data().items().map(console::number).orElse("?");
    }

    private String license(LicenseLedger ledger) {
        String license = ledger.license().map(LicenseId::value).orElseGet(() -> console.text("cli.packs-no-license"));
        return ledger.isConflicting() ? console.text("cli.packs-conflict", license) : license;
    }

    private static String texts(StoredPack stored) {
        if (stored.carriesItems()) {
            return "cli.packs-bundle";
        }
        return switch (stored.pack().ledger().redistribution()) {
            case BUNDLE -> "cli.packs-bundle-file";
            case FETCH -> "cli.packs-fetch";
            case FORBIDDEN -> "cli.packs-forbidden";
        };
    }

    private void tell(StoredPack stored) throws IOException {
        Pack one = stored.pack();
        console.print("cli.pack-title", one.reference(), one.about().title().in(console.locale()));
        console.out().println(one.about().description().in(console.locale()));
        console.print("cli.pack-task", task(one), one.variety(), String.join(", ", one.metrics()));
        console.print("cli.pack-items", items(one));
        console.print(
                "cli.pack-license",
                license(one.ledger()),
                console.text(
                        "cli.redistribution-" + one.ledger().redistribution().word()));
        one.ledger()
                .declarations()
                .forEach(declared -> console.print("cli.pack-declared", declared.where(), declared.license()));
        if (!one.ledger().note().isEmpty()) {
            console.print("cli.pack-note", one.ledger().note().in(console.locale()));
        }
        if (!one.data().source().isEmpty()) {
            console.print("cli.pack-source", one.data().source().in(console.locale()));
        }
        one.about().paper().ifPresent(paper -> console.print("cli.pack-paper", paper));
        console.print("cli.pack-digest", stored.digest().hex());
        for (Prompt prompt : one.prompts()) {
            console.print("cli.pack-prompt", prompt.id());
            prompt.text().lines().forEach(line -> console.out().println("  " + line));
        }
        stored.guide().ifPresent(guide -> console.out().println("\n" + guide.strip()));
    }

    private Map<String, Object> json(StoredPack stored) {
        Pack one = stored.pack();
        Map<String, Object> object = new TreeMap<>();
        object.put("pack", one.reference());
        object.put("title", one.about().title().in(console.locale()));
        object.put("task", one.task().word());
        object.put("variety", one.variety());
        object.put("metrics", one.metrics());
        object.put("items", one.data().items().orElse(null));
        object.put("carried", stored.carriesItems());
        object.put("redistribution", one.ledger().redistribution().word());
        object.put("license", one.ledger().license().map(LicenseId::value).orElse(null));
        object.put("conflict", one.ledger().isConflicting());
        List<Map<String, String>> declared = new ArrayList<>();
        one.ledger().declarations().forEach(d -> declared.add(Map.of("where", d.where(), "license", d.license())));
        object.put("declared", declared);
        object.put("prompts", one.prompts().stream().map(Prompt::id).toList());
        object.put("source", one.data().source().in(console.locale()));
        object.put("sha256", stored.digest().hex());
        return object;
    }
}
