package fr.corpus.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Groups what is done with receipts. */
@Command(name = "receipt", synopsisSubcommandLabel = "COMMAND")
final class ReceiptCommand {

    @Mixin
    CommonOptions common = new CommonOptions();
}
