package fr.corpus.cli.command.recipe;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.recipe.Recipe;
import fr.corpus.recipe.RecipePlan;
import fr.corpus.recipe.RecipeReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says whether a recipe is well written, without reading its sources. */
@Command(name = "check")
final class RecipeCheckCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Parameters(paramLabel = "${bundle:label.recipe}", descriptionKey = "recipe")
    Path file = Path.of("");

    RecipeCheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Recipe recipe = RecipeReader.read(file);
        RecipePlan plan = recipe.resolve();
        if (json) {
            console.json(Map.of(
                    "recipe", file.toString(),
                    "name", recipe.name(),
                    "sha256", plan.digest().hex(),
                    "sources", plan.sources().size(),
                    "steps", recipe.steps().size()));
            return ExitCode.DONE;
        }
        console.print(
                "cli.recipe-sound",
                file.toString(),
                recipe.name(),
                plan.sources().size(),
                recipe.steps().size());
        return ExitCode.DONE;
    }
}
