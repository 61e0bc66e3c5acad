package fr.corpus.eval.cases;

import fr.corpus.eval.metric.AnswerNormalizer;
import fr.corpus.eval.metric.AnswerScore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Scores one short answer. */
final class AnswerCase {

    private static final Set<String> FIELDS = Set.of("id", "metric", "prediction", "references", "normalizer");

    private AnswerCase() {}

    static Map<String, Object> score(Options options) {
        MetricOptions.checkNames(options, FIELDS);
        AnswerNormalizer normalizer =
                options.choice("normalizer", AnswerNormalizer.FR_V1, AnswerNormalizer.values(), AnswerNormalizer::key);
        List<String> references = options.texts("references");
        AnswerScore score = normalizer.score(options.text("prediction"), references);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("em", score.exactMatch());
        result.put("f1", score.f1());
        result.put("signature", normalizer.signature(references.size()));
        return result;
    }
}
