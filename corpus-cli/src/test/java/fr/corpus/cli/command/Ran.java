package fr.corpus.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.cli.command.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one command line printed and answered.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
public record Ran(int code, String out, String err) {

    /** Runs a command line in a German environment, hence in English. */
    public static Ran corpus(String... arguments) {
        return in(Map.of("LANG", "de_DE.UTF-8"), arguments);
    }

    /** Runs a command line that must succeed. */
    static Ran ok(String... arguments) {
        Ran ran = corpus(arguments);
        assertThat(ran.code)
                .as(String.join(" ", arguments) + "\n" + ran.out + ran.err)
                .isZero();
        return ran;
    }

    /** Runs a command line with {@code --json}. */
    static Ran asJson(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--json");
        return corpus(all.toArray(String[]::new));
    }

    /** Standard output, which is one JSON value. */
    JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }

    public static Ran in(Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                environment);
        int code = CorpusCommand.run(arguments, console);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
