package fr.corpus.eval.instruct;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The thirty kinds of instruction of M-IFEval's French part, judged as its own program judges them, oddities included: a word counts
 * inside other words, “t’aime” is a “tu” with the typewriter’s apostrophe only, Chinese is never recognized since the detector says {@code zh-cn}.
 * Thread-safe.
 */
final class IfevalVerifiers {

    private static final Pattern WORD = PythonText.pattern("\\w+", 0);
    private static final Pattern BOLD = Pattern.compile("\\*[^\\n*]*\\*");
    private static final Pattern DOUBLY_BOLD = Pattern.compile("\\*\\*[^\\n*]*\\*\\*");
    private static final Pattern DIVIDER = PythonText.pattern("\\s?\\*\\*\\*\\s?", 0);
    private static final Pattern TITLE = Pattern.compile("##[^\\n]+##");
    private static final Pattern DIGIT = PythonText.pattern("\\d", 0);
    private static final Pattern TU =
            PythonText.ignoringCase("\\btu\\b|\\bte\\b|\\bt'\\b|\\btoi\\b|\\bton\\b|\\bta\\b|\\btes\\b");
    private static final Pattern ACCENTED = Pattern.compile("[àáâãäåçèéêëìíîïñòóôõöùúûüýÿÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝ]");
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}");
    private static final List<String> ANSWERS = List.of("Oui.", "Non.", "Peut-être.");
    private static final List<String> FENCES = List.of("```json", "```Json", "```JSON", "```");
    private static final String FIRST_WORD_ENDS = ".,?!'\"";

    private static final Map<String, Verifier> ALL = all();

    private IfevalVerifiers() {}

    /** All, by id. */
    static Map<String, Verifier> byId() {
        return ALL;
    }

    private static Map<String, Verifier> all() {
        Map<String, Verifier> all = new LinkedHashMap<>();
        words(all);
        lengths(all);
        formats(all);
        french(all);
        return all;
    }

    private static void words(Map<String, Verifier> all) {
        all.put(
                "fr:keywords:existence",
                (args, text, draw) -> args.texts("keywords").stream()
                        .allMatch(word -> PythonText.ignoringCase(PythonText.asExpression(word))
                                .matcher(text)
                                .find()));
        all.put(
                "fr:keywords:frequency",
                (args, text, draw) -> args.relates(
                        PythonText.count(
                                PythonText.ignoringCase(
                                        PythonText.asExpression(PythonText.strip(args.text("keyword")))),
                                text),
                        "frequency",
                        "relation"));
        all.put(
                "fr:keywords:forbidden_words",
                (args, text, draw) -> args.texts("forbidden_words").stream()
                        .noneMatch(word -> PythonText.ignoringCase("\\b" + PythonText.asExpression(word) + "\\b")
                                .matcher(text)
                                .find()));
        all.put(
                "fr:keywords:letter_frequency",
                (args, text, draw) -> args.relates(
                        occurrences(PythonText.lower(text), PythonText.lower(PythonText.strip(args.text("letter")))),
                        "let_frequency",
                        "let_relation"));
        all.put(
                "fr:change_case:capital_word_frequency",
                (args, text, draw) -> args.relates(CapitalWords.count(text), "capital_frequency", "capital_relation"));
        all.put("fr:punctuation:no_comma", (args, text, draw) -> text.indexOf(',') < 0);
        all.put(
                "fr:language:response_language",
                (args, text, draw) -> LanguageDraw.detect(text, draw)
                        .map(args.text("language")::equals)
                        .orElse(true));
    }

    private static void lengths(Map<String, Verifier> all) {
        all.put(
                "fr:length_constraints:number_sentences",
                (args, text, draw) -> args.relates(PunktSentences.count(text), "num_sentences", "relation"));
        all.put(
                "fr:length_constraints:number_words",
                (args, text, draw) -> args.relates(PythonText.count(WORD, text), "num_words", "relation"));
        all.put("fr:length_constraints:number_paragraphs", (args, text, draw) -> {
            String[] paragraphs = DIVIDER.split(text, -1);
            return parts(paragraphs) == args.number("num_paragraphs");
        });
        all.put("fr:length_constraints:nth_paragraph_first_word", IfevalVerifiers::startsParagraph);
        all.put("fr:combination:two_responses", (args, text, draw) -> {
            String[] answers = text.split(Pattern.quote("******"), -1);
            if (parts(answers) != 2) {
                return false;
            }
            List<String> said = new ArrayList<>();
            for (String answer : answers) {
                if (!PythonText.isBlank(answer)) {
                    said.add(PythonText.strip(answer));
                }
            }
            return !said.get(0).equals(said.get(1));
        });
    }

    /** Number of parts that are not blank, a blank one being allowed at either end only; -1 when one stands in between. */
    private static int parts(String[] parts) {
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            if (!PythonText.isBlank(parts[i])) {
                count++;
            } else if (i != 0 && i != parts.length - 1) {
                return -1;
            }
        }
        return count;
    }

    private static boolean startsParagraph(Arguments args, String text, long draw) {
        String[] paragraphs = text.split("\n\n", -1);
        long count = java.util.Arrays.stream(paragraphs)
                .filter(part -> !PythonText.isBlank(part))
                .count();
        long nth = args.number("nth_paragraph");
        if (count != args.number("num_paragraphs") || nth > count || PythonText.isBlank(paragraphs[(int) nth - 1])) {
            return false;
        }
        String word = PythonText.split(paragraphs[(int) nth - 1]).get(0);
        int start = 0;
        while (start < word.length() && word.charAt(start) == '\'') {
            start++;
        }
        while (start < word.length() && word.charAt(start) == '"') {
            start++;
        }
        int end = start;
        while (end < word.length() && FIRST_WORD_ENDS.indexOf(word.charAt(end)) < 0) {
            end++;
        }
        return PythonText.lower(word.substring(start, end)).equals(PythonText.lower(args.text("first_word")));
    }

    private static void formats(Map<String, Verifier> all) {
        all.put(
                "fr:detectable_content:number_placeholders",
                (args, text, draw) -> MarkedLines.brackets(text) >= args.number("num_placeholders"));
        all.put("fr:detectable_content:postscript", IfevalVerifiers::hasPostscript);
        all.put(
                "fr:detectable_format:number_bullet_lists",
                (args, text, draw) -> MarkedLines.stars(text) + MarkedLines.dashes(text) == args.number("num_bullets"));
        all.put(
                "fr:detectable_format:constrained_response",
                (args, text, draw) -> ANSWERS.stream().anyMatch(text::contains));
        all.put(
                "fr:detectable_format:number_highlighted_sections",
                (args, text, draw) ->
                        highlights(BOLD, text, 1) + highlights(DOUBLY_BOLD, text, 2) >= args.number("num_highlights"));
        all.put(
                "fr:detectable_format:multiple_sections",
                (args, text, draw) -> PythonText.count(
                                PythonText.pattern(
                                        "\\s?"
                                                + PythonText.asExpression(
                                                        PythonText.strip(args.text("section_spliter")))
                                                + "\\s?\\d+\\s?",
                                        0),
                                text)
                        >= args.number("num_sections"));
        all.put("fr:detectable_format:json_format", (args, text, draw) -> PythonJson.isValid(unfenced(text)));
        all.put(
                "fr:detectable_format:title",
                (args, text, draw) -> TITLE.matcher(text)
                        .results()
                        .anyMatch(title -> !PythonText.isBlank(PythonText.strip(title.group(), '#'))));
        all.put(
                "fr:combination:repeat_prompt",
                (args, text, draw) -> PythonText.lower(PythonText.strip(text))
                        .startsWith(PythonText.lower(PythonText.strip(args.text("prompt_to_repeat")))));
        all.put(
                "fr:startend:end_checker",
                (args, text, draw) -> PythonText.lower(PythonText.strip(PythonText.strip(text), '"'))
                        .endsWith(PythonText.lower(PythonText.strip(args.text("end_phrase")))));
        all.put("fr:startend:quotation", (args, text, draw) -> {
            String whole = PythonText.strip(text);
            return whole.length() > 1
                    && (encloses(whole, "\"", "\"") || encloses(whole, "'", "'") || encloses(whole, "«", "»"));
        });
    }

    private static boolean encloses(String text, String open, String close) {
        return text.startsWith(open) && text.endsWith(close);
    }

    private static boolean hasPostscript(Arguments args, String text, long draw) {
        String marker = PythonText.strip(args.text("postscript_marker"));
        String pattern = switch (marker) {
            case "P.P.S" -> "p\\.\\s?p\\.\\s?s";
            case "P.S." -> "p\\.\\s?s\\.";
            default -> PythonText.asExpression(PythonText.lower(marker));
        };
        return PythonText.pattern(pattern, Pattern.MULTILINE)
                .matcher(PythonText.lower(text))
                .find();
    }

    /** Parts between asterisks that hold something: all asterisks are taken off single ones, two off each end of double ones. */
    private static long highlights(Pattern pattern, String text, int asterisks) {
        Matcher matcher = pattern.matcher(text);
        long count = 0;
        while (matcher.find()) {
            String part = matcher.group();
            String inside = asterisks == 1
                    ? PythonText.strip(part, '*')
                    : part.length() < 4 ? "" : part.substring(2, part.length() - 2);
            count += PythonText.isBlank(inside) ? 0 : 1;
        }
        return count;
    }

    private static String unfenced(String text) {
        String inner = PythonText.strip(text);
        for (String fence : FENCES) {
            if (inner.startsWith(fence)) {
                inner = inner.substring(fence.length());
            }
        }
        return PythonText.strip(inner.endsWith("```") ? inner.substring(0, inner.length() - 3) : inner);
    }

    private static void french(Map<String, Verifier> all) {
        all.put(
                "fr:change_case:french_capital",
                (args, text, draw) -> PythonText.isUpper(text) && isFrench(PythonText.lower(text), draw));
        all.put(
                "fr:change_case:french_lowercase",
                (args, text, draw) -> PythonText.isLower(text) && isFrench(text, draw));
        all.put(
                "fr:detectable_content:informal_address",
                (args, text, draw) -> TU.matcher(text).find());
        all.put(
                "fr:detectable_content:no_digits",
                (args, text, draw) -> !DIGIT.matcher(text).find());
        all.put(
                "fr:special_character:no_accents",
                (args, text, draw) -> !ACCENTED.matcher(text).find());
        all.put(
                "fr:special_character:ethel_or_cedilla",
                (args, text, draw) -> !PythonText.ignoringCase(Pattern.quote(args.text("forbidden_char")))
                        .matcher(text)
                        .find());
        all.put("fr:special_character:accents", IfevalVerifiers::keepsAccents);
    }

    private static boolean isFrench(String text, long draw) {
        return LanguageDraw.detect(text, draw).map("fr"::equals).orElse(true);
    }

    private static boolean keepsAccents(Arguments args, String text, long draw) {
        Map<String, String> wanted = args.map("word_to_accentuate");
        Matcher words = WORD.matcher(PythonText.lower(text));
        while (words.find()) {
            String word = words.group();
            String bare = MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                    .replaceAll("");
            if (wanted.containsKey(bare) && !word.equals(wanted.get(bare))) {
                return false;
            }
        }
        return true;
    }

    private static long occurrences(String text, String letter) {
        return text.codePoints().filter(c -> c == letter.codePointAt(0)).count();
    }
}
