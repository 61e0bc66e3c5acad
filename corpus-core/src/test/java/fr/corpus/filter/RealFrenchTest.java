package fr.corpus.filter;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.testing.SharedFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Native profiles on real texts of their genre: at least 99 % pass, too short ones left aside. */
class RealFrenchTest {

    /** Titles of parts and acts that stand alone are no documents. */
    private static final int SHORT = 25;

    private static final Pattern BLOCK = Pattern.compile("(?s)<(p|l|head|speaker|stage)\\b[^>]*>(.*?)</\\1>");

    @Test
    void keepsTheChaptersOfNovels() throws IOException {
        List<String> chapters = new ArrayList<>();
        for (String folder : List.of("data/eltec-fra", "data/roman18")) {
            for (Path file : files(SharedFolder.need(folder), ".xml")) {
                chapters.addAll(divisions(file));
            }
        }
        assertThat(chapters).hasSizeGreaterThan(150);
        assertKept("book", chapters, 0.99);
    }

    @Test
    void keepsTheScenesOfPlaysInVerseAndProse() throws IOException {
        List<String> scenes = new ArrayList<>();
        for (Path file : files(SharedFolder.need("data/fredracor"), ".xml")) {
            scenes.addAll(divisions(file));
        }
        assertThat(scenes).hasSizeGreaterThan(150);
        assertKept("theatre", scenes, 0.99);
    }

    @Test
    void keepsTheVersesOfPlaysInVerse() throws IOException {
        List<String> verses = new ArrayList<>();
        for (String play : List.of("corneillep-cid", "moliere-tartuffe", "racine-berenice")) {
            String xml = Files.readString(SharedFolder.need("data/fredracor/" + play + ".xml"));
            List<String> lines = new ArrayList<>();
            Matcher verse = Pattern.compile("(?s)<l\\b[^>]*>(.*?)</l>").matcher(xml);
            while (verse.find()) {
                lines.add(plain(verse.group(1)));
            }
            for (int i = 0; i + 40 <= lines.size(); i += 40) {
                verses.add(String.join("\n", lines.subList(i, i + 40)));
            }
        }
        assertThat(verses).hasSizeGreaterThan(80);
        assertKept("verse", verses, 0.99);
    }

    @Test
    void keepsTheArticlesOfTheCivilCode() throws IOException {
        List<String> articles = new ArrayList<>();
        for (Path file : files(SharedFolder.need("data/legal"), ".jsonl")) {
            for (JsonNode article : lines(file)) {
                articles.add(article.get("text").stringValue());
            }
        }
        assertThat(articles).hasSizeGreaterThan(1_000);
        assertKept("law", articles, 0.99);
    }

    @Test
    void keepsTranscribedSpeech() throws IOException {
        List<String> talks = new ArrayList<>();
        for (Path file : files(SharedFolder.need("data/ud-french"), ".conllu")) {
            String name = file.getFileName().toString();
            if (name.contains("rhapsodie") || name.contains("parisstories")) {
                List<String> sentences = Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("# text = "))
                        .map(line -> line.substring(9))
                        .toList();
                for (int i = 0; i + 40 <= sentences.size(); i += 40) {
                    talks.add(String.join("\n", sentences.subList(i, i + 40)));
                }
            }
        }
        assertThat(talks).hasSizeGreaterThan(50);
        assertKept("speech", talks, 0.99);
    }

    @Test
    void keepsPrintedLinesOfTheNineteenthCenturyPressAsRecognized() throws IOException {
        List<String> pages = new ArrayList<>();
        for (Path file : files(SharedFolder.need("data/alto/presse-bnf"), ".xml")) {
            if (!file.toString().contains("METS")) {
                pages.add(altoText(Files.readString(file)));
            }
        }
        assertThat(pages).hasSizeGreaterThan(3);
        assertKept("press", pages, 1);
    }

    @Test
    void keepsManualsAndArticles() throws IOException {
        List<String> pages = new ArrayList<>();
        for (JsonNode document : lines(SharedFolder.need("data/jsonl/corpus.jsonl"))) {
            pages.add(document.get("text").stringValue());
        }
        assertThat(pages).hasSizeGreaterThan(300);
        assertKept("technical", pages, 0.95);
    }

    private static void assertKept(String profile, List<String> texts, double share) {
        Judging judging = new Judging(profile);
        TreeMap<String, Integer> drops = new TreeMap<>();
        int judged = 0;
        int kept = 0;
        for (String text : texts) {
            if (text.split("\\s+").length >= SHORT) {
                String outcome = judging.outcome(text);
                judged++;
                kept += outcome.equals("keep") ? 1 : 0;
                drops.merge(outcome.replaceFirst(" \\[.*", ""), 1, Integer::sum);
            }
        }
        assertThat((double) kept / judged).as("%s %s", profile, drops).isGreaterThanOrEqualTo(share);
        assertThat(judged).isGreaterThan(texts.size() / 2);
    }

    /** The innermost divisions of a TEI text, a block a line. */
    private static List<String> divisions(Path file) throws IOException {
        String xml =
                Files.readString(file).replaceAll("(?s)^.*?<body\\b", "<body").replaceAll("(?s)<note\\b.*?</note>", "");
        List<String> divisions = new ArrayList<>();
        for (String part : xml.split("<div\\b")) {
            List<String> lines = new ArrayList<>();
            Matcher block = BLOCK.matcher(part);
            while (block.find()) {
                lines.add(plain(block.group(2)));
            }
            if (!lines.isEmpty()) {
                divisions.add(String.join("\n", lines));
            }
        }
        return divisions;
    }

    private static String altoText(String xml) {
        StringBuilder out = new StringBuilder();
        Matcher part =
                Pattern.compile("CONTENT=\"([^\"]*)\"|</TextLine>|</TextBlock>").matcher(xml);
        while (part.find()) {
            out.append(part.group(1) != null ? plain(part.group(1)) + " " : "\n");
        }
        return out.toString();
    }

    private static String plain(String xml) {
        return xml.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(JsonMapper.shared()::readTree).collect(Collectors.toList());
        }
    }

    private static List<Path> files(Path folder, String extension) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(extension))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
