package fr.corpus.eval.contamination;

import fr.corpus.eval.pack.PackItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One text of an item, looked for by itself. Immutable.
 *
 * @param kind what it is in the item
 * @param number its place among the item’s parts of the same kind, from 0
 * @param text the text as the item has it
 */
public record ItemPart(Kind kind, int number, String text) {

    /** What a text is in an item. */
    public enum Kind {
        /** A passage that comes with the question. */
        CONTEXT,
        /** What is asked: a question, a prompt, a text to be translated or summed up. */
        QUESTION,
        /** A right answer: a right choice, the acceptable sentence of a pair, a reference. */
        ANSWER,
        /** A wrong choice, or the other sentence of a pair. */
        CHOICE;

        /** Its word in recipes, options and answers for machines. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The kind of a word.
         *
         * @throws IllegalArgumentException if there is none of this name
         */
        public static Kind ofWord(String word) {
            for (Kind kind : values()) {
                if (kind.word().equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("parts: need context, question, answer or choice, got " + word);
        }
    }

    /** The parts of an item, in the order of kinds. */
    public static List<ItemPart> of(PackItem item) {
        List<ItemPart> parts = new ArrayList<>();
        if (item instanceof PackItem.MultipleChoice choice) {
            choice.context().ifPresent(text -> add(parts, Kind.CONTEXT, text));
            add(parts, Kind.QUESTION, choice.question());
            for (int i = 0; i < choice.choices().size(); i++) {
                add(
                        parts,
                        choice.answers().contains(i) ? Kind.ANSWER : Kind.CHOICE,
                        choice.choices().get(i));
            }
        } else if (item instanceof PackItem.MinimalPair pair) {
            add(parts, Kind.ANSWER, pair.good());
            add(parts, Kind.CHOICE, pair.bad());
        } else if (item instanceof PackItem.ShortAnswer asked) {
            asked.context().ifPresent(text -> add(parts, Kind.CONTEXT, text));
            add(parts, Kind.QUESTION, asked.question());
            asked.answers().stream().distinct().forEach(text -> add(parts, Kind.ANSWER, text));
        } else if (item instanceof PackItem.Generation generation) {
            add(parts, Kind.QUESTION, generation.input());
            generation.references().forEach(text -> add(parts, Kind.ANSWER, text));
        } else if (item instanceof PackItem.Instructions instructions) {
            add(parts, Kind.QUESTION, instructions.prompt());
        }
        parts.sort(java.util.Comparator.comparing(ItemPart::kind));
        return List.copyOf(parts);
    }

    private static void add(List<ItemPart> parts, Kind kind, String text) {
        int number = (int) parts.stream().filter(part -> part.kind() == kind).count();
        parts.add(new ItemPart(kind, number, text));
    }
}
