package fr.corpus.cli.command.recipe;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Groups what can be asked about a recipe. */
@Command(name = "recipe")
public final class RecipeCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    /** The command with those under it. */
    public static CommandLine line(Console console) {
        return new CommandLine(new RecipeCommand())
                .addSubcommand(new RecipeCheckCommand(console))
                .addSubcommand(new RecipeExplainCommand(console));
    }
}
