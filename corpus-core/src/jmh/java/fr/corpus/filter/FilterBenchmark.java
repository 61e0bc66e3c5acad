package fr.corpus.filter;

import fr.corpus.step.Filter;
import fr.corpus.step.Settings;
import fr.corpus.step.StepId;
import fr.corpus.step.Verdict;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TextView;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * One document through the three filters with all its signals: MB of UTF-8 text a second are {@code codePoints} in
 * bytes over the time. {@code tokenize} is the same view with tokens only, to be subtracted.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FilterBenchmark {

    private static final String[] OPENINGS = {
        "Le matin,", "À la tombée du jour,", "Quand vient l'hiver,", "Depuis trois semaines,", "Au fond de la cour,"
    };
    private static final String[] SUBJECTS = {
        "le boulanger", "une voisine", "l'instituteur du bourg", "mon grand-père", "la fille du meunier", "un inconnu"
    };
    private static final String[] VERBS = {
        "regarde", "attend sans rien dire", "raconte à qui veut l’entendre", "compte", "dessine sur le mur", "oublie"
    };
    private static final String[] OBJECTS = {
        "les bateaux qui rentrent", "la pluie sur les toits", "ses vieux outils", "l'heure du train", "un air de danse"
    };

    /** Length of the document in UTF-16 units. */
    @Param({"3000", "30000", "5000000"})
    public int units;

    /** The thresholds; none changes the time much. */
    @Param("web")
    public String profile;

    private final TextView view = new TextView(new FrenchTokenizer());
    private Filter[] filters = {};
    private String text = "";

    @Setup(Level.Trial)
    public void build() throws Exception {
        filters = new Filter[] {
            RepetitionFilter.from(settings(RepetitionFilter.ID)),
            LineFilter.from(settings(LineFilter.ID)),
            QualityFilter.from(settings(QualityFilter.ID))
        };
        Random random = new Random(20260101);
        StringBuilder out = new StringBuilder();
        while (out.length() < units) {
            out.append(pick(OPENINGS, random))
                    .append(' ')
                    .append(pick(SUBJECTS, random))
                    .append(' ');
            // a made-up name keeps sentences from repeating each other as real ones do not
            out.append(Integer.toString(random.nextInt(1 << 20), 36)).append(' ');
            out.append(pick(VERBS, random)).append(' ').append(pick(OBJECTS, random));
            out.append(random.nextInt(5) == 0 ? ".\n" : ". ");
        }
        text = out.toString();
    }

    private static String pick(String[] from, Random random) {
        return from[random.nextInt(from.length)];
    }

    @SuppressWarnings("unchecked")
    private Settings settings(StepId step) throws Exception {
        try (var in = FilterBenchmark.class.getResourceAsStream("defaults.yaml")) {
            var table = (Map<String, Map<String, Map<String, Object>>>)
                    new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            Map<String, Object> values =
                    new TreeMap<>(table.get(step.toString()).get("default"));
            values.putAll(table.get(step.toString()).getOrDefault(profile, Map.of()));
            values.replaceAll((name, value) -> value instanceof Integer whole ? (Object) whole.longValue() : value);
            return new Settings(values);
        }
    }

    /** Tokens only. */
    @Benchmark
    public int tokenize() {
        return view.of(text).tokens().size();
    }

    /** Tokens, signals and verdicts. */
    @Benchmark
    public int filter() {
        view.of(text);
        int kept = 0;
        for (Filter filter : filters) {
            kept += filter.judge(view) instanceof Verdict.Keep ? 1 : 0;
        }
        return kept;
    }
}
