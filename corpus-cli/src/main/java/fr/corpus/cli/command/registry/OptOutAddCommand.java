package fr.corpus.cli.command.registry;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.hash.FileDigest;
import fr.corpus.optout.Channel;
import fr.corpus.optout.Declaration;
import fr.corpus.optout.Holder;
import fr.corpus.optout.HolderKind;
import fr.corpus.optout.LegalBasis;
import fr.corpus.optout.Mandate;
import fr.corpus.optout.OptOutRegistry;
import fr.corpus.optout.Receipt;
import fr.corpus.optout.Registered;
import fr.corpus.optout.Selector;
import fr.corpus.optout.UseCategory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Registers a reservation and writes its receipt. */
@Command(name = "add")
final class OptOutAddCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    RegistryOptions registry = new RegistryOptions();

    @Mixin
    SelectorOptions selectors = new SelectorOptions();

    @Option(names = "--holder", required = true, paramLabel = "NAME", descriptionKey = "holder")
    String holder = "";

    @Option(names = "--holder-kind", paramLabel = "KIND", descriptionKey = "holder.kind")
    HolderKind kind = HolderKind.AUTHOR;

    @Option(names = "--on-behalf-of", paramLabel = "NAME", descriptionKey = "holder.grantor")
    @Nullable
    String grantor;

    @Option(names = "--mandate-from", paramLabel = "DATE", descriptionKey = "holder.mandate-from")
    @Nullable
    LocalDate mandateFrom;

    @Option(names = "--mandate-until", paramLabel = "DATE", descriptionKey = "holder.mandate-until")
    @Nullable
    LocalDate mandateUntil;

    @Option(names = "--tier", paramLabel = "0-4", descriptionKey = "holder.tier")
    int tier;

    @Option(names = "--category", paramLabel = "USE", descriptionKey = "category")
    List<String> categories = List.of();

    @Option(names = "--basis", paramLabel = "BASIS", descriptionKey = "basis")
    String basis = LegalBasis.ART4.word();

    @Option(names = "--declared", paramLabel = "DATE", descriptionKey = "declared")
    @Nullable
    LocalDate declared;

    @Option(names = "--evidence", paramLabel = "FILE", descriptionKey = "evidence")
    @Nullable
    Path evidence;

    @Mixin
    WeighOptions weigh = new WeighOptions();

    @Option(names = "--out", paramLabel = "RECEIPT", descriptionKey = "receipt.out")
    @Nullable
    Path out;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    OptOutAddCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (out != null) {
            Receipt.requireFree(out);
        }
        Declaration declaration = weigh.weighed(declaration(selectors.selectors()), console);
        try (OptOutRegistry open = registry.open()) {
            Registered registered = open.register(declaration);
            weigh.conclude(open, registered, console);
            if (out != null) {
                open.receipt(registered.index()).write(out);
            }
            new RegisteredView(console, json).print(registry.registry, open, registered, Optional.ofNullable(out));
        }
        return ExitCode.DONE;
    }

    private Declaration declaration(List<Selector> works) throws IOException {
        Instant now = Instant.now();
        Declaration.Origin origin = new Declaration.Origin(
                LegalBasis.find(basis).orElseThrow(() -> HolderOptions.refused(spec, "--basis", basis)),
                Channel.REGISTRY,
                declared == null ? now : start(declared),
                evidence == null
                        ? Optional.empty()
                        : Optional.of(FileDigest.of(evidence).sha256()));
        return new Declaration(
                holder("--holder", holder, kind),
                mandate(),
                HolderOptions.tier(spec, tier),
                categories.isEmpty() ? UseCategory.DEFAULT : HolderOptions.uses(spec, categories),
                works,
                origin);
    }

    private Optional<Mandate> mandate() {
        if (grantor == null) {
            return Optional.empty();
        }
        Instant from = mandateFrom == null ? Instant.EPOCH : start(mandateFrom);
        Optional<Instant> until =
                mandateUntil == null ? Optional.empty() : Optional.of(start(mandateUntil.plusDays(1)));
        if (until.isPresent() && until.get().isBefore(from)) {
            throw HolderOptions.refused(spec, "--mandate-until", String.valueOf(mandateUntil));
        }
        return Optional.of(new Mandate(
                holder("--on-behalf-of", grantor, HolderKind.AUTHOR), from, until, Optional.empty(), Optional.empty()));
    }

    private Holder holder(String option, String name, HolderKind quality) {
        return new Holder(HolderOptions.name(spec, option, name), quality);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
