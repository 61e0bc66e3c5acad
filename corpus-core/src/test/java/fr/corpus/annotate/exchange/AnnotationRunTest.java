package fr.corpus.annotate.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.annotate.Layer;
import fr.corpus.annotate.LayerChain;
import fr.corpus.document.Annotations;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnnotationRunTest {

    private static final LayerChain CHAIN =
            LayerChain.of(EnumSet.complementOf(EnumSet.of(Layer.TERMS)), LayerChain.Steps.standard());

    /** Three texts, the second of several pieces, with letters of two units, blank lines and space at both ends. */
    private static List<AnnotatedText> texts() {
        StringBuilder text = new StringBuilder("\n \u00A0");
        for (int i = 0; text.length() < 3 * AnnotationRun.PIECE_UNITS; i++) {
            text.append("Le 3 mars ").append(1800 + i % 100).append(", M. Durand 😀 revint du marché de Lyon ; il");
            text.append(i % 3 == 0 ? " dit\u00A0: « C’est l’été\u202F! »\n\n" : " chantait.\r\n");
        }
        return List.of(
                new AnnotatedText("court", "Il dort.", Annotations.NONE),
                new AnnotatedText("long", text.append("  \n").toString(), Annotations.NONE),
                new AnnotatedText("vide", "", Annotations.NONE));
    }

    private static AnnotationRun.Texts source(List<AnnotatedText> texts) {
        Deque<AnnotatedText> left = new ArrayDeque<>(texts);
        return () -> Optional.ofNullable(left.poll());
    }

    private static List<AnnotatedText> whole(int threads) throws IOException {
        List<AnnotatedText> annotated = new ArrayList<>();
        new AnnotationRun(CHAIN, threads).texts(source(texts()), annotated::add);
        return annotated;
    }

    @ParameterizedTest
    @EnumSource
    void piecesInThreadsMakeTheFileOfWholeTexts(Exchange format) throws IOException {
        StringBuilder expected = new StringBuilder();
        TextWriter writer = format.writer(expected);
        writer.begin();
        whole(1).forEach(writer::write);
        writer.finish();
        StringBuilder inPieces = new StringBuilder();
        TextWriter ends = format.writer(inPieces);
        ends.begin();
        List<Place> places = new ArrayList<>();
        new AnnotationRun(CHAIN, 3)
                .pieces(
                        source(texts()),
                        () -> piece -> {
                            StringBuilder out = new StringBuilder();
                            format.writer(out).write(piece.text(), piece.place());
                            return new Written(piece.place(), out);
                        },
                        written -> {
                            places.add(written.place());
                            inPieces.append(written.text());
                        });
        ends.finish();
        assertThat(inPieces.toString()).isEqualTo(expected.toString());
        assertThat(places).hasSizeBetween(5, 6);
    }

    private record Written(Place place, CharSequence text) {}

    @Test
    void threadsChangeNoLayer() throws IOException {
        assertThat(whole(4)).isEqualTo(whole(1));
    }
}
