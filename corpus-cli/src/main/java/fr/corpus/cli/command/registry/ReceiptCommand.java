package fr.corpus.cli.command.registry;

import fr.corpus.cli.command.console.CommonOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Groups what is done with receipts. */
@Command(name = "receipt", synopsisSubcommandLabel = "COMMAND")
final class ReceiptCommand {

    @Mixin
    CommonOptions common = new CommonOptions();
}
