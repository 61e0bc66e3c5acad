package fr.corpus.cli.command.annotate;

import fr.corpus.annotate.profile.Growth;
import fr.corpus.annotate.profile.Profile;
import fr.corpus.annotate.profile.Quantiles;
import fr.corpus.annotate.profile.Readability;
import fr.corpus.annotate.term.Keyword;
import fr.corpus.annotate.term.LemmaFrequencies;
import fr.corpus.annotate.term.MultiwordTerm;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a profile is shown.
 *
 * @param profile what was measured
 * @param reference what lemmas were compared with
 */
record ProfileView(Profile profile, LemmaFrequencies reference) {

    private static final int PERCENT = 100;

    /** The smallest number of tokens that the curve is shown from. */
    private static final long FIRST_SHOWN = 1024;

    void print(Console console) {
        console.print(
                "cli.profile-size",
                profile.documents(),
                profile.counts().sentences(),
                profile.counts().words());
        profile.readability().ifPresent(whole -> print(whole, console));
        if (profile.documents() > 1) {
            profile.kandelMoles().ifPresent(spread -> print("cli.profile-kandel-moles-spread", spread, console));
            profile.mtld().ifPresent(spread -> print("cli.profile-mtld-spread", spread, console));
        } else {
            profile.mtld().ifPresent(spread -> console.print("cli.profile-mtld", spread.median()));
        }
        print(profile.growth(), console);
        keywords(console);
        terms(console);
        console.note(
                "cli.profile-reference", reference.words(), reference.digest().hex());
    }

    private static void print(Readability whole, Console console) {
        console.print("cli.profile-length", whole.meanSentenceWords(), whole.syllablesPerWord());
        console.print("cli.profile-readability", whole.kandelMoles(), whole.lix());
        console.print("cli.profile-rare", PERCENT * whole.rareShare(), Readability.COMMON);
    }

    private static void print(String key, Quantiles spread, Console console) {
        console.print(key, spread.low(), spread.median(), spread.high(), spread.documents(), Profile.LEAST_WORDS);
    }

    private static void print(Growth growth, Console console) {
        Table table = new Table()
                .row(List.of(
                        console.text("cli.profile-tokens"),
                        console.text("cli.profile-types"),
                        console.text("cli.profile-ratio")));
        boolean any = false;
        for (Growth.Point point : growth.points()) {
            if (point.tokens() >= FIRST_SHOWN) {
                any = true;
                table.row(List.of(
                        console.text("cli.profile-integer", point.tokens()),
                        console.text("cli.profile-integer", point.types()),
                        console.text("cli.profile-thousandths", (double) point.types() / point.tokens())));
            }
        }
        if (any) {
            console.print("cli.profile-growth");
            table.print(console);
        }
        growth.heaps().ifPresent(heaps -> console.print("cli.profile-heaps", heaps.k(), heaps.beta()));
    }

    private void keywords(Console console) {
        if (profile.keyTerms().keywords().isEmpty()) {
            return;
        }
        console.print("cli.profile-keywords");
        Table table = new Table()
                .row(List.of(
                        console.text("cli.profile-lemma"),
                        console.text("cli.profile-upos"),
                        console.text("cli.profile-count"),
                        console.text("cli.profile-documents"),
                        "G²",
                        "log₂"));
        for (Keyword word : profile.keyTerms().keywords()) {
            table.row(List.of(
                    word.lemma(),
                    word.upos(),
                    console.text("cli.profile-integer", word.count()),
                    console.text("cli.profile-integer", word.documents()),
                    console.text("cli.profile-tenths", word.logLikelihood()),
                    console.text("cli.profile-tenths", word.logRatio())));
        }
        table.print(console);
    }

    private void terms(Console console) {
        if (profile.keyTerms().terms().isEmpty()) {
            return;
        }
        console.print("cli.profile-terms");
        Table table = new Table()
                .row(List.of(
                        console.text("cli.profile-term"),
                        console.text("cli.profile-count"),
                        console.text("cli.profile-documents"),
                        "C"));
        for (MultiwordTerm term : profile.keyTerms().terms()) {
            table.row(List.of(
                    term.form(),
                    console.text("cli.profile-integer", term.count()),
                    console.text("cli.profile-integer", term.documents()),
                    console.text("cli.profile-tenths", term.cValue())));
        }
        table.print(console);
    }

    Map<String, Object> json() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("documents", profile.documents());
        object.put("sentences", profile.counts().sentences());
        object.put("words", profile.counts().words());
        object.put("tokens", profile.tokens());
        profile.readability().ifPresent(whole -> object.put("readability", json(whole)));
        profile.kandelMoles().ifPresent(spread -> object.put("kandelMoles", json(spread)));
        profile.mtld().ifPresent(spread -> object.put("mtld", json(spread)));
        object.put(
                "curve",
                profile.growth().points().stream()
                        .map(point -> Map.of("tokens", point.tokens(), "types", point.types()))
                        .toList());
        profile.growth().heaps().ifPresent(heaps -> object.put("heaps", Map.of("k", heaps.k(), "beta", heaps.beta())));
        object.put(
                "keywords",
                profile.keyTerms().keywords().stream().map(ProfileView::json).toList());
        object.put(
                "terms",
                profile.keyTerms().terms().stream().map(ProfileView::json).toList());
        object.put(
                "reference",
                Map.of("words", reference.words(), "digest", reference.digest().hex()));
        return object;
    }

    private static Map<String, Object> json(Readability whole) {
        return Map.of(
                "meanSentenceWords", whole.meanSentenceWords(),
                "syllablesPerWord", whole.syllablesPerWord(),
                "kandelMoles", whole.kandelMoles(),
                "lix", whole.lix(),
                "rareShare", whole.rareShare());
    }

    private static Map<String, Object> json(Quantiles spread) {
        return Map.of(
                "documents", spread.documents(),
                "p10", spread.low(),
                "median", spread.median(),
                "p90", spread.high());
    }

    private static Map<String, Object> json(Keyword word) {
        return Map.of(
                "lemma", word.lemma(),
                "upos", word.upos(),
                "count", word.count(),
                "documents", word.documents(),
                "referenceCount", word.referenceCount(),
                "logLikelihood", word.logLikelihood(),
                "logRatio", word.logRatio());
    }

    private static Map<String, Object> json(MultiwordTerm term) {
        return Map.of(
                "term", term.term(),
                "form", term.form(),
                "count", term.count(),
                "documents", term.documents(),
                "lexicalWords", term.lexicalWords(),
                "cValue", term.cValue());
    }
}
