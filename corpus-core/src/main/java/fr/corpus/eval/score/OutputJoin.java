package fr.corpus.eval.score;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.pack.Pack;
import fr.corpus.eval.pack.PackItem;
import fr.corpus.eval.pack.Prompt;
import fr.corpus.eval.pack.RowIdentity;
import fr.corpus.hash.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the item of each output: by its id; by the row that the tool kept, which must hold the item’s texts; by the prompt or its
 * digest; by place only for files that hold no ids at all, and then the length must be the same. Confined to one thread.
 */
final class OutputJoin {

    /** The field of a kept row that is its number in the data set. */
    static final String ROW_NUMBER = "#";

    private static final int SHOWN = 5;
    private static final int SHOWN_LENGTH = 60;

    private final Pack pack;
    private final List<PackItem> items;
    private final Map<String, Integer> byId = new HashMap<>();
    private final Map<String, List<Integer>> byText = new HashMap<>();
    private final Map<String, Integer> byPrompt = new HashMap<>();
    private final JoinedOutputs joined;
    private @Nullable PromptTexts promptTexts;

    OutputJoin(Pack pack, List<PackItem> items) {
        this.pack = pack;
        this.items = items;
        joined = new JoinedOutputs(items);
        for (int i = 0; i < items.size(); i++) {
            byId.put(items.get(i).id(), i);
        }
    }

    /**
     * For each item its outputs, one for each prompt; none where it is missing.
     *
     * @throws RecipeException if an output has no item, an item has two outputs for one prompt, or a file without ids has another
     *     length
     */
    JoinedOutputs join(ForeignOutputs file) {
        OutputCheck.check(pack, file);
        boolean byPlace = file.format() == OutputFormat.COLE;
        if (byPlace && file.outputs().size() != items.size()) {
            throw new RecipeException(UserMessage.of(
                    "eval.join-length", file.file().toString(), file.outputs().size(), items.size(), pack.reference()));
        }
        List<String> strangers = new ArrayList<>();
        int place = 0;
        for (ForeignOutput output : file.outputs()) {
            int item = byPlace ? place++ : find(output);
            if (item < 0) {
                strangers.add(shown(output.id().orElseGet(() -> ":" + output.line())));
                continue;
            }
            Optional<ForeignOutput> before = joined.put(item, ordered(file, output, items.get(item)));
            if (before.isPresent()) {
                throw new RecipeException(UserMessage.of(
                        "eval.join-twice",
                        file.file() + ":" + output.line(),
                        items.get(item).id(),
                        String.valueOf(before.get().line())));
            }
        }
        if (!strangers.isEmpty()) {
            throw new RecipeException(UserMessage.of(
                    "eval.join-strangers",
                    file.file().toString(),
                    strangers.size(),
                    file.outputs().size(),
                    pack.reference(),
                    String.join(", ", strangers.subList(0, Math.min(SHOWN, strangers.size())))));
        }
        return joined;
    }

    /** The likelihoods must be those of the item’s choices, and come in their order. */
    private static ForeignOutput ordered(ForeignOutputs file, ForeignOutput output, PackItem item) {
        boolean chooses = item instanceof PackItem.MultipleChoice || item instanceof PackItem.MinimalPair;
        if (!chooses || output.output().choices().isEmpty() || output.output().letters()) {
            return output;
        }
        List<String> choices = ChoiceJudge.choices(item);
        if (choices.size() != output.output().choices().size()) {
            throw new RecipeException(UserMessage.of(
                    "eval.join-choice-count",
                    file.file() + ":" + output.line(),
                    output.output().choices().size(),
                    item.id(),
                    choices.size()));
        }
        return output.inOrderOf(choices);
    }

    private static String shown(String id) {
        String line = id.lines().findFirst().orElse("").strip();
        return line.length() <= SHOWN_LENGTH ? line : line.substring(0, SHOWN_LENGTH) + "…";
    }

