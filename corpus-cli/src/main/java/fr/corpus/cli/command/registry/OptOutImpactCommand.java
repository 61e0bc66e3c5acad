package fr.corpus.cli.command.registry;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.StaleNotice;
import fr.corpus.cli.command.console.UnknownCodes;
import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.identifier.KeyType;
import fr.corpus.impact.Breadth;
import fr.corpus.impact.CommonPassages;
import fr.corpus.impact.ReleaseImpact;
import fr.corpus.impact.Weighed;
import fr.corpus.optout.IdentityTier;
import fr.corpus.optout.OptOutRegistry;
import fr.corpus.optout.RegistrySnapshot;
import fr.corpus.optout.ReservationId;
import fr.corpus.optout.Selector;
import fr.corpus.release.ReleaseReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** Shows what selectors, or all reservations of a registry, would withhold from a release. */
@Command(name = "impact")
final class OptOutImpactCommand implements Callable<Integer> {

    private static final int MAX_REACHES = 20;

    private final Console console;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(arity = "0..1", paramLabel = "REGISTRY", descriptionKey = "impact.registry")
    @Nullable
    Path registry;

    @Option(names = "--release", required = true, paramLabel = "RELEASE", descriptionKey = "impact.release")
    Path release = Path.of("");

    @Mixin
    SelectorOptions selectors = new SelectorOptions();

    @Option(names = "--contest", descriptionKey = "impact.contest")
    boolean contest;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    private int contested;
    private Optional<StaleNotice> notice = Optional.empty();

    OptOutImpactCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ReleaseReader reader = ReleaseReader.open(release);
        notice = Optional.of(StaleNotice.of(release, Optional.ofNullable(registry), console));
        int year = LocalDate.now(ZoneOffset.UTC).getYear();

        if (registry != null) {
            if (selectors.any()) {
                throw new RecipeException(UserMessage.of("cli.impact-either"));
            }
            ReleaseImpact impact;
            try (RegistrySnapshot snapshot = RegistrySnapshot.open(registry)) {
                impact = ReleaseImpact.of(reader, snapshot, year);
            }
            if (contest) {
                contest(impact);
            }
            return show(impact, new CommonPassages(List.of(), 0, 0));
        }
        if (contest) {
            throw new RecipeException(UserMessage.of("cli.impact-contest"));
        }
        List<Selector> asked = selectors.selectors();
        CommonPassages passages = CommonPassages.drop(reader, asked);
        return show(ReleaseImpact.of(reader, passages.selectors(), year), passages);
    }

    /** Contests the claims of nobody known over works that nobody can reserve. */
    private void contest(ReleaseImpact impact) throws IOException {
        try (OptOutRegistry open = OptOutRegistry.open(
                Objects.requireNonNull(registry), Duration.ZERO, OptOutRegistry.Environment.system())) {
            for (ReleaseImpact.Reach reach : impact.reaches()) {
                Optional<String> objection = Weighed.objection(reach);
                if (objection.isPresent()
                        && open.suspendsUncontested(
                                new ReservationId(reach.reservation().orElseThrow()))) {
                    open.contest(new ReservationId(reach.reservation().orElseThrow()), objection.get());
                    contested++;
                }
            }
        }
    }

    private int show(ReleaseImpact impact, CommonPassages passages) {
        boolean broad = impact.reaches().stream().anyMatch(reach -> isBroad(reach, impact));
        if (json) {
            console.json(json(impact, passages, broad));
        } else {
            print(impact, passages, broad);
        }
        return broad ? ExitCode.FALSE : ExitCode.DONE;
    }

    private static boolean isBroad(ReleaseImpact.Reach reach, ReleaseImpact impact) {
        return Breadth.needsApproval(IdentityTier.ANONYMOUS, reach.documents(), impact.documents());
    }

    private void print(ReleaseImpact impact, CommonPassages passages, boolean broad) {
        console.print("cli.impact", impact.matched(), impact.documents(), share(impact.matched(), impact));
        for (ReleaseImpact.Reach reach : impact.reaches()
                .subList(0, Math.min(MAX_REACHES, impact.reaches().size()))) {
            reach.reservation()
                    .ifPresent(id -> console.print(
                            isBroad(reach, impact) ? "cli.impact-broad-reservation" : "cli.impact-reservation",
                            id,
                            reach.documents(),
                            share(reach.documents(), impact)));
            if (reach.free().total() > 0) {
                console.print(
                        "cli.impact-free",
                        reach.free().publicDomain(),
                        reach.free().freelyLicensed());
            }
            reach.byKind().forEach((type, count) -> console.print("cli.impact-kind", type.word(), count));
            reach.examples()
                    .forEach(example -> console.print(
                            example.isByCopy() ? "cli.impact-by-copy" : "cli.impact-example",
                            example.id().hex(),
                            example.uri().orElse(example.source()),
                            example.by().word(),
                            example.member().hex()));
        }
        if (impact.reaches().size() > MAX_REACHES) {
            console.print("cli.impact-more", impact.reaches().size() - MAX_REACHES);
        }
        UnknownCodes.note(impact.copiesWithoutCode(), console);
        if (passages.dropped() > 0) {
            console.print("cli.common-passages", passages.dropped(), passages.of());
        }
        if (broad) {
            console.print("cli.impact-broad");
        }
        if (contest) {
            console.print("cli.impact-contested", contested);
        }
    }

    private static double share(long matched, ReleaseImpact impact) {
        return impact.documents() == 0 ? 0 : (double) matched / impact.documents();
    }

    private Map<String, Object> json(ReleaseImpact impact, CommonPassages passages, boolean broad) {
        Map<String, Object> object = new TreeMap<>();
        object.put("release", release.toString());
        object.put("documents", impact.documents());
        object.put("matched", impact.matched());
        object.put("needsApproval", broad);
        notice.ifPresent(stale -> stale.put(object));
        if (contest) {
            object.put("contested", contested);
        }
        object.put("copiesWithoutCode", impact.copiesWithoutCode());
        object.put("samples", passages.of());
        object.put("commonSamples", passages.dropped());
        List<Map<String, Object>> reaches = new ArrayList<>();
        for (ReleaseImpact.Reach reach : impact.reaches()) {
            Map<String, Object> each = new TreeMap<>();
            reach.reservation().ifPresent(id -> each.put("reservation", id));
            each.put("matched", reach.documents());
            each.put("publicDomain", reach.free().publicDomain());
            each.put("freelyLicensed", reach.free().freelyLicensed());
            each.put("needsApproval", isBroad(reach, impact));
            Map<String, Long> kinds = new TreeMap<>();
            for (Map.Entry<KeyType, Long> kind : reach.byKind().entrySet()) {
                kinds.put(kind.getKey().word(), kind.getValue());
            }
            each.put("byKind", kinds);
            each.put(
                    "examples",
                    reach.examples().stream().map(OptOutImpactCommand::example).toList());
            reaches.add(each);
        }
        object.put("reaches", reaches);
        return object;
    }

    private static Map<String, Object> example(ReleaseImpact.Example example) {
        Map<String, Object> json = new TreeMap<>();
        json.put("document", example.id().hex());
        json.put("source", example.source());
        json.put("by", example.by().word());
        json.put("foundOn", example.member().hex());
        example.uri().ifPresent(uri -> json.put("uri", uri));
        return json;
    }
}
