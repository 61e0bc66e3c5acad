package fr.corpus.cli.command;

import fr.corpus.recipe.RecipeReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints every step of a recipe with every value and who chose it. */
@Command(name = "explain")
final class RecipeExplainCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "RECIPE", descriptionKey = "recipe")
    Path file = Path.of("");

    RecipeExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        new Explanation(console).print(RecipeReader.read(file).resolve());
        return ExitCode.DONE;
    }
}
