package fr.corpus.proof;

import java.util.SplittableRandom;

/** Texts of everything on which cutting, folding and canonical form depend, mixed by chance. Confined to one thread. */
final class RandomTexts {

    private static final String[] PIECES = {
        "l’",
        "L'",
        "qu’",
        "jusqu'",
        "quelqu’un",
        "presqu’île",
        "c’est-à-dire",
        "aujourd’hui",
        "va-t’en",
        "a-t-on",
        "dit-il",
        "donne-le-moi",
        "rendez-vous",
        "arc-en-ciel",
        "là-bas",
        "S.A.R.L.",
        "J.-C.",
        "M. ",
        "etc.",
        "art. ",
        "p. ",
        "L. ",
        "XIV",
        "12 500,50",
        "1er",
        "20h30",
        "n° ",
        "nos° ",
        "20 °C",
        "°F",
        "20/11/2026",
        "www.exemple.fr",
        "https://exemple.fr/a(b)c?d=é.",
        "a.b@exemple.fr",
        "fichier.pdf,",
        "conti-\nnuer",
        "conti-\r\n  nuer",
        "co\u00ADop\u00ADé",
        "Œuvre",
        "œuvres",
        "préſenté",
        "ﬁn",
        "XIXᵉ",
        "½",
        "①",
        "٣٤٥",
        "１２３",
        "日本語",
        "カナ",
        "éléments",
        "e\u0301te\u0301",
        "Straße",
        "ﬀ",
        "ǆ",
        "İstanbul",
        "ΣΊΣΥΦΟΣ",
        "привет",
        "שלום",
        "नमस्ते",
        "👩‍👩‍👧",
        "🇫🇷🇧🇪",
        "👍🏽",
        "☎️",
        "…",
        "--",
        "—",
        "«\u00A0",
        "\u00A0»",
        "!!!",
        "_mot_",
        "qu_’a",
        "AT&T",
        "R&D",
        "a&b",
        "C++",
        "\u200B",
        "\u2060",
        "\uFEFF",
        "\u2011",
        "\u2010",
        "ʼ",
        "＇",
        "‘",
        "`",
        "´",
        "\t",
        "\n",
        "\r\n",
        "\u0085",
        "\u2028",
        "\u202F",
        "\u2009",
        "\u00A0",
        "\u0000",
        "\u0007",
        "\u3000",
        "\uFFFD"
    };

    private static final int[] PLANES = {0x80, 0x250, 0x800, 0x2100, 0x3000, 0xD800, 0x10000, 0x12000, 0x20000};

    private final SplittableRandom random;

    RandomTexts(SplittableRandom random) {
        this.random = random;
    }

    /** A text of words, pieces and characters of the Unicode version 13 that Java 17 knows; never half of a surrogate pair. */
    String next() {
        StringBuilder text = new StringBuilder();
        int parts = random.nextInt(1, 120);
        for (int i = 0; i < parts; i++) {
            switch (random.nextInt(4)) {
                case 0 -> text.append(PIECES[random.nextInt(PIECES.length)]);
                case 1 -> text.append(PIECES[random.nextInt(PIECES.length)]).append(' ');
                case 2 -> word(text);
                default -> character(text);
            }
        }
        return text.toString();
    }

    private void word(StringBuilder text) {
        int length = random.nextInt(1, 9);
        for (int i = 0; i < length; i++) {
            text.append("aeiouqtlnsdmucrpéèàçùEAQUMR0123456789-’'._@:/".charAt(random.nextInt(45)));
        }
        text.append(random.nextInt(3) == 0 ? "" : " ");
    }

    private void character(StringBuilder text) {
        int plane = random.nextInt(PLANES.length - 1);
        int c = random.nextInt(PLANES[plane], PLANES[plane + 1]);
        if (Character.isDefined(c) && (c < 0xD800 || c > 0xDFFF)) {
            text.appendCodePoint(c);
        }
    }
}
