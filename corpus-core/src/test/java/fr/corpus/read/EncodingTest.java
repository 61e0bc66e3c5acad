package fr.corpus.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compares our tables with those of the Java platform. */
class EncodingTest {

    @ParameterizedTest
    @EnumSource(names = {"WINDOWS_1252", "ISO_8859_15", "MACINTOSH", "IBM850"})
    void hasTheTableOfThePlatform(Encoding encoding) {
        String platform = encoding == Encoding.MACINTOSH ? "x-MacRoman" : encoding.label();
        assumeThat(Charset.isSupported(platform))
                .as("this Java platform has %s", platform)
                .isTrue();
        for (int b = 0x80; b < 0x100; b++) {
            String expected = new String(new byte[] {(byte) b}, Charset.forName(platform));
            assertThat(encoding.upper(b)).as("byte %x", b).isEqualTo(expected.charAt(0));
            if (encoding.upper(b) != Encoding.UNDEFINED && encoding.upper(b) >= 0xA0) {
                assertThat(encoding.upperByte(encoding.upper(b))).isEqualTo(b);
            }
        }
    }
}
