package fr.corpus.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.step.Normalizer.Rewritten;
import org.junit.jupiter.api.Test;

class PageNormalizerTest {

    @Test
    void saysHowMuchItTookOut() {
        Rewritten rewritten =
                new PageNormalizer(3, 3).rewrite("HISTOIRE 1\nun\fHISTOIRE 2\ndeux\fHISTOIRE 3\ntrois\n7\f4");
        assertThat(rewritten).isEqualTo(new Rewritten("un\ndeux\ntrois\n7\n4", ";running-heads=3"));
        assertThat(new PageNormalizer(3, 3).rewrite("un texte")).isEqualTo(Rewritten.of("un texte"));
        assertThat(new HyphenationNormalizer().rewrite("mai-\nson, peut-\nêtre"))
                .isEqualTo(new Rewritten("maison,\npeut-être", ";joined-words=1;kept-hyphens=1"));
    }

    @Test
    void refusesParametersThatMeanNothing() {
        assertThatThrownBy(() -> new PageNormalizer(1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PageNormalizer(3, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
