package fr.corpus.eval.instruct;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Instructions of our own packs, which know French: address, typography, forms. Thread-safe. */
final class ConsigneVerifiers {

    private static final Pattern TU = PythonText.ignoringCase("\\b(?:tu|toi|te|ta|tes|ton)\\b|\\bt[’'](?=\\w)");
    private static final Pattern TU_SURE = PythonText.ignoringCase("\\b(?:tu|toi|tes)\\b|\\bt[’'](?=\\w)");
    private static final Pattern VOUS = PythonText.ignoringCase("\\b(?:vous|votre|vos|vôtre|vôtres)\\b");
    private static final Pattern DIGIT = PythonText.pattern("\\d", 0);
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}");
    private static final Pattern REPLY = Pattern.compile("(?m)^—[ \\u00A0\\u202F]\\S");
    private static final Pattern BULLET = Pattern.compile("^[-–—•*][ \\u00A0\\u202F]+(.*)$");
    private static final Pattern NUMBERED = Pattern.compile("^([0-9]+)[.)°][ \\u00A0\\u202F]+\\S.*$");
    private static final Pattern CAPITALIZED_DATE = Pattern.compile(
            "(?<=[\\p{Ll},\\d][ \\u00A0\\u202F])(?:Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche|Janvier|Février|Mars|Avril|Mai|Juin"
                    + "|Juillet|Août|Septembre|Octobre|Novembre|Décembre)(?!\\p{L})");
    private static final Pattern LONG_ORDINAL =
            Pattern.compile("(?<![\\p{L}])(?:[0-9]+|[IVXLC]+)(?:[eè]me|ieme|ième|eme|ère|è|er?e)(?![\\p{L}])");
    private static final Set<String> ENGLISH =
            Set.of(("the and of is are you with for this that email mail feedback meeting team manager"
                            + " deadline update software hardware challenge coach business smartphone newsletter workshop brainstorming marketing startup"
                            + " start-up cool fun fake news live streaming podcast burn-out planning reporting process lead leader leadership shopping"
                            + " parking weekend week-end sponsor best-seller look job boss cloud hashtag checklist check-list followers scroller")
                    .split(" "));

    private static final Map<String, Verifier> ALL = all();

    private ConsigneVerifiers() {}

    /** All, by id. */
    static Map<String, Verifier> byId() {
        return ALL;
    }

    private static Map<String, Verifier> all() {
        Map<String, Verifier> all = new LinkedHashMap<>();
        language(all);
        typography(all);
        counts(all);
        words(all);
        forms(all);
        return all;
    }

    private static void language(Map<String, Verifier> all) {
        all.put("consigne:tutoiement", (args, text, draw) -> has(TU, text) && !has(VOUS, text));
        all.put("consigne:vouvoiement", (args, text, draw) -> has(VOUS, text) && !has(TU_SURE, text));
        all.put(
                "consigne:sans-anglais",
                (args, text, draw) -> PythonText.split(PythonText.lower(text)).stream()
                        .map(ConsigneVerifiers::bare)
                        .noneMatch(ENGLISH::contains));
        all.put(
                "consigne:capitales-accentuees",
                (args, text, draw) -> args.texts("mots").stream()
                        .allMatch(word -> hasWord(text, word)
                                && (bareWord(word).equals(word) || !hasWord(text, bareWord(word)))));
        all.put("consigne:mois-et-jours-en-minuscules", (args, text, draw) -> !has(CAPITALIZED_DATE, text));
        all.put(
                "consigne:ordinaux-abreges",
                (args, text, draw) -> !has(LONG_ORDINAL, text)
                        && args.texts("formes").stream().allMatch(text::contains));
    }

    /** Without marks at its ends and without elided article. */
    private static String bare(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && !Character.isLetterOrDigit(word.charAt(start))) {
            start++;
        }
        while (end > start && !Character.isLetterOrDigit(word.charAt(end - 1))) {
            end--;
        }
        String inner = word.substring(start, end);
        int apostrophe = Math.max(inner.indexOf('’'), inner.indexOf('\''));
        return apostrophe >= 0 && apostrophe <= 2 ? inner.substring(apostrophe + 1) : inner;
    }

    private static void typography(Map<String, Verifier> all) {
        all.put(
                "consigne:espaces-insecables",
                (args, text, draw) -> FrenchTypography.isSpaced(text, args.number("minimum")));
        all.put(
                "consigne:guillemets-francais",
                (args, text, draw) -> FrenchTypography.quotesInFrench(text, args.number("minimum")));
        all.put(
                "consigne:apostrophes-courbes",
                (args, text, draw) -> text.indexOf('\'') < 0
                        && text.chars().filter(c -> c == '’').count() >= args.number("minimum"));
        all.put("consigne:points-de-suspension", (args, text, draw) -> !text.contains("...") && text.indexOf('…') >= 0);
        all.put("consigne:sans-point-median", (args, text, draw) -> text.indexOf('·') < 0 && text.indexOf('•') < 0);
    }

    private static void counts(Map<String, Verifier> all) {
        all.put("consigne:nombre-de-phrases", (args, text, draw) -> within(args, FrenchCounts.sentences(text)));
        all.put("consigne:nombre-de-mots", (args, text, draw) -> within(args, FrenchCounts.words(text)));
        all.put(
                "consigne:nombre-de-paragraphes",
                (args, text, draw) -> within(args, FrenchCounts.paragraphs(text).size()));
        all.put(
                "consigne:nombre-de-vers",
                (args, text, draw) -> within(args, FrenchCounts.lines(text).size())
                        && (!args.has("strophes")
                                || FrenchCounts.paragraphs(text).size() == args.number("strophes")));
    }

    private static boolean within(Arguments args, long count) {
        return (!args.has("minimum") || count >= args.number("minimum"))
                && (!args.has("maximum") || count <= args.number("maximum"))
                && (!args.has("exactement") || count == args.number("exactement"));
    }

    private static void words(Map<String, Verifier> all) {
        all.put(
                "consigne:contient-les-mots",
                (args, text, draw) -> args.texts("mots").stream()
                        .allMatch(word -> hasWord(PythonText.lower(text), PythonText.lower(word))));
        all.put(
                "consigne:exclut-les-mots",
                (args, text, draw) -> args.texts("mots").stream()
                        .noneMatch(word -> hasWord(PythonText.lower(text), PythonText.lower(word))));
        all.put(
                "consigne:sans-la-lettre",
                (args, text, draw) -> PythonText.lower(bareWord(text))
                                .indexOf(args.text("lettre").charAt(0))
                        < 0);
        all.put("consigne:sans-chiffres", (args, text, draw) -> !has(DIGIT, text));
        all.put(
                "consigne:contient-exactement",
                (args, text, draw) -> args.texts("textes").stream().allMatch(text::contains)
                        && (!args.has("exclus") || args.texts("exclus").stream().noneMatch(text::contains)));
        all.put(
                "consigne:commence-par",
                (args, text, draw) -> PythonText.strip(text).startsWith(args.text("debut")));
        all.put(
                "consigne:finit-par",
                (args, text, draw) -> PythonText.strip(text).endsWith(args.text("fin")));
        all.put(
                "consigne:une-des-reponses",
                (args, text, draw) -> args.texts("reponses").contains(PythonText.strip(text)));
    }

    private static void forms(Map<String, Verifier> all) {
        all.put("consigne:liste-a-puces", ConsigneVerifiers::isBulletList);
        all.put("consigne:liste-numerotee", (args, text, draw) -> {
            List<String> numbered = FrenchCounts.lines(text).stream()
                    .filter(line -> NUMBERED.matcher(line).matches())
                    .toList();
            for (int i = 0; i < numbered.size(); i++) {
                if (!numbered.get(i).startsWith(String.valueOf(i + 1))) {
                    return false;
                }
            }
            return numbered.size() == args.number("nombre");
        });
        all.put(
                "consigne:dialogue",
                (args, text, draw) -> PythonText.count(REPLY, text) >= args.number("minimum") && text.indexOf('"') < 0);
        all.put("consigne:acrostiche", (args, text, draw) -> {
            StringBuilder initials = new StringBuilder();
            FrenchCounts.lines(text).forEach(line -> initials.appendCodePoint(line.codePointAt(0)));
            return bareWord(initials.toString()).toUpperCase(Locale.ROOT).equals(bareWord(args.text("mot")));
        });
        all.put("consigne:titre", (args, text, draw) -> {
            List<String> lines = FrenchCounts.lines(text);
            return lines.size() > 1
                    && lines.get(0).length() <= 80
                    && !lines.get(0).endsWith(".");
        });
        all.put("consigne:parties", (args, text, draw) -> {
            int from = 0;
            List<String> lines = FrenchCounts.lines(text);
            for (String title : args.texts("titres")) {
                while (from < lines.size() && !lines.get(from).startsWith(title)) {
                    from++;
                }
                if (from++ >= lines.size()) {
                    return false;
                }
            }
            return true;
        });
        all.put("consigne:lettre", (args, text, draw) -> FrenchLetter.isWellFormed(text, args.has("objet")));
    }

    /** Items that begin with a dash or dot, end with a semicolon, and the last with a full stop. */
    private static boolean isBulletList(Arguments args, String text, long draw) {
        List<String> items = FrenchCounts.lines(text).stream()
                .filter(line -> BULLET.matcher(line).matches())
                .toList();
        if (items.size() != args.number("nombre")) {
            return false;
        }
        if (!args.has("ponctuation")) {
            return true;
        }
        return items.subList(0, items.size() - 1).stream().allMatch(item -> item.endsWith(";"))
                && items.get(items.size() - 1).endsWith(".");
    }

    private static boolean has(Pattern pattern, String text) {
        return pattern.matcher(text).find();
    }

    private static boolean hasWord(String text, String word) {
        return PythonText.pattern("(?<!\\w)" + PythonText.asLiteral(word) + "(?!\\w)", 0)
                .matcher(text)
                .find();
    }

    private static String bareWord(String word) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
    }
}
