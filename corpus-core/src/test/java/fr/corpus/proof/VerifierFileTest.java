package fr.corpus.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.hash.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page as a file, without a browser. */
class VerifierFileTest {

    private static final Path PARTS = Path.of("src/main/resources/fr/corpus/proof/page");
    private static final String PAGE = new String(VerifierPage.bytes(), StandardCharsets.UTF_8);

    @Test
    void isAlwaysTheSameFileAndComplete() {
        assertThat(VerifierPage.bytes()).isEqualTo(VerifierPage.bytes());
        assertThat(PAGE)
                .startsWith("<!doctype html>\n<html lang=\"fr\">")
                .endsWith("</html>\n")
                .doesNotContain("{text:", "{script}");
        assertThat(PAGE.length()).isLessThan(300_000);
    }

    @Test
    void namesNothingThatABrowserWouldLoad() {
        assertThat(PAGE)
                .doesNotContainPattern("<(link|img|iframe|object|embed|audio|video|base)\\b")
                .doesNotContainPattern("\\b(src|href|srcset|action)=");
        assertThat(between("<style>", "</style>")).doesNotContain("url(", "@import");
        assertThat(between("<script>", "</script>"))
                .doesNotContainPattern(
                        "\\bimport\\b|fetch\\(|XMLHttpRequest|WebSocket|sendBeacon|innerHTML|eval\\(|new Function");
    }

    @Test
    void letsNothingRunButItsOneScriptAndItsOneStyle() {
        Matcher policy = Pattern.compile("http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"")
                .matcher(PAGE);
        assertThat(policy.find()).isTrue();
        String script = between("<script>", "</script>");
        String style = between("<style>", "</style>");
        assertThat(policy.group(1))
                .isEqualTo("default-src 'none'; script-src '" + source(script) + "'; style-src '" + source(style)
                        + "'; base-uri 'none'; form-action 'none'");
        assertThat(script).startsWith("\n'use strict';\n");
    }

    private static String between(String from, String to) {
        int start = PAGE.lastIndexOf(from) + from.length();
        return PAGE.substring(start, PAGE.indexOf(to, start));
    }

    private static String source(String text) {
        return "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(text).bytes());
    }

    private static Properties sentences(String file) throws IOException {
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(PARTS.resolve(file))) {
            properties.load(in);
        }
        return properties;
    }

    @Test
    void saysEverySentenceInBothLanguagesAndNoOther() throws IOException {
        Properties french = sentences("sentences_fr.properties");
        Properties english = sentences("sentences.properties");
        assertThat(french.keySet()).isEqualTo(english.keySet());
        assertThat(french.values())
                .allSatisfy(text -> assertThat((String) text)
                        .doesNotContain("'", "...")
                        .doesNotContainPattern("[^\u00A0\u202F][;:!?»]($|[ \u00A0])")
                        .doesNotContainPattern("« "));
        TreeSet<String> used = new TreeSet<>();
        Pattern use = Pattern.compile("(?:say\\('|proof\\.page\\.|data-text=\"|\\? ')([a-zA-Z.-]*[a-z])['\"]");
        try (Stream<Path> parts = Files.list(PARTS)) {
            for (Path part : parts.filter(file -> file.toString().matches(".*\\.(js|html)"))
                    .toList()) {
                use.matcher(Files.readString(part)).results().forEach(found -> used.add(found.group(1)));
            }
        }
        for (String name : used) {
            boolean family = name.endsWith("-") || name.endsWith(".");
            if (!family
                    && !name.matches(
                            "fr|en|fr-FR|policy-false|[a-z]{1,3}|present|absent|accepted|none|unchecked|bad|warn|good|entry|utf-.*")) {
                assertThat(french.containsKey("proof.page." + name) || used.contains(name))
                        .as(name)
                        .isTrue();
            }
        }
        assertThat(used).contains("title", "bundle-hint", "work-size");
    }

    @Test
    void isReadableByPeopleWhoSeeLittle() throws IOException {
        String css = Files.readString(PARTS.resolve("verifier.css"));
        int dark = css.indexOf("prefers-color-scheme: dark");
        for (String scheme : new String[] {css.substring(0, dark), css.substring(dark, css.indexOf("* {"))}) {
            Map<String, String> colors = new TreeMap<>();
            Pattern.compile("--([a-z]+): #([0-9a-f]{6})")
                    .matcher(scheme)
                    .results()
                    .forEach(found -> colors.put(found.group(1), found.group(2)));
            for (String ink : new String[] {"ink", "faint", "link", "good", "bad", "warn"}) {
                for (String paper : new String[] {"paper", "soft"}) {
                    assertThat(contrast(colors.get(ink), colors.get(paper)))
                            .as("%s on %s in %s", ink, paper, colors)
                            .isGreaterThan(4.5);
                }
            }
            assertThat(contrast(colors.get("line"), colors.get("paper"))).isGreaterThan(3);
        }
    }

    /** WCAG 2.2, contrast ratio. */
    private static double contrast(String a, String b) {
        double x = luminance(a);
        double y = luminance(b);
        return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
    }

    private static double luminance(String color) {
        double sum = 0;
        double[] weights = {0.2126, 0.7152, 0.0722};
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(color.substring(2 * i, 2 * i + 2), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
