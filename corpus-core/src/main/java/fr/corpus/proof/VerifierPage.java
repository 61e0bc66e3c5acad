package fr.corpus.proof;

import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The second verifier: one HTML file that checks receipts and release proofs in a browser, without network and without any code
 * of this library. Its program is in the folder {@code page} beside this class's resources, one file for each matter, written from
 * the pages in {@code docs/formats}; this class joins the parts, the tables of characters and the sentences into one file, always
 * the same bytes. Immutable.
 */
public final class VerifierPage {

    private static final String FOLDER = "page/";

    /** In the order in which each uses those before it. */
    private static final List<String> PROGRAM = List.of(
            "bytes",
            "sha2",
            "ed25519",
            "json",
            "log",
            "policy",
            "characters",
            "identifiers",
            "words",
            "work",
            "receipt",
            "releaselog",
            "proof",
            "reservation",
            "attestation",
            "sentences",
            "view");

    /** Rooms whose sentences the page tells, by the same names. */
    private static final List<String> ROOMS = List.of("optout", "proof", "releaselog", "retract", "tlog");

    private static final Pattern SENTENCE = Pattern.compile("\\{text:([a-z-]+)}");
    private static final Pattern PART = Pattern.compile("\\{([a-z]+)}");

    private VerifierPage() {}

    /** The page, UTF-8. */
    public static byte[] bytes() {
        return html().getBytes(StandardCharsets.UTF_8);
    }

    private static String html() {
        Map<String, String> french = sentences("_fr");
        String style = '\n' + resource(FOLDER + "verifier.css");
        String script = program();
        Map<String, String> parts = Map.of(
                "policy",
                policy(style, script),
                "style",
                style,
                "script",
                script,
                "characters",
                '\n' + resource("/fr/corpus/text/characters.tsv"),
                "folding",
                '\n' + resource("/fr/corpus/text/folding-1.tsv"),
                "limits",
                json(ProofLimits.TEXT),
                "sentences",
                json(Map.of("en", sentences(""), "fr", french)));
        String page = replaced(
                SENTENCE, resource(FOLDER + "verifier.html"), name -> escaped(french.get("proof.page." + name)));
        return replaced(PART, page, parts::get);
    }

    private static String program() {
        StringBuilder program = new StringBuilder("\n'use strict';\n");
        PROGRAM.forEach(part -> program.append('\n').append(resource(FOLDER + part + ".js")));
        return program.toString();
    }

    /** Nothing is loaded from anywhere, and nothing runs but what stands in the page. */
    private static String policy(String style, String script) {
        return "default-src 'none'; script-src '" + source(script) + "'; style-src '" + source(style)
                + "'; base-uri 'none'; form-action 'none'";
    }

    private static String source(String text) {
        return "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(text).bytes());
    }

    /** The sentences of one language: those of the rooms and those of the page. */
    private static Map<String, String> sentences(String language) {
        Map<String, String> sentences = new TreeMap<>();
        ROOMS.forEach(room -> read("/fr/corpus/" + room + "/messages" + language + ".properties", sentences));
        read(FOLDER + "sentences" + language + ".properties", sentences);
        return sentences;
    }

    private static void read(String file, Map<String, String> sentences) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(resource(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.stringPropertyNames().forEach(name -> sentences.put(name, properties.getProperty(name)));
    }

    /** JSON that ends no script element. */
    private static String json(Object value) {
        return new String(CanonicalJson.of(value), StandardCharsets.UTF_8).replace("<", "\\u003c");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String replaced(Pattern place, String template, UnaryOperator<String> value) {
        return place.matcher(template)
                .replaceAll(
                        (MatchResult match) -> java.util.regex.Matcher.quoteReplacement(value.apply(match.group(1))));
    }

    private static String resource(String name) {
        try (InputStream in = VerifierPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
