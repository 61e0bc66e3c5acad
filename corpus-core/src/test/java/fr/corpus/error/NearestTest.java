package fr.corpus.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> KNOWN =
            List.of("use", "min-code-points", "max-code-points", "languages", "license-field");

    @ParameterizedTest
    @CsvSource({
        "min-words,min-code-points",
        "min-code-pionts,min-code-points",
        "langages,languages",
        "licence-field,license-field",
        "usr,use"
    })
    void findsTheWordThatWasMeant(String written, String meant) {
        assertThat(Nearest.to(written, KNOWN)).contains(meant);
    }

    @Test
    void saysNothingWhenAllAreFar() {
        assertThat(Nearest.to("zzz", KNOWN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"abc,abc,0", "abc,acb,1", "abc,ab,1", "abc,axc,1", "'',abc,3", "ca,abc,3"})
    void countsEditsAndSwaps(String a, String b, int edits) {
        assertThat(Nearest.distance(a, b)).isEqualTo(edits);
        assertThat(Nearest.distance(b, a)).isEqualTo(edits);
    }
}
