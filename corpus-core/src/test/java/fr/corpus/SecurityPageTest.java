package fr.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that names a test for each attack names tests that there are. */
class SecurityPageTest {

    private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");

    private static Map<String, String> sources() throws IOException {
        Map<String, String> byClass = new TreeMap<>();
        for (String root : List.of("src/test/java", "../corpus-cli/src/test/java")) {
            try (Stream<Path> tree = Files.walk(Path.of(root))) {
                for (Path file :
                        tree.filter(path -> path.toString().endsWith(".java")).toList()) {
                    String name = file.getFileName().toString();
                    byClass.put(name.substring(0, name.length() - ".java".length()), Files.readString(file));
                }
            }
        }
        return byClass;
    }

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        Map<String, String> sources = sources();
        List<MatchResult> named = TEST.matcher(Files.readString(Path.of("docs/security.md")))
                .results()
                .toList();
        assertThat(named).hasSizeGreaterThan(40);
        for (MatchResult test : named) {
            assertThat(sources).containsKey(test.group(1));
            assertThat(sources.get(test.group(1))).as(test.group()).contains("void " + test.group(2) + "(");
        }
    }
}
