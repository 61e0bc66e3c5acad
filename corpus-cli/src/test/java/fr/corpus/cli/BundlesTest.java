package fr.corpus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Format;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules of all sentences that users see, in both modules. */
class BundlesTest {

    private static final List<Path> RESOURCES =
            List.of(Path.of("../corpus-core/src/main/resources"), Path.of("src/main/resources"));

    /** A sign of two parts must be preceded by a no-break space; a colon inside a word, an address or a format is none. */
    private static final Pattern BREAKABLE = Pattern.compile(
            "[^\\u00A0\\u202F\\s(\"\\[!?]([;!?]|:(?=\\s|$))|[^\\u00A0\\u202F]»|«[^\\u00A0\\u202F]| [;:!?»]");

    static Stream<Path> english() throws IOException {
        Stream<Path> all = Stream.empty();
        for (Path resources : RESOURCES) {
            try (Stream<Path> files = Files.walk(resources)) {
                all = Stream.concat(
                        all,
                        files
                                .filter(file -> file.getFileName().toString().matches("(messages|help)\\.properties"))
                                .sorted()
                                .toList()
                                .stream());
            }
        }
        return all;
    }

    @Test
    void findsBundlesInBothModules() throws IOException {
        assertThat(english()).hasSizeGreaterThan(6);
    }

    @ParameterizedTest
    @MethodSource("english")
    void haveTheSameKeysInFrenchAndEnglish(Path english) throws IOException {
        assertThat(new TreeSet<>(load(french(english)).stringPropertyNames()))
                .isEqualTo(new TreeSet<>(load(english).stringPropertyNames()));
    }

    /** A sentence of help with another sign of percent is shown raw, behind a warning. */
    @ParameterizedTest
    @MethodSource("english")
    void helpHasNoLonePercentSign(Path english) throws IOException {
        for (Path file : english.endsWith("help.properties") ? List.of(english, french(english)) : List.<Path>of()) {
            Properties help = load(file);
            assertThat(help.stringPropertyNames())
                    .as(file.toString())
                    .noneMatch(key -> help.getProperty(key)
                            .replace("%n", "")
                            .replace("%%", "")
                            .contains("%"));
        }
    }

    /** Of two lines of one key the last would speak for both. */
    @ParameterizedTest
    @MethodSource("english")
    void sayEachKeyOnce(Path english) throws IOException {
        for (Path file : List.of(english, french(english))) {
            assertThat(Files.readString(file)
                            .lines()
                            .filter(line -> line.matches("[^#\\s][^=]*=.*"))
                            .map(line -> line.substring(0, line.indexOf('='))))
                    .as(file.toString())
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("english")
    void useNoAsciiApostrophe(Path english) throws IOException {
        for (Path file : List.of(english, french(english))) {
            assertThat(Files.readString(file).lines().filter(line -> !line.startsWith("#")))
                    .as(file.toString())
                    .noneMatch(
                            line -> line.replace("'{'", "").replace("'}'", "").contains("'"));
        }
    }

    @ParameterizedTest
    @MethodSource("english")
    void keepFrenchSignsOnTheLineOfTheirWord(Path english) throws IOException {
        Properties sentences = load(french(english));
        for (String key : new TreeSet<>(sentences.stringPropertyNames())) {
            String sentence = sentences
                    .getProperty(key)
                    .replaceAll("\\{[^}]*\\}", "x")
                    .replaceAll("[a-z]+://|%n", "x")
                    .replaceAll("[a-z-]+: (x\\b|\\[|1)", "code");
            assertThat(BREAKABLE
                            .matcher(sentence)
                            .results()
                            .map(found -> key + " … " + found.group())
                            .toList())
                    .as(french(english) + ": " + sentence)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("english")
    void useTheSameArgumentsInFrenchAndEnglish(Path english) throws IOException {
        if (english.endsWith("help.properties")) {
            return;
        }
        Properties inEnglish = load(english);
        Properties inFrench = load(french(english));
        for (String key : inEnglish.stringPropertyNames()) {
            assertThat(arguments(inFrench.getProperty(key), Locale.FRENCH))
                    .as(english + ": " + key)
                    .isEqualTo(arguments(inEnglish.getProperty(key), Locale.ENGLISH));
        }
    }

    private static int arguments(String pattern, Locale locale) {
        Format[] formats = new MessageFormat(pattern, locale).getFormatsByArgumentIndex();
        return formats.length;
    }

    private static Path french(Path english) {
        String name = english.getFileName().toString().replace(".properties", "_fr.properties");
        return english.resolveSibling(name);
    }

    private static Properties load(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
