package fr.corpus.cli.command.annotate;

import fr.corpus.cli.command.console.Console;
import fr.corpus.text.ocr.OcrAccuracy;
import fr.corpus.text.ocr.OcrBand;
import fr.corpus.text.ocr.OcrQuality;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Prints how right the quality of recognition is estimated on clean texts that are damaged by a known share. */
record OcrScores(Console console, boolean json) {

    /** The layer's name. */
    static final String LAYER = "ocr";

    void score(List<Path> clean) throws IOException {
        OcrQuality quality = OcrQuality.load();
        List<Object> files = new ArrayList<>();
        for (Path file : clean) {
            String text = ReadTexts.of(file, console);
            List<OcrAccuracy> rates = OcrAccuracy.of(quality, text, OcrAccuracy.RATES, OcrAccuracy.SEED);
            if (json) {
                Map<String, Object> object = new TreeMap<>();
                object.put("gold", file.toString());
                object.put("rates", rates.stream().map(OcrScores::json).toList());
                files.add(object);
            } else {
                print(file, rates);
            }
        }
        if (json) {
            console.json(new TreeMap<>(Map.of(
                    "files",
                    files,
                    "method",
                    OcrQuality.METHOD,
                    "model",
                    quality.model().digest().hex(),
                    "seed",
                    OcrAccuracy.SEED)));
        }
    }

    private void print(Path file, List<OcrAccuracy> rates) {
        console.out().println(file);
        console.print("cli.accuracy-ocr-head");
        for (OcrAccuracy rate : rates) {
            console.out()
                    .println(String.format(
                                    Locale.ROOT,
                                    "  %5.1f %%  %5.1f %%  %-9s %6.1f %% %6.1f %%  %d",
                                    100 * rate.rate(),
                                    100 * rate.estimate(),
                                    OcrBand.of(rate.estimate()).label(),
                                    share(rate.right(), rate.windows()),
                                    share(rate.near(), rate.windows()),
                                    rate.windows())
                            .stripTrailing());
        }
    }

    private static double share(int part, int all) {
        return all == 0 ? 0 : 100.0 * part / all;
    }

    private static Map<String, Object> json(OcrAccuracy rate) {
        return new TreeMap<>(Map.of(
                "rate",
                rate.rate(),
                "estimate",
                rate.estimate(),
                "band",
                OcrBand.of(rate.estimate()).label(),
                "expectedBand",
                OcrBand.of(rate.rate()).label(),
                "windows",
                rate.windows(),
                "right",
                rate.right(),
                "near",
                rate.near()));
    }
}
