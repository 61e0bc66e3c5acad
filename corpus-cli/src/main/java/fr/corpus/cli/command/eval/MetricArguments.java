package fr.corpus.cli.command.eval;

import fr.corpus.eval.cases.MetricOptions;
import fr.corpus.eval.cases.Options;
import fr.corpus.eval.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which metrics, and their options under the original tools’ own names. */
final class MetricArguments {

    @Option(names = "--metric", split = ",", paramLabel = "NAME", descriptionKey = "eval.metric")
    List<String> names = List.of("bleu");

    @Option(names = "--tokenize", paramLabel = "13a|intl|none|char", descriptionKey = "eval.tokenize")
    @Nullable
    String tokenize;

    @Option(names = "--smooth-method", paramLabel = "exp|floor|add-k|none", descriptionKey = "eval.smooth-method")
    @Nullable
    String smoothMethod;

    @Option(names = "--smooth-value", paramLabel = "X", descriptionKey = "eval.smooth-value")
    @Nullable
    Double smoothValue;

    @Option(names = "--max-ngram-order", paramLabel = "N", descriptionKey = "eval.max-ngram-order")
    @Nullable
    Long maxNgramOrder;

    @Option(names = "--effective-order", descriptionKey = "eval.effective-order")
    boolean effectiveOrder;

    @Option(names = "--lowercase", descriptionKey = "eval.lowercase")
    boolean lowercase;

    @Option(names = "--char-order", paramLabel = "N", descriptionKey = "eval.char-order")
    @Nullable
    Long charOrder;

    @Option(names = "--word-order", paramLabel = "N", descriptionKey = "eval.word-order")
    @Nullable
    Long wordOrder;

    @Option(names = "--beta", paramLabel = "X", descriptionKey = "eval.beta")
    @Nullable
    Double beta;

    @Option(names = "--whitespace", descriptionKey = "eval.whitespace")
    boolean whitespace;

    @Option(names = "--eps-smoothing", descriptionKey = "eval.eps-smoothing")
    boolean epsSmoothing;

    @Option(names = "--normalized", descriptionKey = "eval.normalized")
    boolean normalized;

    @Option(names = "--no-punct", descriptionKey = "eval.no-punct")
    boolean noPunct;

    @Option(names = "--asian-support", descriptionKey = "eval.asian-support")
    boolean asianSupport;

    @Option(names = "--case-sensitive", descriptionKey = "eval.case-sensitive")
    boolean caseSensitive;

    @Option(names = "--rouge-types", split = ",", paramLabel = "TYPE", descriptionKey = "eval.rouge-types")
    @Nullable
    List<String> rougeTypes;

    @Option(names = "--rouge-tokenize", paramLabel = "rouge-score|unicode", descriptionKey = "eval.rouge-tokenize")
    @Nullable
    String rougeTokenize;

    @Option(names = "--use-stemmer", descriptionKey = "eval.use-stemmer")
    boolean useStemmer;

    /** The metrics asked for, in the order asked for. */
    List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>();
        for (String name : names) {
            Map<String, @Nullable Object> values = values();
            values.put("tokenize", name.equals("rouge") ? rougeTokenize : tokenize);
            metrics.addAll(MetricOptions.read(name, new Options(values)));
        }
        return metrics;
    }

    private Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new TreeMap<>();
        values.put("smooth_method", smoothMethod);
        values.put("smooth_value", smoothValue);
        values.put("max_ngram_order", maxNgramOrder);
        values.put("effective_order", effectiveOrder);
        values.put("lowercase", lowercase);
        values.put("char_order", charOrder);
        values.put("word_order", wordOrder);
        values.put("beta", beta);
        values.put("whitespace", whitespace);
        values.put("eps_smoothing", epsSmoothing);
        values.put("normalized", normalized);
        values.put("no_punct", noPunct);
        values.put("asian_support", asianSupport);
        values.put("case_sensitive", caseSensitive);
        values.put("rouge_types", rougeTypes);
        values.put("use_stemmer", useStemmer);
        return values;
    }
}
