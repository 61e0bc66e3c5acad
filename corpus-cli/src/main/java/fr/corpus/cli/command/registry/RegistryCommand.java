package fr.corpus.cli.command.registry;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Groups what the operator of a registry does with it as a whole. */
@Command(name = "registry", synopsisSubcommandLabel = "COMMAND")
public final class RegistryCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    /** The command with those under it. */
    public static CommandLine line(Console console) {
        return new CommandLine(new RegistryCommand())
                .addSubcommand(new RegistryInitCommand(console))
                .addSubcommand(new RegistryCheckCommand(console))
                .addSubcommand(new RegistryQuotaCommand(console))
                .addSubcommand(new RegistryCosignCommand(console))
                .addSubcommand(new RegistryRotateKeyCommand(console))
                .addSubcommand(new RegistryRestoreCommand(console));
    }
}
