package fr.corpus.recipe;

import fr.corpus.step.Deduplicator;
import fr.corpus.step.Evidence;
import fr.corpus.step.Filter;
import fr.corpus.step.Parameter;
import fr.corpus.step.Parameter.Type;
import fr.corpus.step.Reason;
import fr.corpus.step.Settings;
import fr.corpus.step.StepId;
import fr.corpus.step.Verdict;
import fr.corpus.text.TextView;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;

/** Small true steps, so that tests of recipes depend on no room's thresholds. */
final class TestSteps {

    static final StepCatalog CATALOG = new StepCatalog(List.of(
            new StepCatalog.Entry(Length.ID, Length.PARAMETERS, Length::from),
            new StepCatalog.Entry(Tongue.ID, Tongue.PARAMETERS, Tongue::from),
            new StepCatalog.Entry(Same.ID, List.of(), settings -> new Same())));

    private static final String DEFAULTS = """
            filter.length@1:
              default: { min-code-points: 200, max-code-points: 1000000, max-share: 0.5 }
              verse: { min-code-points: 20, max-share: off }
            """;

    private TestSteps() {}

    static ProfileTable table(String kind) {
        return ProfileTable.parse(
                CATALOG, (kind.equals("filter") ? DEFAULTS : "{}").getBytes(StandardCharsets.UTF_8), kind);
    }

    record Length(long min, long max, OptionalDouble maxShare) implements Filter {
        static final StepId ID = StepId.parse("filter.length@1");
        static final List<Parameter> PARAMETERS = List.of(
                Parameter.of("min-code-points", Type.INTEGER),
                Parameter.of("max-code-points", Type.INTEGER),
                Parameter.of("max-share", Type.OPTIONAL_NUMBER));

        Length {
            if (max < min) {
                throw new IllegalArgumentException("min-code-points " + min + " > max-code-points " + max);
            }
        }

        static Length from(Settings settings) {
            return new Length(
                    settings.integer("min-code-points"),
                    settings.integer("max-code-points"),
                    settings.optionalNumber("max-share"));
        }

        @Override
        public StepId id() {
            return ID;
        }

        @Override
        public Verdict judge(TextView view) {
            int n = view.codePoints();
            return n < min ? Verdict.drop(Reason.of("too-short"), Evidence.of("code-points", n)) : Verdict.keep();
        }
    }

    record Tongue(List<String> languages) implements Filter {
        static final StepId ID = StepId.parse("filter.tongue@2");
        static final List<Parameter> PARAMETERS = List.of(Parameter.of("languages", Type.NAMES));

        static Tongue from(Settings settings) {
            return new Tongue(settings.names("languages"));
        }

        @Override
        public StepId id() {
            return ID;
        }

        @Override
        public Verdict judge(TextView view) {
            return Verdict.keep();
        }
    }

    record Same() implements Deduplicator {
        static final StepId ID = StepId.parse("dedup.same@1");

        @Override
        public StepId id() {
            return ID;
        }
    }
}
