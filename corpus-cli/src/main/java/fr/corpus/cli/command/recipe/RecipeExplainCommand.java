package fr.corpus.cli.command.recipe;

import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.recipe.RecipePlan;
import fr.corpus.recipe.RecipeReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints every step of a recipe with every value and who chose it. */
@Command(name = "explain")
final class RecipeExplainCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Parameters(paramLabel = "${bundle:label.recipe}", descriptionKey = "recipe")
    Path file = Path.of("");

    RecipeExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        RecipePlan plan = RecipeReader.read(file).resolve();
        if (json) {
            console.out().println(new String(plan.canonicalJson(), StandardCharsets.UTF_8));
        } else {
            new Explanation(console).print(plan);
        }
        return ExitCode.DONE;
    }
}
