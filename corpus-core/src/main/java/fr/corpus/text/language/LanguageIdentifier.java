package fr.corpus.text.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;

/**
 * Identifies the language of a text among the languages of a {@link LanguageModel}, or says that it knows none. Immutable,
 * thread-safe.
 *
 * <p>Work is bounded: a text of more than {@value Sample#WHOLE} UTF-16 units is judged on windows spread evenly over it,
 * a few first, more when those leave a doubt. The answer depends on the text alone.
 */
public final class LanguageIdentifier {

    /** The language of what is no language, or none that the model knows (ISO 639-2 and 639-3). */
    public static final String UNKNOWN = "und";

    private static final String RESOURCE = "language.model";
    private static final double CERTAIN = 0.995;

    private final LanguageModel model;
    private final double sharpness;
    private final double background;

    private LanguageIdentifier(LanguageModel model) {
        this.model = model;
        Calibration calibration = Calibration.of(model.data().calibration());
        sharpness = calibration.sharpness() / 1000.0 / LanguageModel.UNITS_PER_NAT;
        background = calibration.background() / 1000.0 * LanguageModel.UNITS_PER_NAT;
    }

    private static final class Shared {
        static final LanguageIdentifier INSTANCE = read(RESOURCE);
    }

    private static LanguageIdentifier read(String resource) {
        try (InputStream in = LanguageIdentifier.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource missing: " + resource);
            }
            return of(LanguageModel.read(in, resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The identifier of the model that comes with the library: read on the first call, then shared. */
    public static LanguageIdentifier load() {
        return Shared.INSTANCE;
    }

    /** An identifier of another model. */
    public static LanguageIdentifier of(LanguageModel model) {
        return new LanguageIdentifier(model);
    }

    /** The languages that may be answered beside {@link #UNKNOWN}, ISO 639-3, in alphabetical order. */
    public List<String> languages() {
        return model.languages();
    }

    /** Whether a language may be answered. */
    public boolean knows(String language) {
        return Collections.binarySearch(model.languages(), language) >= 0;
    }

    /** The model. */
    public LanguageModel model() {
        return model;
    }

    /** Identifies the language of a text. */
    public Identification identify(CharSequence text) {
        return measure(text).best();
    }

    /**
     * Finds the stretches of a text that are in one language each, in order; together they are the whole text, and none for
     * an empty one. A language changes at a line or sentence only, where what follows speaks clearly enough for it; what is no
     * language of the model is a stretch of {@link #UNKNOWN}. The whole text is read.
     */
    public List<LanguageSegment> identifySegments(CharSequence text) {
        return text.length() == 0 ? List.of() : new Segmentation(this, text).segments();
    }

    /**
     * How sure it is that a text is in a given language, from 0 to 1.
     *
     * @throws IllegalArgumentException if the model does not know the language
     */
    public double score(CharSequence text, String language) {
        int index = Collections.binarySearch(model.languages(), language);
        if (index < 0) {
            throw new IllegalArgumentException("not a language of the model: " + language);
        }
        return measure(text).score(index);
    }

    Scores scores() {
        return new Scores(model, sharpness, background);
    }

    Scores measure(CharSequence text) {
        Letters letters = new Letters();
        Scores scores = scores();
        if (text.length() <= Sample.WHOLE) {
            return scores.judge(letters.add(text, 0, text.length()));
        }
        Sample.FIRST.take(text, letters);
        scores.judge(letters);
        if (scores.best().score() < CERTAIN || !scores.best().isKnown()) {
            Sample.MORE.take(text, letters.clear());
            scores.judge(letters);
        }
        return scores;
    }
}
