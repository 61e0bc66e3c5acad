package fr.corpus.eval.score;

import fr.corpus.eval.format.OutputRecord;
import fr.corpus.eval.pack.PackItem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One output as a tool wrote it, not yet joined to an item. Immutable.
 *
 * @param line where it stands in its file, from 1
 * @param id id of the item, if the tool kept one
 * @param prompt text of the prompt as given, if kept
 * @param row the row of the data set that the tool kept; empty when it kept none
 * @param output what the model answered; its item id is not to be read
 * @param figures the tool’s own verdicts on it by the tool’s names
 */
record ForeignOutput(
        long line,
        Optional<String> id,
        Optional<String> prompt,
        Map<String, @Nullable Object> row,
        OutputRecord output,
        Map<String, OriginVerdict> figures) {

    ForeignOutput {
        row = row.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(row));
        figures = figures.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /** An output of which nothing is known but its item and its text. */
    static ForeignOutput of(long line, Optional<String> id, Optional<String> prompt, OutputRecord output) {
        return new ForeignOutput(line, id, prompt, Map.of(), output, Map.of());
    }

    /** The texts of choices as the model saw them, in the order of the likelihoods; empty when unknown. */
    List<String> offered() {
        return figures.values().stream()
                .map(OriginVerdict::offered)
                .filter(texts -> texts.size() == output.choices().size())
                .findFirst()
                .orElseGet(List::of);
    }

    /** Whether texts are the letters of choices, A first, and not choices themselves. */
    static boolean areLetters(List<String> offered) {
        for (int i = 0; i < offered.size(); i++) {
            if (!offered.get(i).strip().equals(PackItem.letter(i))) {
                return false;
            }
        }
        return !offered.isEmpty();
    }

    /** The same with the likelihoods in the order of an item’s choices, where a tool offered these in another. */
    ForeignOutput inOrderOf(List<String> choices) {
        List<String> seen = offered().stream().map(String::strip).toList();
        List<String> wanted = choices.stream().map(String::strip).toList();
        if (seen.equals(wanted) || !Set.copyOf(seen).equals(Set.copyOf(wanted)) || seen.size() != wanted.size()) {
            return this;
        }
        OutputRecord ordered = output.withChoices(wanted.stream()
                .map(text -> output.choices().get(seen.indexOf(text)))
                .toList());
        return new ForeignOutput(line, id, prompt, row, ordered, figures);
    }

    /** The same with the verdicts of another line on the same output. */
    ForeignOutput with(Map<String, OriginVerdict> more) {
        Map<String, OriginVerdict> all = new LinkedHashMap<>(figures);
        all.putAll(more);
        return new ForeignOutput(line, id, prompt, row, output, all);
    }
}
