package fr.corpus.text.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LanguageSegmentsTest {

    private static final String FRENCH =
            "La marée remontait doucement dans le port et les barques se redressaient une à une.\n";
    private static final String ENGLISH = "The tide was coming back into the harbour and the boats were rising.\n";
    private static final String CATALAN = "El port és ple de barques i els pescadors esperen que la boira s'aixequi.\n"
            + "Després de dinar, tothom va tornar a casa sense dir ni una paraula.\n";
    private static final String RUSSIAN = "Москва — столица России, крупнейший город страны.\n";

    private final LanguageIdentifier identifier = LanguageIdentifier.load();

    private List<String> languages(String text) {
        return identifier.identifySegments(text).stream()
                .map(LanguageSegment::language)
                .toList();
    }

    @Test
    void findsTheLanguagesOfAMixedTextAtTheirLines() {
        String text = FRENCH + ENGLISH + FRENCH + CATALAN + FRENCH + RUSSIAN;
        assertThat(languages(text)).containsExactly("fra", "eng", "fra", "cat", "fra", "rus");
        assertThat(identifier.identifySegments(text).get(1).start()).isEqualTo(FRENCH.length());
    }

    @Test
    void aForeignNameIsNoOtherLanguage() {
        assertThat(languages(
                        "Il lut le New York Times, puis il écrivit à John Smith, Baker Street, à Londres.\n" + FRENCH))
                .containsExactly("fra");
    }

    @Test
    void aScriptThatTheModelDoesNotKnowIsUnknown() {
        String runes = "ᚠᛇᚻ᛫ᛒᛦᚦ᛫ᚠᚱᚩᚠᚢᚱ᛫ᚠᛁᚱᚪ᛫ᚷᛖᚻᚹᛦᛚᚳᚢᛗ ᛋᚳᛖᚪᛚ᛫ᚦᛖᚪᚻ᛫ᛗᚪᚾᚾᚪ᛫ᚷᛖᚻᚹᛦᛚᚳ\n";
        assertThat(languages(FRENCH + runes + FRENCH)).containsExactly("fra", "und", "fra");
    }

    @Test
    void numbersAndSignsGoWithTheirNeighboursAndAloneAreUnknown() {
        assertThat(languages(FRENCH + "12 345,67 — 89\n😀😀😀\n\n" + FRENCH)).containsExactly("fra");
        assertThat(languages("12 345,67 — 89\n😀😀😀")).containsExactly("und");
        assertThat(identifier.identifySegments("")).isEmpty();
    }

    @Test
    void segmentsFollowOneAnotherOverTheWholeTextOnCodePointBoundaries() {
        long seed = 20261124;
        Random random = new Random(seed);
        String[] parts = {
            FRENCH, ENGLISH, CATALAN, RUSSIAN, "😀", "\n\n", " ", "𝒳𝒴𝒵 ", "a\n", "אבג דהו זחט\n", "\uD83D", "12 "
        };
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(parts[random.nextInt(parts.length)].repeat(random.nextInt(20) == 0 ? 300 : 1));
            }
            int at = 0;
            String before = "";
            for (LanguageSegment segment : identifier.identifySegments(text)) {
                assertThat(segment.start()).as("seed %d round %d", seed, round).isEqualTo(at);
                assertThat(segment.end()).isGreaterThan(at);
                assertThat(segment.language()).isNotEqualTo(before);
                at = segment.end();
                before = segment.language();
                assertThat(at < text.length()
                                && Character.isLowSurrogate(text.charAt(at))
                                && Character.isHighSurrogate(text.charAt(at - 1)))
                        .as("seed %d round %d at %d", seed, round, at)
                        .isFalse();
            }
            assertThat(at).isEqualTo(text.length());
        }
    }

    @Test
    void sharesAddUpToOne() {
        assertThat(LanguageSegment.shares(identifier.identifySegments(FRENCH + ENGLISH)).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isBetween(0.999999, 1.000001);
    }
}
