package fr.corpus.cli.command.registry;

import fr.corpus.cli.command.console.UsageError;
import fr.corpus.error.UserMessage;
import fr.corpus.optout.Holder;
import fr.corpus.optout.IdentityTier;
import fr.corpus.optout.UseCategory;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** Reads what options say of holders and uses. Thread-safe. */
final class HolderOptions {

    private HolderOptions() {}

    static String name(CommandSpec spec, String option, String name) {
        if (!Holder.isName(name)) {
            throw refused(spec, option, name);
        }
        return name;
    }

    static IdentityTier tier(CommandSpec spec, int number) {
        return IdentityTier.find(number).orElseThrow(() -> refused(spec, "--tier", String.valueOf(number)));
    }

    static Set<UseCategory> uses(CommandSpec spec, List<String> words) {
        EnumSet<UseCategory> uses = EnumSet.noneOf(UseCategory.class);
        for (String word : words) {
            uses.addAll(UseCategory.find(word)
                    .orElseThrow(() -> new UsageError.Refused(
                            spec.commandLine(),
                            UserMessage.of("cli.bad-category", word, String.join(", ", UseCategory.words())))));
        }
        return uses;
    }

    static UsageError.Refused refused(CommandSpec spec, String option, String value) {
        return new UsageError.Refused(spec.commandLine(), UserMessage.of("cli.bad-value", option, value));
    }
}
