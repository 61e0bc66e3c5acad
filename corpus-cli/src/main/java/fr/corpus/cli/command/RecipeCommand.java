package fr.corpus.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Groups what can be asked about a recipe. */
@Command(name = "recipe")
final class RecipeCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    static CommandLine line(Console console) {
        return new CommandLine(new RecipeCommand())
                .addSubcommand(new RecipeCheckCommand(console))
                .addSubcommand(new RecipeExplainCommand(console));
    }
}
