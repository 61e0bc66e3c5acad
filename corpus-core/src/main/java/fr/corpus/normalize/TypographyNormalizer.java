package fr.corpus.normalize;

import fr.corpus.step.Normalizer;
import fr.corpus.step.Parameter;
import fr.corpus.step.Settings;
import fr.corpus.step.StepId;
import fr.corpus.text.Typography;
import java.util.List;

/**
 * Brings the signs of a French text to one form, as {@link Typography} says. Immutable, thread-safe, idempotent.
 *
 * @param typography what it unifies
 */
public record TypographyNormalizer(Typography typography) implements Normalizer {

    /** Its name and version. */
    public static final StepId ID = StepId.parse("normalize.typography@1");

    private static final Parameter APOSTROPHES = Parameter.of("apostrophes", Parameter.Type.FLAG);
    private static final Parameter SPACES = Parameter.of("spaces", Parameter.Type.FLAG);
    private static final Parameter HYPHENS = Parameter.of("hyphens", Parameter.Type.FLAG);
    private static final Parameter LIGATURES = Parameter.of("ligatures", Parameter.Type.FLAG);
    private static final Parameter ELLIPSES = Parameter.of("ellipses", Parameter.Type.FLAG);

    /** What a recipe may set. */
    public static final List<Parameter> PARAMETERS = List.of(APOSTROPHES, SPACES, HYPHENS, LIGATURES, ELLIPSES);

    /** The step with these parameters. */
    public static TypographyNormalizer from(Settings settings) {
        return new TypographyNormalizer(new Typography(
                settings.flag(APOSTROPHES.name()),
                settings.flag(SPACES.name()),
                settings.flag(HYPHENS.name()),
                settings.flag(LIGATURES.name()),
                settings.flag(ELLIPSES.name())));
    }

    @Override
    public StepId id() {
        return ID;
    }

    @Override
    public String normalize(String text) {
        return typography.normalize(text);
    }
}
