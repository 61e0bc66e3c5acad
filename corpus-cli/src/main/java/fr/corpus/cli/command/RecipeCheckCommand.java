package fr.corpus.cli.command;

import fr.corpus.recipe.Recipe;
import fr.corpus.recipe.RecipePlan;
import fr.corpus.recipe.RecipeReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says whether a recipe is well written, without reading its sources. */
@Command(name = "check")
final class RecipeCheckCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "RECIPE", descriptionKey = "recipe")
    Path file = Path.of("");

    RecipeCheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Recipe recipe = RecipeReader.read(file);
        RecipePlan plan = recipe.resolve();
        console.print(
                "cli.recipe-sound",
                file.toString(),
                recipe.name(),
                plan.sources().size(),
                recipe.steps().size());
        return ExitCode.DONE;
    }
}
