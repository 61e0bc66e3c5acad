package fr.corpus.cli.command.console;

import java.util.List;
import java.util.Map;

/** A table of reasons: how many, which step, which reason and what it means. */
public final class Reasons {

    private final Console console;

    /** Reasons in the language of this console. */
    public Reasons(Console console) {
        this.console = console;
    }

    /** Prints one line for each {@code step reason}, the most frequent first. */
    public void print(Map<String, Long> counts) {
        List<Map.Entry<String, Long>> rows = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .toList();
        int width = rows.stream().mapToInt(row -> row.getKey().length()).max().orElse(0);
        int digits = rows.stream()
                .mapToInt(row -> console.number(row.getValue()).length())
                .max()
                .orElse(0);
        for (Map.Entry<String, Long> row : rows) {
            String count = console.number(row.getValue());
            console.out()
                    .println("  " + " ".repeat(digits - count.length()) + count + "  " + row.getKey()
                            + " ".repeat(width - row.getKey().length()) + "  "
                            + withoutFullStop(sentence(row.getKey())));
        }
    }

    private static String withoutFullStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /** What {@code step reason} means. */
    private String sentence(String stepAndReason) {
        int blank = stepAndReason.lastIndexOf(' ');
        return sentence(stepAndReason.substring(0, blank), stepAndReason.substring(blank + 1));
    }

    /** What a reason of a step or reader means. */
    public String sentence(String step, String reason) {
        int dot = step.indexOf('.');
        String kind = dot < 0 ? "read" : step.substring(0, dot);
        return console.text(kind + ".reason." + reason);
    }
}
