package fr.corpus.eval.instruct;

import fr.corpus.error.Nearest;
import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.pack.Instruction;
import fr.corpus.eval.pack.PackItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Says whether a response follows the instructions of an item. Thread-safe. */
public final class InstructionVerifier {

    private static final Map<String, Verifier> VERIFIERS = verifiers();

    /** Draws of the strict verdict and of the loose one's variants; those that agree with what M-IFEval published (0178). */
    private static final long STRICT_DRAW = 10;

    private static final long FIRST_LOOSE_DRAW = 1;

    private InstructionVerifier() {}

    private static Map<String, Verifier> verifiers() {
        Map<String, Verifier> all = new TreeMap<>(IfevalVerifiers.byId());
        all.putAll(ConsigneVerifiers.byId());
        return Collections.unmodifiableMap(all);
    }

    /** Ids of all instructions that can be verified. */
    public static Set<String> known() {
        return VERIFIERS.keySet();
    }

    /**
     * The verdicts on a response. A blank response follows nothing.
     *
     * @throws RecipeException if an instruction is unknown, with the nearest known one, or lacks an argument
     */
    public static Verdicts verify(PackItem.Instructions item, String response) {
        List<String> variants = LooseVariants.of(response);
        List<Boolean> strict = new ArrayList<>();
        List<Boolean> loose = new ArrayList<>();
        for (Instruction instruction : item.instructions()) {
            strict.add(follows(instruction, response, STRICT_DRAW));
            boolean any = false;
            for (int i = 0; i < variants.size() && !any; i++) {
                any = follows(instruction, variants.get(i), FIRST_LOOSE_DRAW + i);
            }
            loose.add(any);
        }
        return new Verdicts(strict, loose);
    }

    private static boolean follows(Instruction instruction, String response, long draw) {
        Verifier verifier = VERIFIERS.get(instruction.id());
        if (verifier == null) {
            throw new RecipeException(UserMessage.of(
                    "eval.unknown-instruction",
                    instruction.id(),
                    Nearest.to(instruction.id(), known())
                            .map(near -> UserMessage.of("eval.did-you-mean", near))
                            .orElseGet(() -> UserMessage.of("eval.allowed", String.join(", ", known())))));
        }
        return !PythonText.isBlank(response)
                && verifier.follows(new Arguments(instruction.id(), instruction.arguments()), response, draw);
    }
}
