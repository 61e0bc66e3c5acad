package fr.corpus.cli.command.registry;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.optout.DomainVerifier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Groups what is done with the reservations of a registry. */
@Command(name = "optout", synopsisSubcommandLabel = "COMMAND")
public final class OptOutCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    /** The command with those under it. */
    public static CommandLine line(Console console) {
        return new CommandLine(new OptOutCommand())
                .addSubcommand(new OptOutAddCommand(console))
                .addSubcommand(new OptOutImportCommand(console))
                .addSubcommand(new OptOutImpactCommand(console))
                .addSubcommand(new OptOutListCommand(console))
                .addSubcommand(new OptOutShowCommand(console))
                .addSubcommand(new OptOutWithdrawCommand(console))
                .addSubcommand(new OptOutAmendCommand(console))
                .addSubcommand(new OptOutContestCommand(console))
                .addSubcommand(new OptOutDecideCommand(console))
                .addSubcommand(new OptOutVerifyDomainCommand(console, new DomainVerifier(DomainVerifier.World.open())))
                .addSubcommand(new OptOutEraseCommand(console))
                .addSubcommand(new CommandLine(new ReceiptCommand())
                        .addSubcommand(new ReceiptVerifyCommand(console))
                        .addSubcommand(new ReceiptIssueCommand(console)));
    }
}
