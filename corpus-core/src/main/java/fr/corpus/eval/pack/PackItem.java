package fr.corpus.eval.pack;

import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import java.util.List;
import java.util.Optional;

/** One thing asked of a model, with the right answer. Immutable. */
public sealed interface PackItem {

    /** What it says of itself. */
    ItemFacts facts();

    /** The task it belongs to. */
    Task task();

    /** Unique in the pack. */
    default String id() {
        return facts().id();
    }

    /**
     * The texts that a model sees, by which two items are known to be the same: question and passage, sentences, prompt. Never the
     * right answer alone.
     */
    List<String> texts();

    /** SHA-256 of the item's canonical JSON (docs/formats/eval-pack.md). */
    default Digest digest() {
        return Sha256.of(CanonicalJson.of(ItemJson.of(this)));
    }

    /** The letter of a choice: A for 0; after Z, AA. */
    static String letter(int choice) {
        return choice < 26 ? String.valueOf((char) ('A' + choice)) : letter(choice / 26 - 1) + letter(choice % 26);
    }

    /**
     * A question with choices.
     *
     * @param context a passage, if any
     * @param question what is asked, or the text to be continued
     * @param choices at least two
     * @param answers the right ones, from 0, ascending; more than one where several are right together
     */
    record MultipleChoice(
            ItemFacts facts, Optional<String> context, String question, List<String> choices, List<Integer> answers)
            implements PackItem {

        public MultipleChoice {
            choices = List.copyOf(choices);
            answers = List.copyOf(answers);
            if (choices.size() < 2 || answers.isEmpty()) {
                throw new ItemFault("few-choices", choices.size(), answers.size());
            }
            for (int i = 0; i < answers.size(); i++) {
                if (answers.get(i) < (i == 0 ? 0 : answers.get(i - 1) + 1) || answers.get(i) >= choices.size()) {
                    throw new ItemFault("answers-order", choices.size() - 1, answers.toString());
                }
            }
        }

        @Override
        public Task task() {
            return Task.MULTIPLE_CHOICE;
        }

        @Override
        public List<String> texts() {
            return context.map(passage -> List.of(passage, question)).orElseGet(() -> List.of(question));
        }
    }

    /**
     * Two sentences that differ in one point.
     *
     * @param good the acceptable one
     * @param bad the other
     */
    record MinimalPair(ItemFacts facts, String good, String bad) implements PackItem {

        public MinimalPair {
            if (good.equals(bad)) {
                throw new ItemFault("same-pair");
            }
        }

        @Override
        public Task task() {
            return Task.MINIMAL_PAIRS;
        }

        /**
         * Whether the acceptable sentence is shown as A: the lowest bit of the first byte of SHA-256 of the id, so that it is the
         * same for everybody and about as often A as B.
         */
        public boolean goodFirst() {
            return (Sha256.of(facts.id()).bytes()[0] & 1) == 0;
        }

        /** The sentence shown as A. */
        public String first() {
            return goodFirst() ? good : bad;
        }

        /** The sentence shown as B. */
        public String second() {
            return goodFirst() ? bad : good;
        }

        @Override
        public List<String> texts() {
            return List.of(good, bad);
        }
    }

    /**
     * A question with a short answer.
     *
     * @param context a passage, if any
     * @param question what is asked
     * @param answers ways to say the right answer; none when the right answer is that the passage does not say
     */
    record ShortAnswer(ItemFacts facts, Optional<String> context, String question, List<String> answers)
            implements PackItem {

        public ShortAnswer {
            answers = List.copyOf(answers);
        }

        @Override
        public Task task() {
            return Task.SHORT_ANSWER;
        }

        @Override
        public List<String> texts() {
            return context.map(passage -> List.of(passage, question)).orElseGet(() -> List.of(question));
        }
    }

    /**
     * A text to be made of another: a translation, a summary.
     *
     * @param input what it is made of
     * @param references texts that a person made of it, at least one
     */
    record Generation(ItemFacts facts, String input, List<String> references) implements PackItem {

        public Generation {
            references = List.copyOf(references);
            if (references.isEmpty()) {
                throw new ItemFault("no-reference");
            }
        }

        @Override
        public Task task() {
            return Task.GENERATION;
        }

        @Override
        public List<String> texts() {
            return List.of(input);
        }
    }

    /**
     * A prompt with instructions that are verified.
     *
     * @param prompt what the model is told
     * @param instructions what is verified, in order, at least one
     */
    record Instructions(ItemFacts facts, String prompt, List<Instruction> instructions) implements PackItem {

        public Instructions {
            instructions = List.copyOf(instructions);
            if (instructions.isEmpty()) {
                throw new ItemFault("no-instruction");
            }
        }

        @Override
        public Task task() {
            return Task.INSTRUCTIONS;
        }

        @Override
        public List<String> texts() {
            return List.of(prompt);
        }
    }
}