    private int find(ForeignOutput output) {
        int item = output.id().map(this::byId).orElse(-1);
        if (item < 0 && !output.row().isEmpty()) {
            item = byRow(output);
        }
        if (item < 0 && output.prompt().isPresent()) {
            item = byPrompt(Sha256.of(output.prompt().get()).hex());
        }
        if (item < 0 && output.output().prompt().sha256().isPresent()) {
            item = byPrompt(output.output().prompt().sha256().get());
        }
        if (item < 0 && output.prompt().isPresent()) {
            PromptTexts texts = promptTexts == null ? new PromptTexts(items) : promptTexts;
            promptTexts = texts;
            item = choose(texts.find(output.prompt().get()), output);
        }
        return item;
    }

    /**
     * One of some items with the same texts: the one whose choices the tool kept; of those that are the same in everything, the first
     * that has no output yet.
     */
    private int choose(List<Integer> candidates, ForeignOutput output) {
        if (candidates.size() < 2) {
            return candidates.isEmpty() ? -1 : candidates.get(0);
        }
        List<String> held = new ArrayList<>();
        JsonValues.strings(output.row(), held);
        List<Integer> fitting = candidates.stream()
                .filter(item -> !(items.get(item) instanceof PackItem.MultipleChoice choice)
                        || held.containsAll(choice.choices()))
                .toList();
        List<Integer> left = fitting.isEmpty() ? candidates : fitting;
        if (left.stream().map(item -> asked(items.get(item))).distinct().count() > 1) {
            return -1;
        }
        return left.stream()
                .filter(item -> !joined.has(item, output))
                .findFirst()
                .orElse(left.get(0));
    }

    /** An item without what it says of itself. */
    private static List<Object> asked(PackItem item) {
        if (item instanceof PackItem.MultipleChoice choice) {
            return List.of(item.texts(), choice.choices(), choice.answers());
        }
        return item instanceof PackItem.ShortAnswer answer
                ? List.of(item.texts(), answer.answers())
                : List.of(item.texts(), item instanceof PackItem.Generation text ? text.references() : item.id());
    }

    private int byId(String id) {
        int item = byId.getOrDefault(id, -1);
        int mark = id.lastIndexOf('#');
        return item < 0 && mark > 0 ? byId.getOrDefault(id.substring(0, mark), -1) : item;
    }

    private int byRow(ForeignOutput output) {
        List<String> strings = new ArrayList<>();
        JsonValues.strings(output.row(), strings);
        Set<String> held = new HashSet<>(strings);
        long number = output.row().get(ROW_NUMBER) instanceof Long known ? known : -1;
        List<String> ids = new ArrayList<>();
        RowIdentity.of(pack, output.row(), number).ifPresent(ids::add);
        JsonValues.id(output.row().get("id")).ifPresent(ids::add);
        for (String id : ids) {
            int item = byId.getOrDefault(id, -1);
            if (item >= 0 && held.containsAll(items.get(item).texts())) {
                return item;
            }
        }
        if (byText.isEmpty()) {
            for (int i = 0; i < items.size(); i++) {
                List<String> texts = items.get(i).texts();
                byText.computeIfAbsent(texts.get(texts.size() - 1), text -> new ArrayList<>())
                        .add(i);
            }
        }
        List<Integer> found = new ArrayList<>();
        for (String string : held) {
            for (int candidate : byText.getOrDefault(string, List.of())) {
                if (held.containsAll(items.get(candidate).texts())) {
                    found.add(candidate);
                }
            }
        }
        return choose(found, output);
    }

    private int byPrompt(String sha256) {
        if (byPrompt.isEmpty()) {
            for (int i = 0; i < items.size(); i++) {
                for (Prompt prompt : pack.prompts()) {
                    int own = i;
                    byPrompt.merge(
                            Sha256.of(prompt.render(items.get(i))).hex(), i, (one, two) -> one == own ? own : -1);
                }
            }
        }
        return byPrompt.getOrDefault(sha256, -1);
    }
}
