package fr.corpus.eval.cases;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.metric.Bleu;
import fr.corpus.eval.metric.BleuTokenizer;
import fr.corpus.eval.metric.Chrf;
import fr.corpus.eval.metric.Metric;
import fr.corpus.eval.metric.Rouge;
import fr.corpus.eval.metric.RougeTokenizer;
import fr.corpus.eval.metric.RougeType;
import fr.corpus.eval.metric.Smoothing;
import fr.corpus.eval.metric.Ter;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/** Builds metrics from options under the original tools’ own names. */
public final class MetricOptions {

    /** Every option of every metric. */
    static final Set<String> NAMES = Set.of(
            "tokenize",
            "smooth_method",
            "smooth_value",
            "lowercase",
            "effective_order",
            "max_ngram_order",
            "char_order",
            "word_order",
            "beta",
            "whitespace",
            "eps_smoothing",
            "normalized",
            "no_punct",
            "asian_support",
            "case_sensitive",
            "rouge_types",
            "use_stemmer",
            "force",
            "trg_lang");

    private static final int MAX_ORDER = 32;
    private static final double USUAL_BETA = 2;
    private static final List<String> ROUGE_TYPES = List.of("rouge1", "rouge2", "rougeL", "rougeLsum");

    private MetricOptions() {}

    /**
     * The metrics that a name stands for: one, or for {@code rouge} one for each of its types.
     *
     * @param name {@code bleu}, {@code chrf}, {@code chrf++}, {@code ter} or {@code rouge}
     * @throws MalformedSourceException if the name or a value is unknown, or an option has no such value
     */
    public static List<Metric> read(String name, Options options) {
        return switch (name) {
            case "bleu" -> List.of(bleu(options));
            case "chrf" -> List.of(chrf(options, 0));
            case "chrf++" -> List.of(chrf(options, 2));
            case "ter" -> List.of(ter(options));
            case "rouge" -> rouge(options);
            default -> throw new MalformedSourceException(UserMessage.of("eval.unknown-metric", name));
        };
    }

    /** Refuses an option that no metric has. */
    static void checkNames(Options options, Set<String> others) {
        for (String name : new TreeSet<>(options.values().keySet())) {
            if (!NAMES.contains(name) && !others.contains(name)) {
                throw new MalformedSourceException(UserMessage.of("eval.unknown-option", name));
            }
        }
    }

    private static Bleu bleu(Options options) {
        Smoothing.Method method =
                options.choice("smooth_method", Smoothing.Method.EXP, Smoothing.Method.values(), Smoothing.Method::key);
        OptionalDouble value = options.number("smooth_value");
        return new Bleu(
                options.choice("tokenize", BleuTokenizer.MTEVAL_13A, BleuTokenizer.values(), BleuTokenizer::key),
                value.isPresent() ? new Smoothing(method, value.getAsDouble()) : Smoothing.of(method),
                options.flag("lowercase", false),
                options.flag("effective_order", false),
                options.whole("max_ngram_order", 4, 1, MAX_ORDER));
    }

    private static Chrf chrf(Options options, int words) {
        int characters = options.whole("char_order", 6, 0, MAX_ORDER);
        int ofWords = options.whole("word_order", words, 0, MAX_ORDER);
        if (characters + ofWords == 0) {
            throw Options.bad("char_order", 0, "1–" + MAX_ORDER);
        }
        return new Chrf(
                characters,
                ofWords,
                options.number("beta").orElse(USUAL_BETA),
                options.flag("lowercase", false),
                options.flag("whitespace", false),
                options.flag("eps_smoothing", false));
    }

    private static Ter ter(Options options) {
        return new Ter(
                options.flag("normalized", false),
                options.flag("no_punct", false),
                options.flag("asian_support", false),
                options.flag("case_sensitive", false));
    }

    private static List<Metric> rouge(Options options) {
        RougeTokenizer tokenizer =
                options.choice("tokenize", RougeTokenizer.ORIGINAL, RougeTokenizer.values(), RougeTokenizer::key);
        boolean stemmed = options.flag("use_stemmer", false);
        if (stemmed && tokenizer == RougeTokenizer.UNICODE) {
            throw new MalformedSourceException(UserMessage.of("eval.stemmer-is-ascii"));
        }
        List<String> types = options.values().get("rouge_types") == null ? ROUGE_TYPES : options.texts("rouge_types");
        if (types.isEmpty()) {
            throw Options.bad("rouge_types", types, String.join(", ", ROUGE_TYPES));
        }
        return types.stream()
                .map(type -> (Metric) new Rouge(
                        RougeType.named(type)
                                .orElseThrow(
                                        () -> Options.bad("rouge_types", type, "rouge1–rouge9, rougeL, rougeLsum")),
                        tokenizer,
                        stemmed))
                .toList();
    }
}
