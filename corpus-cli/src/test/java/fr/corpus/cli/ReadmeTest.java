package fr.corpus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.cli.command.CorpusCommand;
import fr.corpus.cli.command.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What README.md shows is what happens. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");
    private static final String BUILD = "mvn -q -DskipTests package && corpus-cli/bin/corpus build"
            + " corpus-cli/examples/demo/recipe.yaml --out target/demo";

    @TempDir
    Path directory;

    private static List<String> blocks(String language) throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        return Pattern.compile("(?s)```" + language + "\n(.*?)```")
                .matcher(readme)
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    @Test
    void opensBothLanguagesWithTheTwoCommands() throws IOException {
        List<String> shell = blocks("sh");
        assertThat(shell.get(0)).isEqualTo(BUILD + "\nmvn verify\n");
        assertThat(shell.get(2)).isEqualTo(shell.get(0));
    }

    @Test
    void namesTheTestCommandThatContinuousIntegrationRuns() throws IOException {
        assertThat(Files.readString(ROOT.resolve(".ci/run"))).containsPattern("mvn( -\\S+)* verify");
    }

    @ParameterizedTest
    @CsvSource({"fr,0", "en,1"})
    void showsWhatTheDemonstrationPrints(String language, int block) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Path release = directory.resolve("demo");
        String[] arguments = {
            "--lang", language, "build", "examples/demo/recipe.yaml", "--out", release.toString(), "--quiet"
        };
        assertThat(CorpusCommand.run(arguments, new Console(stream, stream, false, Map.of())))
                .isZero();
        List<String> printed = out.toString(StandardCharsets.UTF_8)
                .replace(release.toString(), "target/demo")
                .lines()
                .toList();
        List<String> shown = blocks("text").get(block).lines().toList();
        assertThat(printed).hasSameSizeAs(shown);
        for (int i = 0; i < shown.size(); i++) {
            String line = shown.get(i);
            if (line.endsWith("…")) {
                assertThat(printed.get(i)).startsWith(line.substring(0, line.length() - 1));
            } else {
                assertThat(printed.get(i)).isEqualTo(line);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"fr,1", "en,3"})
    void showsCommandsThatSucceed(String language, int block) throws IOException {
        String build = "corpus-cli/bin/corpus build corpus-cli/examples/demo/recipe.yaml --out target/demo --quiet";
        List<String> lines = Stream.concat(
                        Stream.of(build), blocks("sh").get(block).lines())
                .filter(line -> line.startsWith("corpus-cli/bin/corpus "))
                .toList();
        assertThat(lines).hasSizeGreaterThan(10);
        for (String line : lines) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
            String command = line.replaceFirst(" *#.*", "")
                    .replace("corpus-cli/bin/corpus ", "--lang " + language + " ")
                    .replace("corpus-cli/examples/", "examples/")
                    .replace("target/", directory + "/");
            assertThat(CorpusCommand.run(command.split(" "), new Console(stream, stream, false, Map.of())))
                    .as("%s: %s", line, out)
                    .isZero();
        }
    }

    @Test
    void compilesAndRunsTheJavaExample() throws Exception {
        String source = blocks("java").get(0).replace("target/demo", directory.resolve("java") + "");
        assertThat(source.lines().filter(line -> !line.isBlank() && !line.startsWith("import")))
                .hasSizeLessThan(11);
        Path file = Files.writeString(directory.resolve("Demo.java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String classPath = System.getProperty("java.class.path");
        assertThat(compiler.run(null, null, null, "-cp", classPath, "-d", directory.toString(), file.toString()))
                .isZero();
        Path out = directory.resolve("out.txt");
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        directory + System.getProperty("path.separator") + classPath,
                        "Demo")
                .directory(ROOT.toFile())
                .redirectOutput(out.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(run.waitFor()).as(() -> read(out)).isZero();
        assertThat(read(out)).startsWith("54 documents, root ");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
