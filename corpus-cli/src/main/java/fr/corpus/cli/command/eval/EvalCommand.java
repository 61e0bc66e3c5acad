package fr.corpus.cli.command.eval;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Groups the evaluation of model outputs. */
@Command(name = "eval", synopsisSubcommandLabel = "COMMAND")
public final class EvalCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    /** The command with those under it. */
    public static CommandLine line(Console console) {
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
