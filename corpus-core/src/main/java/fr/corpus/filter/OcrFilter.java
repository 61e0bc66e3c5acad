package fr.corpus.filter;

import fr.corpus.step.Evidence;
import fr.corpus.step.Filter;
import fr.corpus.step.Parameter;
import fr.corpus.step.Reason;
import fr.corpus.step.Settings;
import fr.corpus.step.StepId;
import fr.corpus.step.Verdict;
import fr.corpus.text.TextView;
import fr.corpus.text.ocr.OcrBand;
import fr.corpus.text.ocr.OcrQuality;
import fr.corpus.text.ocr.OcrReport;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Drops French texts that were recognized badly, as {@link OcrQuality} estimates it; old spelling is no error. Immutable,
 * thread-safe. A text that a step before found to be in another language, or of fewer than twenty words, is kept.
 *
 * @param quality what estimates
 * @param maxErrorRate largest estimated share of wrong characters of the whole text, from 0 to 1
 * @param badWindow estimated share of wrong characters above which a window is bad
 * @param maxBadWindows largest share of bad windows among those that can be judged
 */
public record OcrFilter(OcrQuality quality, OptionalDouble maxErrorRate, double badWindow, OptionalDouble maxBadWindows)
        implements Filter {

    /** Its name and version. */
    public static final StepId ID = StepId.parse("filter.ocr@1");

    private static final Parameter MAX_ERROR_RATE = Parameter.of("max-error-rate", Parameter.Type.OPTIONAL_NUMBER);
    private static final Parameter BAD_WINDOW = Parameter.of("bad-window-error-rate", Parameter.Type.NUMBER);
    private static final Parameter MAX_BAD_WINDOWS = Parameter.of("max-bad-windows", Parameter.Type.OPTIONAL_NUMBER);

    /** What a recipe may set. */
    public static final List<Parameter> PARAMETERS = List.of(MAX_ERROR_RATE, BAD_WINDOW, MAX_BAD_WINDOWS);

    private static final Reason ERRORS = Reason.of("ocr-errors");
    private static final Reason WINDOWS = Reason.of("ocr-bad-windows");

    /** Why it drops. */
    public static final List<Reason> REASONS = List.of(ERRORS, WINDOWS);

    private static final String FRENCH = "fra";

    /**
     * The filter with these parameters and the library's own model.
     *
     * @throws IllegalArgumentException if a share is not from 0 to 1
     */
    public static OcrFilter from(Settings settings) {
        return new OcrFilter(
                OcrQuality.load(),
                share(settings.optionalNumber(MAX_ERROR_RATE.name()), MAX_ERROR_RATE),
                share(OptionalDouble.of(settings.number(BAD_WINDOW.name())), BAD_WINDOW)
                        .orElseThrow(),
                share(settings.optionalNumber(MAX_BAD_WINDOWS.name()), MAX_BAD_WINDOWS));
    }

    private static OptionalDouble share(OptionalDouble value, Parameter parameter) {
        if (value.isPresent() && !(value.getAsDouble() >= 0 && value.getAsDouble() <= 1)) {
            throw new IllegalArgumentException(parameter.name() + ": " + value.getAsDouble() + " < 0 or > 1");
        }
        return value;
    }

    @Override
    public StepId id() {
        return ID;
    }

    @Override
    public Verdict judge(TextView view) {
        if (!view.language().isEmpty() && !view.language().equals(FRENCH)) {
            return Verdict.keep();
        }
        OcrReport report = quality.measure(view.text());
        if (report.whole().band() == OcrBand.UNKNOWN) {
            return Verdict.keep();
        }
        Evidence evidence = Evidence.of("ocr-method", OcrQuality.METHOD)
                .and("ocr-error-rate", report.whole().errorRate())
                .and("ocr-score", report.whole().score())
                .and("old-spelling", report.whole().oldShare());
        if (maxErrorRate.isPresent() && report.whole().errorRate() > maxErrorRate.getAsDouble()) {
            return Verdict.drop(ERRORS, evidence.and(MAX_ERROR_RATE.name(), maxErrorRate.getAsDouble()));
        }
        double bad = badWindows(report);
        if (maxBadWindows.isPresent() && bad > maxBadWindows.getAsDouble()) {
            return Verdict.drop(
                    WINDOWS, evidence.and("bad-windows", bad).and(MAX_BAD_WINDOWS.name(), maxBadWindows.getAsDouble()));
        }
        return Verdict.keep();
    }

    private double badWindows(OcrReport report) {
        long judged = 0;
        long bad = 0;
        for (OcrReport.Window window : report.windows()) {
            if (window.band() != OcrBand.UNKNOWN) {
                judged++;
                bad += window.errorRate() > badWindow ? 1 : 0;
            }
        }
        return judged == 0 ? 0 : (double) bad / judged;
    }
}
