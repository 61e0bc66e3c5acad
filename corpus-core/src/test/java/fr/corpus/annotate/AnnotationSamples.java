package fr.corpus.annotate;

import fr.corpus.document.Annotations;
import fr.corpus.step.Annotator;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The steps of annotation and texts to try them on. */
public final class AnnotationSamples {

    /** A sentence with a date, a person and a place. */
    public static final String DATED = "Le 3 mars 1884, Paul Durand vint de Lyon. ";

    private static final String[] BITS = {
        "a",
        "É",
        "du ",
        " ",
        "\n",
        "\r\n",
        "\n\n",
        ".",
        "…",
        "’",
        "-",
        "😀",
        "ש",
        "1",
        "\u00A0",
        "« ",
        "Paris ",
        "M. ",
        "\u0301",
        "\t",
        "!",
        "世",
        " des",
        "aux ",
        "http://a.fr ",
        "|",
        "\\",
        "=",
        "_",
        "#",
        "<b>",
        "&amp;",
        "\"",
        "\u0001",
        "\u2028",
        "\uFFFE",
        "\u0085",
        "50 000",
        DATED
    };

    private static final String[] BITS_AND_HALVES =
            Stream.concat(Stream.of(BITS), Stream.of("\uD83D", "\uDE00")).toArray(String[]::new);

    private AnnotationSamples() {}

    /** Steps in the order of a recipe. */
    public static List<Annotator> chain(Annotator... steps) {
        List<Annotator> chain = new ArrayList<>();
        for (Annotator step : steps) {
            chain.add(step.after(List.copyOf(chain)));
        }
        return chain;
    }

    /** All steps with the models that the library carries. */
    public static List<Annotator> steps() {
        return chain(
                SentenceAnnotator.standard(),
                new TokenAnnotator(),
                PosAnnotator.standard(),
                LemmaAnnotator.standard(),
                EntityAnnotator.standard());
    }

    /** A worker of each step. */
    public static List<Annotator.Worker> workers(List<Annotator> steps) {
        return steps.stream().map(Annotator::newWorker).toList();
    }

    /** The layers that workers make one after the other. */
    public static Annotations annotate(List<Annotator.Worker> workers, String text) {
        Annotations layers = Annotations.NONE;
        for (Annotator.Worker worker : workers) {
            layers = worker.annotate(text, layers);
        }
        return layers;
    }

    /** Letters, marks, spaces of all kinds, pairs of surrogates, signs of file formats. */
    public static String nonsense(Random random) {
        return nonsense(random, BITS);
    }

    /** The same with halves of pairs. */
    public static String nonsenseWithHalves(Random random) {
        return nonsense(random, BITS_AND_HALVES);
    }

    private static String nonsense(Random random, String[] bits) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(40); n > 0; n--) {
            text.append(bits[random.nextInt(bits.length)]);
        }
        return text.toString();
    }
}
