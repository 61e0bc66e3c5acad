package fr.corpus.cli.command.annotate;

import fr.corpus.cli.command.console.Console;
import fr.corpus.text.language.FrenchVarieties;
import fr.corpus.text.language.LanguageSegment;
import fr.corpus.text.language.VarietyHint;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How a hint at a variety of French is shown, as a line and as an object. */
record VarietyView(Console console) {

    /** The language that has hints. */
    static final String FRENCH = "fra";

    private static final int MOST_WORDS = 5;

    VarietyHint hint(CharSequence text, List<LanguageSegment> segments) {
        return FrenchVarieties.load().hint(text, segments);
    }

    /** Prints a hint that names a variety, nothing otherwise. */
    void print(VarietyHint hint) {
        if (hint.isNamed()) {
            String names = Arrays.stream(hint.variety().split("\\+"))
                    .map(name -> console.text("cli.variety-" + name))
                    .collect(Collectors.joining(" / "));
            String words = hint.evidence().stream()
                    .limit(MOST_WORDS)
                    .map(VarietyHint.Evidence::word)
                    .collect(Collectors.joining(", "));
            console.print("cli.variety-hint", names, String.format(Locale.ROOT, "%.2f", hint.confidence()), words);
        }
    }

    static Map<String, Object> json(VarietyHint hint) {
        Map<String, Object> object = new TreeMap<>();
        object.put("variety", hint.variety());
        object.put("confidence", hint.confidence());
        object.put("words", hint.words());
        object.put(
                "evidence",
                hint.evidence().stream()
                        .map(some ->
                                new TreeMap<>(Map.of("word", some.word(), "count", some.count(), "nats", some.nats())))
                        .toList());
        return object;
    }
}
