package fr.corpus.eval.instruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.RecipeException;
import fr.corpus.eval.pack.Instruction;
import fr.corpus.eval.pack.ItemFacts;
import fr.corpus.eval.pack.PackItem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstructionVerifierTest {

    private static Verdicts verify(String id, Map<String, Object> arguments, String response) {
        return InstructionVerifier.verify(
                new PackItem.Instructions(ItemFacts.of("x", "fr"), "…", List.of(new Instruction(id, arguments))),
                response);
    }

    private static boolean follows(String id, Map<String, Object> arguments, String response) {
        return verify(id, arguments, response).followsAllStrictly();
    }

    private static boolean follows(String id, String response) {
        return follows(id, Map.of(), response);
    }

    @Test
    void aBlankResponseFollowsNothing() {
        assertThat(verify("fr:punctuation:no_comma", Map.of(), " \n\u00a0"))
                .isEqualTo(new Verdicts(List.of(false), List.of(false)));
    }

    @Test
    void aFirstLineOfCourtesyIsForgivenLooselyOnly() {
        Verdicts verdicts = verify("fr:punctuation:no_comma", Map.of(), "Bien sûr, voici :\nUn texte sans virgule.");
        assertThat(verdicts).isEqualTo(new Verdicts(List.of(false), List.of(true)));
    }

    @Test
    void anUnknownInstructionNamesTheNearest() {
        assertThatThrownBy(() -> follows("fr:punctuation:no_coma", "x"))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("fr:punctuation:no_comma");
        assertThatThrownBy(() -> follows("fr:keywords:existence", "x")).hasMessageContaining("keywords");
    }

    @Test
    void wordsCountInsideOtherWordsButForbiddenOnesDoNot() {
        assertThat(follows("fr:keywords:existence", Map.of("keywords", List.of("ÉPÉE")), "les épées"))
                .isTrue();
        assertThat(follows("fr:keywords:forbidden_words", Map.of("forbidden_words", List.of("épée")), "les épées"))
                .isTrue();
        assertThat(follows("fr:keywords:forbidden_words", Map.of("forbidden_words", List.of("épée")), "l’Épée !"))
                .isFalse();
        Map<String, Object> twice = Map.of("keyword", "four", "frequency", 2L, "relation", "moins de");
        assertThat(follows("fr:keywords:frequency", twice, "Le four et la fourmi."))
                .isFalse();
    }

    @Test
    void lettersWordsAndSentencesAreCounted() {
        assertThat(follows(
                        "fr:keywords:letter_frequency",
                        Map.of("letter", "e", "let_frequency", 2L, "let_relation", "au moins"),
                        "Et le"))
                .isTrue();
        assertThat(follows(
                        "fr:length_constraints:number_words",
                        Map.of("num_words", 4L, "relation", "au moins"),
                        "L’été va-t-il"))
                .isTrue();
        assertThat(follows(
                        "fr:length_constraints:number_sentences",
                        Map.of("num_sentences", 3L, "relation", "moins de"),
                        "Il part. Elle reste !"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Il part. Elle reste.|2",
                "Il part… Elle reste.|1",
                "M. Dupont, p. 12 etc. de 1999. Oui ?|2",
                "Voir la p. 12 du livre.|1",
                "Il dit : « Viens ! » Elle vient.|2",
                "J. Verne écrit.|1",
                "Quoi ?! Rien.|3",
                "1. Le titre|2",
                "Il y en a 3. cela suffit.|1",
                "Attends... Non.|1",
                "Attends... Mais non.|2"
            })
    void sentencesEndWherePunktEndsThem(String text, int sentences) {
        assertThat(PunktSentences.count(text)).isEqualTo(sentences);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"L'AMOUR, TOUJOURS L’AMOUR !|4", "un MOT-CLÉ (ONU)|2", "A B c 12|2", "**FIN**|1", "Ça ÉTÉ.|1"})
    void wordsInCapitalsAreThoseOfTheTreebank(String text, int words) {
        assertThat(CapitalWords.count(text)).isEqualTo(words);
    }

    @Test
    void caseIsJudgedOnFrenchTextOnly() {
        assertThat(follows(
                        "fr:change_case:french_lowercase",
                        "le soleil se lève sur la mer et les bateaux rentrent au port."))
                .isTrue();
        assertThat(follows(
                        "fr:change_case:french_lowercase",
                        "the sun rises over the sea and the boats return to harbour."))
                .isFalse();
        assertThat(follows(
                        "fr:change_case:french_capital",
                        "LE SOLEIL SE LÈVE SUR LA MER ET LES BATEAUX RENTRENT AU PORT."))
                .isTrue();
        assertThat(follows("fr:change_case:french_capital", "LE SOLEIL se lève"))
                .isFalse();
        assertThat(follows(
                        "fr:language:response_language",
                        Map.of("language", "es"),
                        "El sol sale sobre el mar y los barcos vuelven al puerto."))
                .isTrue();
        assertThat(follows("fr:language:response_language", Map.of("language", "ko"), "오늘은 날씨가 아주 좋습니다. 바다에 가고 싶어요."))
                .isTrue();
        assertThat(follows("fr:language:response_language", Map.of("language", "zh"), "今天天气很好，我想去海边。"))
                .isFalse();
        assertThat(follows("fr:language:response_language", Map.of("language", "fr"), "12 345"))
                .isTrue();
    }

    @Test
    void frenchCharactersAreSeen() {
        assertThat(follows("fr:special_character:no_accents", "Voila, œuvre comprise"))
                .isTrue();
        assertThat(follows("fr:special_character:no_accents", "Ça")).isFalse();
        assertThat(follows("fr:special_character:ethel_or_cedilla", Map.of("forbidden_char", "œ"), "ŒUVRE"))
                .isFalse();
        Map<String, Object> accents = Map.of("word_to_accentuate", Map.of("ecole", "école", "a", "à"));
        assertThat(follows("fr:special_character:accents", accents, "Il va à l’École"))
                .isTrue();
        assertThat(follows("fr:special_character:accents", accents, "Il va a l’école"))
                .isFalse();
        assertThat(follows("fr:detectable_content:informal_address", "Je t'aime"))
                .isTrue();
        assertThat(follows("fr:detectable_content:informal_address", "Je t’aime"))
                .isFalse();
        assertThat(follows("fr:detectable_content:informal_address", "Prends TES clés"))
                .isTrue();
        assertThat(follows("fr:detectable_content:informal_address", "Étonnant"))
                .isFalse();
        assertThat(follows("fr:detectable_content:no_digits", "vingt ²")).isTrue();
        assertThat(follows("fr:detectable_content:no_digits", "٣")).isFalse();
    }

    @Test
    void formatsAreSeen() {
        assertThat(follows(
                        "fr:detectable_format:number_bullet_lists",
                        Map.of("num_bullets", 3L),
                        "* un\n  - deux\n- trois\n**gras**"))
                .isTrue();
        assertThat(follows(
                        "fr:detectable_format:number_highlighted_sections",
                        Map.of("num_highlights", 2L),
                        "**a** et *b*"))
                .isTrue();
        assertThat(follows(
                        "fr:detectable_format:multiple_sections",
                        Map.of("section_spliter", "Partie", "num_sections", 2L),
                        "Partie 1\na\nPartie 2\nb"))
                .isTrue();
        assertThat(follows("fr:detectable_format:title", "##Ma journée##\nTexte"))
                .isTrue();
        assertThat(follows("fr:detectable_format:title", "####")).isFalse();
        assertThat(follows("fr:detectable_format:constrained_response", "Ma réponse : Peut-être."))
                .isTrue();
        assertThat(follows("fr:detectable_content:number_placeholders", Map.of("num_placeholders", 2L), "[nom] [date"))
                .isFalse();
        assertThat(follows(
                        "fr:detectable_content:postscript",
                        Map.of("postscript_marker", "p.-s."),
                        "Fin.\nP.-S. : merci"))
                .isTrue();
        assertThat(follows("fr:startend:quotation", "« Bonjour »")).isTrue();
        assertThat(follows("fr:startend:quotation", "« Bonjour ».")).isFalse();
        assertThat(follows("fr:startend:end_checker", Map.of("end_phrase", "C'est fini."), "Voilà. c'est FINI.\""))
                .isTrue();
        assertThat(follows(
                        "fr:combination:repeat_prompt",
                        Map.of("prompt_to_repeat", "Où va-t-on ?"),
                        " où va-t-on ? À Lyon."))
                .isTrue();
        assertThat(follows("fr:combination:two_responses", "a\n******\nb")).isTrue();
        assertThat(follows("fr:combination:two_responses", "a\n******\na")).isFalse();
        assertThat(follows("fr:length_constraints:number_paragraphs", Map.of("num_paragraphs", 2L), "a\n***\nb\n***\n"))
                .isTrue();
        assertThat(follows("fr:length_constraints:number_paragraphs", Map.of("num_paragraphs", 2L), "a\n***\n***\nb"))
                .isFalse();
        assertThat(follows(
                        "fr:length_constraints:nth_paragraph_first_word",
                        Map.of("num_paragraphs", 2L, "nth_paragraph", 2L, "first_word", "Four"),
                        "Un.\n\nfour, deux."))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1}|true",
                "[1, NaN, -Infinity]|true",
                "{\"a\":1,\"a\":2}|true",
                "{'a':1}|false",
                "[1,]|false",
                "01|false",
                "-0.5e+3|true",
                "1.|false",
                "\"\\u00e9\"|true",
                "\"\\x\"|false",
                "{\"a\" 1}|false",
                "vrai|false"
            })
    void jsonIsWhatPythonTakesForIt(String text, boolean valid) {
        assertThat(PythonJson.isValid(text)).isEqualTo(valid);
        assertThat(follows("fr:detectable_format:json_format", "```json\n" + text + "\n```"))
                .isEqualTo(valid);
    }

    @Test
    void deepNestingEndsWithoutAnError() {
        assertThat(PythonJson.isValid("[".repeat(100_000))).isFalse();
    }

    /** Patterns as the original writes them, on small texts of all shapes. */
    @Test
    void marksAreCountedAsThePatternsOfTheOriginalCountThem() {
        java.util.regex.Pattern stars = PythonText.pattern("^\\s*\\*[^*].*$", java.util.regex.Pattern.MULTILINE);
        java.util.regex.Pattern dashes = PythonText.pattern("^\\s*-.*$", java.util.regex.Pattern.MULTILINE);
        java.util.regex.Pattern brackets = PythonText.pattern("\\[.*?\\]", 0);
        long seed = 20261124;
        java.util.Random random = new java.util.Random(seed);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(14); n > 0; n--) {
                text.append("*-[] \n\u00A0a\t".charAt(random.nextInt(9)));
            }
            String shown = "seed " + seed + ": " + text.toString().replace("\n", "\\n");
            assertThat(MarkedLines.stars(text.toString())).as(shown).isEqualTo((int)
                    PythonText.count(stars, text.toString()));
            assertThat(MarkedLines.dashes(text.toString())).as(shown).isEqualTo((int)
                    PythonText.count(dashes, text.toString()));
            assertThat(MarkedLines.brackets(text.toString())).as(shown).isEqualTo((int)
                    PythonText.count(brackets, text.toString()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Il part. Elle reste.|2",
                "Il dit : « Viens ! » Elle vient.|2",
                "M. Dupont et J. Verne arrivent.|1",
                "Quoi ?! Rien…|2",
                "Elle vint (tard). Il partit|2",
                "Il pleut. \"Encore\", dit-elle.|2",
                "1. Le titre|1",
                "Il coûte 3.5 euros etc. selon elle.|1",
                "Non...|1"
            })
    void sentencesEndWhereAReaderEndsThem(String text, int sentences) {
        assertThat(FrenchCounts.sentences(text)).isEqualTo(sentences);
    }

    @Test
    void hostileResponsesAreJudgedInTimeProportionalToTheirLength() {
        for (String part : List.of("\n", "[", "* ", " ", ".", "a. ", "##", "«", "- \n", "P.", "e\u0301", "'", "!?")) {
            String hostile = "x." + part.repeat(50_000 / part.length()) + "a";
            for (String id : List.of(
                    "fr:detectable_content:number_placeholders",
                    "fr:detectable_format:number_bullet_lists",
                    "fr:detectable_format:title",
                    "fr:change_case:french_lowercase",
                    "consigne:espaces-insecables",
                    "consigne:guillemets-francais",
                    "consigne:tutoiement",
                    "consigne:dialogue",
                    "consigne:mois-et-jours-en-minuscules")) {
                verify(id, Map.of("num_placeholders", 1L, "num_bullets", 1L, "minimum", 1L), hostile);
            }
            PunktSentences.count(hostile);
            CapitalWords.count(hostile);
            FrenchCounts.sentences(hostile);
            FrenchCounts.paragraphs(hostile);
        }
    }
}
