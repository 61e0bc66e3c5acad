package fr.corpus.iscc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsccUnitTest {

    private static final String PHARE = "Le phare du bout du monde éclaire la côte chaque nuit ; les marins l’aiment. ";

    @Test
    void readsWhatItWritesInEveryLengthAndSpelling() {
        TextCode code = TextCode.of(PHARE);
        for (int bits = 32; bits <= 256; bits += 32) {
            IsccUnit unit = code.unit(bits);
            assertThat(unit.bits()).isEqualTo(bits);
            assertThat(IsccUnit.parse(unit.toString())).isEqualTo(unit);
            assertThat(IsccUnit.parse(unit.toString().toLowerCase(Locale.ROOT))).isEqualTo(unit);
            assertThat(IsccUnit.parse(unit.toString().substring(5))).isEqualTo(unit);
        }
    }

    @Test
    void beginsALongCodeWithTheShortOne() {
        TextCode code = TextCode.of(PHARE);
        assertThat(code.unit(256).body()).startsWith(code.unit(64).body());
        assertThat(code.unit(64).distance(code.unit(256))).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ISCC:",
                "ISCC",
                "A",
                "AA",
                "ISCC:EAASL4F2WZY7KBX",
                "ISCC:EAASL4F2WZY7KBXBA",
                "ISCC:EAASL4F2WZY7KBX1",
                "ISCC:EAASL4F2WZY7KBXé",
                "ISCC:7777777777777777",
                "ISCC:EAISL4F2WZY7KBXB",
                "ISCC:QAASL4F2WZY7KBXB"
            })
    void refusesWhatIsNotACode(String text) {
        assertThatThrownBy(() -> IsccUnit.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsBackEveryCodeOrRefusesIt() {
        long seed = 20260105;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(1, 40)];
            random.nextBytes(bytes);
            bytes[0] = (byte) (random.nextInt(8) << 4 | random.nextInt(3));
            String text = "ISCC:" + Base32.encode(bytes);
            try {
                assertThat(IsccUnit.parse(text).toString())
                        .as("seed %d, %d", seed, i)
                        .isEqualTo(text);
            } catch (IllegalArgumentException e) {
                assertThat(e).as("seed %d, %d", seed, i).hasMessageMatching("(?s).*(header|ISCC|bits|units).*");
            }
        }
    }

    @Test
    void measuresHowNearTwoTextsAre() {
        IsccUnit code = TextCode.of(PHARE.repeat(20)).unit(256);
        IsccUnit near = TextCode.of(PHARE.repeat(20).replace("éclaire", "eclaire") + "Fin.")
                .unit(256);
        IsccUnit far = TextCode.of("Un tout autre récit, sans phare et sans marins, se passe en ville.".repeat(20))
                .unit(256);
        assertThat(code.similarity(near)).isGreaterThan(0.9);
        assertThat(code.similarity(far)).isBetween(0.35, 0.65);
        assertThat(code.similarity(code)).isEqualTo(1.0);
    }

    @Test
    void doesNotCompareATextWithAFile() {
        IsccUnit text = TextCode.of(PHARE).unit(64);
        IsccUnit data = new DataHasher().finish(64);
        assertThatThrownBy(() -> text.distance(data)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void joinsUnitsOnlyWithDataAndInstance() {
        IsccUnit text = TextCode.of(PHARE).unit(256);
        IsccUnit data = new DataHasher().finish(128);
        IsccUnit instance = InstanceHasher.unit(new InstanceHasher().digest(), 128);
        IsccUnit code = IsccCode.of(List.of(instance, text, data));
        assertThat(code.bits()).isEqualTo(192);
        assertThat(IsccUnit.parse(code.toString())).isEqualTo(code);
        assertThat(IsccCode.wide(data, instance).bits()).isEqualTo(256);
        assertThat(IsccUnit.parse(IsccCode.wide(data, instance).toString())).isEqualTo(IsccCode.wide(data, instance));
        for (List<IsccUnit> wrong : List.of(
                List.<IsccUnit>of(),
                List.of(data),
                List.of(text, instance),
                List.of(data, instance, data),
                List.of(new DataHasher().finish(32), instance),
                List.of(data, instance, code))) {
            assertThatThrownBy(() -> IsccCode.of(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 33, 288})
    void hasNoOtherLengths(int bits) {
        assertThatThrownBy(() -> TextCode.of(PHARE).unit(bits)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void collapsesATextTheSameWayCharacterByCharacterAndAsAWhole() {
        long seed = 20260106;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(30); n > 0; n--) {
                text.appendCodePoint(random.nextInt(4) == 0 ? random.nextInt(0x20000) : random.nextInt(0x20, 0x600));
            }
            StringBuilder collapsed = new StringBuilder();
            TextCollapse.collapse(text.toString(), collapsed::appendCodePoint);
            assertThat(collapsed.toString())
                    .as("seed %d, %d", seed, i)
                    .isEqualTo(TextCollapse.collapseWhole(text.toString()));
        }
    }

    @Test
    void namesNeedSomethingThatIsLeft() {
        assertThatThrownBy(() -> MetaCode.of(" \u200b\n", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MetaCode.of("nom", "", new byte[128_001]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
