package fr.corpus.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Groups the evaluation of model outputs. */
@Command(name = "eval", synopsisSubcommandLabel = "COMMAND")
final class EvalCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    static CommandLine line(Console console) {
        return new CommandLine(new EvalCommand())
                .addSubcommand(new EvalScoreCommand(console))
                .addSubcommand(new EvalCompareCommand(console))
                .addSubcommand(new EvalRunCommand(console))
                .addSubcommand(new EvalVerifyCommand(console))
                .addSubcommand(new EvalTextCommand(console))
                .addSubcommand(new EvalPacksCommand(console))
                .addSubcommand(new EvalImportPackCommand(console))
                .addSubcommand(new EvalContaminationCommand(console));
    }
}
