package fr.corpus.cli.command.annotate;

import fr.corpus.annotate.accuracy.Score;
import fr.corpus.cli.command.console.Console;
import fr.corpus.text.language.LanguageAccuracy;
import fr.corpus.text.language.LanguageAccuracy.Counts;
import fr.corpus.text.language.LanguageIdentifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Prints how right the language of texts is found on gold files. */
record LanguageScores(Console console, boolean json) {

    /** The layer's name. */
    static final String LAYER = "language";

    private static final int MOST_CONFUSIONS = 10;
    private static final int CELL = 14;
    private static final String LONGER = "longer";

    void score(LanguageIdentifier identifier, List<Path> gold) throws IOException {
        List<Object> files = new ArrayList<>();
        for (Path file : gold) {
            LanguageAccuracy accuracy = new LanguageAccuracy(identifier);
            LanguageGold.read(file, accuracy::add);
            if (json) {
                files.add(json(file, accuracy));
            } else {
                print(file, accuracy);
            }
        }
        if (json) {
            console.json(
                    Map.of("files", files, "model", identifier.model().digest().hex()));
        }
    }

    private void print(Path file, LanguageAccuracy accuracy) {
        console.out().println(file);
        console.print("cli.accuracy-head");
        Map<String, Counts> languages = accuracy.byLanguage();
        line("all", LanguageAccuracy.total(languages));
        languages.forEach(this::line);
        console.print("cli.accuracy-lengths");
        accuracy.byLength().forEach((length, counts) -> line(name(length), LanguageAccuracy.total(counts)));
        if (languages.size() > 1) {
            matrix(languages, accuracy.byLength());
        }
        if (accuracy.unknownGold() > 0) {
            console.print("cli.accuracy-unknown-languages", accuracy.unknownGold());
        }
        accuracy.confusions().stream()
                .limit(MOST_CONFUSIONS)
                .forEach(entry ->
                        console.print("cli.accuracy-confusion", entry.getKey().replace(" ", " → "), entry.getValue()));
    }

    /** Recall by language and class of length. */
    private void matrix(Map<String, Counts> languages, Map<Integer, Map<String, Counts>> byLength) {
        console.print("cli.accuracy-recall-by-length");
        StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "  %-8s", ""));
        for (int length : byLength.keySet()) {
            head.append(String.format(Locale.ROOT, "%" + CELL + "s", name(length)));
        }
        console.out().println(head);
        languages.forEach((language, all) -> {
            if (all.gold() > 0) {
                StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "  %-8s", language));
                byLength.values().forEach(counts -> row.append(cell(counts.get(language))));
                console.out().println(row.toString().stripTrailing());
            }
        });
    }

    private static String cell(@Nullable Counts counts) {
        return counts == null || counts.gold() == 0
                ? " ".repeat(CELL)
                : String.format(
                        Locale.ROOT,
                        "%" + CELL + "s",
                        String.format(Locale.ROOT, "%.2f/%d", 100.0 * counts.correct() / counts.gold(), counts.gold()));
    }

    private static String name(int length) {
        return length == LanguageAccuracy.LONGER
                ? "> " + LanguageAccuracy.LENGTHS.get(LanguageAccuracy.LENGTHS.size() - 1)
                : "≤ " + length;
    }

    private void line(String name, Counts counts) {
        console.out().println(ScoreView.line(name, score(counts)));
    }

    private static Score score(Counts counts) {
        return new Score(counts.correct(), counts.gold(), counts.found(), counts.gold());
    }

    private static Map<String, Object> json(Path file, LanguageAccuracy accuracy) {
        Map<String, Object> object = new TreeMap<>(json(accuracy.byLanguage()));
        object.put("gold", file.toString());
        object.put("unknownGold", accuracy.unknownGold());
        Map<String, Object> lengths = new TreeMap<>();
        accuracy.byLength()
                .forEach((length, counts) -> lengths.put(
                        length == LanguageAccuracy.LONGER ? LONGER : Integer.toString(length), json(counts)));
        object.put("lengths", lengths);
        Map<String, Integer> confusions = new TreeMap<>();
        accuracy.confusions().forEach(entry -> confusions.put(entry.getKey(), entry.getValue()));
        object.put("confusions", confusions);
        return object;
    }

    private static Map<String, Object> json(Map<String, Counts> counts) {
        Map<String, Object> languages = new TreeMap<>();
        counts.forEach((language, some) -> languages.put(language, ScoreView.json(score(some))));
        Map<String, Object> object = new TreeMap<>();
        object.put("all", ScoreView.json(score(LanguageAccuracy.total(counts))));
        object.put("languages", languages);
        return object;
    }
}
