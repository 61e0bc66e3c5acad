package fr.corpus.cli.command.registry;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.optout.Declaration;
import fr.corpus.optout.Holder;
import fr.corpus.optout.HolderKind;
import fr.corpus.optout.Selector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Declares a reservation anew: what is not given stays. */
@Command(name = "amend")
final class OptOutAmendCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    StepOptions step = new StepOptions();

    @Mixin
    SelectorOptions selectors = new SelectorOptions();

    @Option(names = "--keep", descriptionKey = "amend.keep")
    boolean keep;

    @Option(names = "--holder", paramLabel = "NAME", descriptionKey = "holder")
    @Nullable
    String holder;

    @Option(names = "--holder-kind", paramLabel = "KIND", descriptionKey = "holder.kind")
    @Nullable
    HolderKind kind;

    @Option(names = "--tier", paramLabel = "0-4", descriptionKey = "holder.tier")
    @Nullable
    Integer tier;

    @Option(names = "--category", paramLabel = "USE", descriptionKey = "category")
    List<String> categories = List.of();

    OptOutAmendCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<Selector> works = selectors.any() ? selectors.selectors() : List.of();
        return step.run(
                console, (registry, id, reason) -> registry.amend(id, amended(registry.declaration(id), works)));
    }

    private Declaration amended(Declaration now, List<Selector> works) {
        Holder who = new Holder(
                holder == null ? now.holder().name() : HolderOptions.name(spec, "--holder", holder),
                kind == null ? now.holder().kind() : kind);
        Declaration same = new Declaration(
                who,
                now.mandate(),
                now.tier(),
                categories.isEmpty() ? now.categories() : HolderOptions.uses(spec, categories),
                now.selectors(),
                now.origin(),
                now.controls());
        Declaration other = works.isEmpty() ? same : same.withSelectors(all(now.selectors(), works));
        return tier == null ? other : other.withTier(HolderOptions.tier(spec, tier));
    }

    private List<Selector> all(List<Selector> before, List<Selector> given) {
        Set<Selector> all = new LinkedHashSet<>(keep ? before : List.of());
        all.addAll(given);
        if (all.size() > Declaration.MAX_SELECTORS) {
            throw HolderOptions.refused(spec, "--keep", String.valueOf(all.size()));
        }
        return new ArrayList<>(all);
    }
}
