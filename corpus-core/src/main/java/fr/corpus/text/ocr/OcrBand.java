package fr.corpus.text.ocr;

import java.util.Locale;

/** Classes of recognition, by estimated share of wrong characters. */
public enum OcrBand {
    /** Under 0.5 %. */
    CLEAN(0.005),
    /** Under 1.5 %: about 1 %. */
    LIGHT(0.015),
    /** Under 3.5 %: about 2 %. */
    MODERATE(0.035),
    /** Under 7.5 %: about 5 %. */
    HEAVY(0.075),
    /** 7.5 % and more: about 10 % or worse. */
    BAD(1.1),
    /** Too few words to judge. */
    UNKNOWN(Double.NaN);

    private final double below;

    OcrBand(double below) {
        this.below = below;
    }

    /** Its name in outputs. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The band of an estimated share of wrong characters, from 0 to 1. */
    public static OcrBand of(double errorRate) {
        for (OcrBand band : values()) {
            if (errorRate < band.below) {
                return band;
            }
        }
        return UNKNOWN;
    }
}
