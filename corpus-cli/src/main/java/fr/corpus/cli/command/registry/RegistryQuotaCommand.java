package fr.corpus.cli.command.registry;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.optout.IdentityTier;
import fr.corpus.optout.OptOutRegistry;
import fr.corpus.optout.Quota;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows and sets how many reservations a day are taken. */
@Command(name = "quota")
final class RegistryQuotaCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    RegistryOptions registry = new RegistryOptions();

    @Option(names = "--tier", paramLabel = "0-4", descriptionKey = "quota.tier")
    @Nullable
    Integer tier;

    @Option(names = "--per-holder", paramLabel = "N", descriptionKey = "quota.holder")
    @Nullable
    Integer perHolder;

    @Option(names = "--total", paramLabel = "N", descriptionKey = "quota.total")
    @Nullable
    Integer total;

    @Option(names = "--off", descriptionKey = "quota.off")
    boolean off;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    RegistryQuotaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try (OptOutRegistry open = registry.open()) {
            if (tier != null) {
                open.setQuota(HolderOptions.tier(spec, tier), asked());
            }
            List<Map<String, Object>> quotas = new ArrayList<>();
            for (IdentityTier each : IdentityTier.values()) {
                Optional<Quota> quota = open.quota(each);
                if (json) {
                    Map<String, Object> object = new TreeMap<>(Map.of("tier", each.number()));
                    quota.ifPresent(limit -> object.put("perHolder", limit.perHolder()));
                    quota.ifPresent(limit -> object.put("total", limit.total()));
                    quotas.add(object);
                } else if (quota.isPresent()) {
                    console.print(
                            "cli.quota",
                            each.number(),
                            quota.get().perHolder(),
                            quota.get().total());
                } else {
                    console.print("cli.quota-none", each.number());
                }
            }
            if (json) {
                console.json(Map.of("registry", registry.registry.toString(), "quotas", quotas));
            }
        }
        return ExitCode.DONE;
    }

    private Optional<Quota> asked() {
        if (off && perHolder == null && total == null) {
            return Optional.empty();
        }
        if (off || perHolder == null || total == null || perHolder < 0 || total < 0) {
            throw new RecipeException(UserMessage.of("cli.quota-what"));
        }
        return Optional.of(new Quota(perHolder, total));
    }
}
