package fr.corpus.cli.bench;

import fr.corpus.eval.format.JsonLines;
import fr.corpus.eval.score.OutputFormat;
import fr.corpus.eval.score.ScoreRequest;
import fr.corpus.eval.stats.NumpyRandom;
import fr.corpus.hash.FileDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A pack of short answers and a file of outputs to it, generated, the same every time. One output in two is a right answer, one
 * in eight is right but for its article and its point, the others are of the same words. Immutable.
 *
 * @param pack folder of the pack
 * @param outputs neutral records
 */
public record ShortAnswers(Path pack, Path outputs) {

    private static final long SEED = 2;
    private static final int MOST_WORDS = 5;
    private static final List<String> WORDS = List.of(
            ("le la les un une chat chien maison ville Paris Lyon école élève naïf Noël président 1789 3,5 12 345 km % "
                            + "l’eau l'air d'un «guillemets» Québec fleuve Victor Hugo roman siècle où déjà très haute")
                    .split(" "));
    private static final String PACK = """
            pack: 1
            id: short-answers
            version: 1
            title: { fr: Réponses courtes, en: Short answers }
            description: { fr: Pour mesurer la vitesse., en: To measure speed. }
            task: short-answer
            variety: fr-FR
            license:
              id: CC0-1.0
              redistribution: bundle
              declared:
                - { where: generated, license: CC0-1.0 }
            prompts:
              - { id: direct, text: "{question}" }
              - { id: bref, text: "En peu de mots : {question}" }
              - { id: question, text: "Question : {question}" }
            metrics: [ f1, em ]
            data:
              items: %d
              sha256: "%s"
            """;

    /**
     * Writes pack and outputs.
     *
     * @param count how many items
     * @param folder an empty one
     */
    public static ShortAnswers write(int count, Path folder) throws IOException {
        Path pack = Files.createDirectory(folder.resolve("pack"));
        Path items = pack.resolve("items.jsonl");
        Path outputs = folder.resolve("outputs.jsonl");
        NumpyRandom random = NumpyRandom.seeded(SEED);
        List<List<String>> answers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            answers.add(random.below(4) == 0 ? List.of(words(random), words(random)) : List.of(words(random)));
        }
        JsonLines.write(
                items,
                lines(
                        count,
                        i -> Map.of(
                                "id",
                                "q" + i,
                                "variety",
                                "fr-FR",
                                "question",
                                "Quelle est la réponse à la question " + i + " ?",
                                "answers",
                                answers.get(i))));
        JsonLines.write(
                outputs, lines(count, i -> Map.of("item_id", "q" + i, "output", output(answers.get(i), random))));
        Files.writeString(
                pack.resolve("pack.yaml"),
                PACK.formatted(count, FileDigest.of(items).sha256().hex()));
        return new ShortAnswers(pack, outputs);
    }

    private static Iterable<Map<String, Object>> lines(int count, IntFunction<Map<String, Object>> line) {
        return () -> IntStream.range(0, count).mapToObj(line).iterator();
    }

    private static String words(NumpyRandom random) {
        StringBuilder words = new StringBuilder();
        for (int left = 1 + random.below(MOST_WORDS); left > 0; left--) {
            words.append(words.isEmpty() ? "" : " ").append(WORDS.get(random.below(WORDS.size())));
        }
        return words.toString();
    }

    private static String output(List<String> answers, NumpyRandom random) {
        return switch (random.below(8)) {
            case 0, 1, 2, 3 -> answers.get(0);
            case 4 -> "La " + answers.get(answers.size() - 1) + ".";
            default -> words(random);
        };
    }

    /** Asks for the score of the outputs. */
    public ScoreRequest request() {
        return ScoreRequest.of(outputs, OutputFormat.NEUTRAL, pack.toString());
    }
}
