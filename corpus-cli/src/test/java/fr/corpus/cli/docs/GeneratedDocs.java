package fr.corpus.cli.docs;

import fr.corpus.cli.command.CorpusCommand;
import fr.corpus.cli.command.console.Console;
import fr.corpus.error.UserMessage;
import fr.corpus.recipe.Profile;
import fr.corpus.recipe.RecipePlan;
import fr.corpus.recipe.RecipeReader;
import fr.corpus.recipe.ResolvedParameter;
import fr.corpus.recipe.ResolvedParameter.Origin;
import fr.corpus.recipe.ResolvedStep;
import fr.corpus.recipe.StepCatalog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parts of the user documentation that the program itself can tell: values of steps, help of commands. To be run again,
 * from the folder {@code corpus-cli}, when a step or a help text changes; {@link GeneratedDocsTest} says when that was
 * forgotten.
 */
final class GeneratedDocs {

    static final List<String> LANGUAGES = List.of("fr", "en");

    private static final List<String> COMMANDS = List.of(
            "",
            "build",
            "verify",
            "audit",
            "prove",
            "verify-proof",
            "verifier",
            "index",
            "whose",
            "show",
            "diff",
            "registry init",
            "registry restore",
            "optout add",
            "optout import",
            "optout list",
            "optout show",
            "optout withdraw",
            "optout contest",
            "optout erase",
            "optout receipt verify",
            "optout receipt issue",
            "recipe check",
            "recipe explain",
            "eval score",
            "eval compare",
            "eval run",
            "eval verify",
            "eval text",
            "eval contamination",
            "annotate",
            "accuracy",
            "profile",
            "langid",
            "ocr",
            "train",
            "bench generate",
            "bench t1",
            "bench eval",
            "bench annotate",
            "completion");

    private GeneratedDocs() {}

    /** Rewrites the pages. */
    public static void main(String[] arguments) throws IOException {
        for (String language : LANGUAGES) {
            for (Path page : List.of(recipePage(language), commandsPage(language))) {
                Files.writeString(page, expected(page, language));
            }
        }
    }

    static Path recipePage(String language) {
        return Path.of("docs", language, language.equals("fr") ? "recette.md" : "recipe.md");
    }

    static Path commandsPage(String language) {
        return Path.of("docs", language, language.equals("fr") ? "commandes.md" : "commands.md");
    }

    /** The page with its generated part as it should be. */
    static String expected(Path page, String language) throws IOException {
        String text = Files.readString(page);
        text = replace(text, "steps", () -> steps(Locale.forLanguageTag(language)));
        return replace(text, "help", () -> help(language));
    }

    private interface Part {
        String text() throws IOException;
    }

    private static String replace(String page, String name, Part part) throws IOException {
        String begin = "<!-- begin: " + name + " -->\n";
        int from = page.indexOf(begin);
        if (from < 0) {
            return page;
        }
        int to = page.indexOf("<!-- end: " + name + " -->", from);
        return page.substring(0, from + begin.length()) + part.text() + page.substring(to);
    }

    private static String help(String language) {
        StringBuilder text = new StringBuilder();
        for (String command : COMMANDS) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
            Console console = new Console(stream, stream, false, Map.of("COLUMNS", "100"));
            CorpusCommand.run(
                    ("--lang " + language + " help " + command).strip().split(" "), console);
            text.append("\n## `").append(("corpus " + command).strip()).append("`\n\n```text\n");
            text.append(out.toString(StandardCharsets.UTF_8).strip()).append("\n```\n");
        }
        return text.append('\n').toString();
    }

    private static String steps(Locale locale) throws IOException {
        StringBuilder text = new StringBuilder();
        for (StepCatalog.Entry step : StepCatalog.standard().entries()) {
            Map<String, RecipePlan> plans = plans(step);
            text.append("\n### `").append(step.id()).append("`\n\n");
            text.append(UserMessage.of("cli.step-" + step.id().name()).in(locale))
                    .append('\n');
            if (!step.parameters().isEmpty()) {
                text.append(UserMessage.of("cli.parameter-head").in(locale)).append("|---|---|---|---|\n");
            }
            step.parameters().forEach(parameter -> text.append(row(step, parameter.name(), plans, locale)));
        }
        return text.append('\n').toString();
    }

    private static String row(StepCatalog.Entry step, String parameter, Map<String, RecipePlan> plans, Locale locale) {
        Map<String, List<String>> profilesByValue = new LinkedHashMap<>();
        String general = "";
        for (Map.Entry<String, RecipePlan> plan : plans.entrySet()) {
            ResolvedParameter resolved = resolved(plan.getValue(), step, parameter);
            String value = "`" + value(resolved.value()) + "`";
            if (resolved.origin() == Origin.PROFILE) {
                profilesByValue.computeIfAbsent(value, key -> new ArrayList<>()).add(plan.getKey());
            } else {
                general = resolved.origin() == Origin.RECIPE ? "" : value;
            }
        }
        String others = profilesByValue.entrySet().stream()
                .map(entry -> String.join(", ", entry.getValue()) + "\u00a0: " + entry.getKey())
                .collect(Collectors.joining("<br>"));
        String meaning =
                UserMessage.of(step.id().kind() + ".parameter." + parameter).in(locale);
        String cell = locale.equals(Locale.ENGLISH) ? others.replace("\u00a0:", ":") : others;
        return "| `" + parameter + "` | " + general + " | " + cell + " | " + meaning.replace("|", "\\|") + " |\n";
    }

    private static ResolvedParameter resolved(RecipePlan plan, StepCatalog.Entry step, String parameter) {
        Stream<ResolvedStep> all = Stream.concat(plan.sources().get(0).steps().stream(), plan.sharedSteps().stream());
        return all.filter(candidate -> candidate.id().equals(step.id()))
                .flatMap(candidate -> candidate.parameters().stream())
                .filter(candidate -> candidate.name().equals(parameter))
                .findFirst()
                .orElseThrow();
    }

    private static String value(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", ", "[ ", " ]"))
                : String.valueOf(value);
    }

    /** One plan with the step for each profile. */
    private static Map<String, RecipePlan> plans(StepCatalog.Entry step) throws IOException {
        Map<String, RecipePlan> plans = new TreeMap<>();
        Path file = Files.createTempFile("step", ".yaml");
        for (Profile profile : Profile.values()) {
            StringBuilder yaml = new StringBuilder("recipe: 1\nname: all\nsources: [ { id: a, format: jsonl, paths: a,"
                    + " profile: " + profile.key() + " } ]\nsteps:\n");
            String required = step.id().kind().equals("rights") ? ", allow: [ CC0-1.0 ]" : "";
            if (step.id().name().equals("filter.decontamination")) {
                required = ", packs: [ fr-varietes@1 ]";
            }
            yaml.append("  - { use: ").append(step.id()).append(required).append(" }\n");
            Files.writeString(file, yaml);
            plans.put(profile.key(), RecipeReader.read(file).resolve());
        }
        Files.delete(file);
        return plans;
    }
}
