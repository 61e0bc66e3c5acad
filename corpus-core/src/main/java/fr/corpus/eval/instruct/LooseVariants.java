package fr.corpus.eval.instruct;

import java.util.List;

/**
 * The eight variants of a response that IFEval's loose verdict tries (arXiv 2311.07911, section 2.2): without the first line, the
 * last, or both, and each with and without asterisks, so that “Bien sûr :” or bold face does not decide. Thread-safe.
 */
final class LooseVariants {

    private LooseVariants() {}

    static List<String> of(String response) {
        String[] lines = response.split("\n", -1);
        String withoutFirst = join(lines, 1, lines.length);
        String withoutLast = join(lines, 0, lines.length - 1);
        String withoutBoth = join(lines, 1, lines.length - 1);
        return List.of(
                response,
                plain(response),
                withoutFirst,
                withoutLast,
                withoutBoth,
                plain(withoutFirst),
                plain(withoutLast),
                plain(withoutBoth));
    }

    private static String plain(String text) {
        return text.replace("*", "");
    }

    private static String join(String[] lines, int from, int to) {
        return from >= to
                ? ""
                : PythonText.strip(String.join("\n", List.of(lines).subList(from, to)));
    }
}
