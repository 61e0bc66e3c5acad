package fr.corpus.cli.command.recipe;

import fr.corpus.cli.command.console.Console;
import fr.corpus.recipe.Recipe;
import fr.corpus.recipe.RecipePlan;
import fr.corpus.recipe.RecipeSource;
import fr.corpus.recipe.ResolvedParameter;
import fr.corpus.recipe.ResolvedStep;
import fr.corpus.recipe.SourcePlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A plan in sentences and tables. */
final class Explanation {

    private static final int MAX_VALUE_WIDTH = 40;

    private final Console console;

    Explanation(Console console) {
        this.console = console;
    }

    void print(RecipePlan plan) {
        Recipe recipe = plan.recipe();
        console.print("cli.explain-recipe", recipe.name(), recipe.fileName());
        console.print("cli.explain-seed", String.valueOf(recipe.seed()), String.join(", ", recipe.languages()));
        console.out().println();
        plan.sources().forEach(source -> print(source.source()));
        byProfile(plan).forEach((profile, sources) -> {
            console.out().println();
            String ids = String.join(
                    ", ", sources.stream().map(source -> source.source().id()).toList());
            SourcePlan first = sources.get(0);
            console.print("cli.explain-profile", profile, ids, first.tokenizer().version());
            first.steps().forEach(this::print);
        });
        console.out().println();
        console.print("cli.explain-shared");
        plan.sharedSteps().forEach(this::print);
    }

    private static Map<String, List<SourcePlan>> byProfile(RecipePlan plan) {
        Map<String, List<SourcePlan>> sources = new LinkedHashMap<>();
        plan.sources()
                .forEach(source -> sources.computeIfAbsent(source.source().profile(), key -> new ArrayList<>())
                        .add(source));
        return sources;
    }

    private void print(RecipeSource source) {
        String license = source.license()
                .map(id -> console.text("cli.explain-license", id.value()))
                .or(() -> source.licenseField().map(field -> console.text("cli.explain-license-field", field)))
                .orElseGet(() -> console.text("cli.explain-no-license"));
        console.print("cli.explain-source", source.id(), source.format(), source.profile(), license);
        source.paths().forEach(path -> console.out().println("    " + path));
    }

    private void print(ResolvedStep step) {
        console.out()
                .println("  " + step.id() + "  "
                        + console.text("cli.step-" + step.id().name()));
        int nameWidth =
                width(step.parameters().stream().map(ResolvedParameter::name).toList());
        int valueWidth = Math.min(
                MAX_VALUE_WIDTH,
                width(step.parameters().stream().map(Explanation::value).toList()));
        for (ResolvedParameter parameter : step.parameters()) {
            console.out()
                    .println("    "
                            + pad(parameter.name(), nameWidth)
                            + "  "
                            + pad(value(parameter), valueWidth)
                            + "  "
                            + pad(origin(parameter), originWidth())
                            + "  "
                            + console.text(step.descriptionKey(parameter)));
        }
    }

    private String origin(ResolvedParameter parameter) {
        return console.text("cli.origin-" + parameter.origin().name().toLowerCase(Locale.ROOT));
    }

    private int originWidth() {
        return width(List.of(
                console.text("cli.origin-default"),
                console.text("cli.origin-profile"),
                console.text("cli.origin-recipe")));
    }

    /** As a recipe writes it, whatever the language. */
    private static String value(ResolvedParameter parameter) {
        Object value = parameter.value();
        if (value instanceof List<?> list) {
            return list.isEmpty()
                    ? "[]"
                    : "[ "
                            + String.join(
                                    ", ", list.stream().map(String::valueOf).toList()) + " ]";
        }
        return String.valueOf(value);
    }

    private static int width(List<String> texts) {
        return texts.stream()
                .mapToInt(text -> text.codePointCount(0, text.length()))
                .max()
                .orElse(0);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.codePointCount(0, text.length())));
    }
}
