package fr.corpus.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.document.Annotations;
import fr.corpus.document.Mention;
import fr.corpus.document.TextOffsets;
import fr.corpus.document.Token;
import fr.corpus.step.Annotator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The steps of recipes, one after the other, against the annotator that does all at once. */
class LayerStepsTest {

    private static final String TEXT = """
            Le 3 mars 1884, Mme Lebrun revint du marché de Quimper. « C’est l’été 😀 », dit-elle
            aux enfants ; elle leur parla des bateaux.

            Paul Durand dirige la Société des Amis du Livre, à Lyon.
            """;

    private static final List<String> ODD = List.of(
            "",
            " \n\n ",
            "😀😀😀 😀",
            "مرحبا بالعالم. שלום עולם!",
            "Привет, monde ! 你好，世界。Ça va？",
            "\uD83D seul, et \uDE00 aussi.",
            "x",
            "\u200F(c’est) du \u202Epain\u202C",
            "a".repeat(70_000),
            "du des aux Du DES",
            "un\u00A0deux\u2028trois\u0085quatre\u0000cinq");

    private static Annotations run(List<Annotator> steps, String text) {
        return AnnotationSamples.annotate(AnnotationSamples.workers(steps), text);
    }

    private static Annotations atOnce(String text) {
        return LayerChain.of(EnumSet.complementOf(EnumSet.of(Layer.TERMS)), LayerChain.Steps.standard())
                .newWorker()
                .annotate(text, Annotations.NONE);
    }

    @Test
    void sayTheSameAsTheChainThatCutsTokensWhereItTagsThem() {
        List<String> texts = new ArrayList<>(ODD);
        texts.add(TEXT);
        for (String text : texts) {
            assertThat(run(AnnotationSamples.steps(), text)).isEqualTo(atOnce(text));
        }
        assertThat(run(AnnotationSamples.steps(), TEXT).entities().orElseThrow())
                .extracting(Mention::label)
                .contains("DATE", "PER", "LOC");
    }

    @Test
    void standOnCodePointsAndHoldEveryCharacterThatIsNotWhiteSpace() {
        List<String> texts = new ArrayList<>(ODD);
        long seed = 20261124;
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            texts.add(AnnotationSamples.nonsenseWithHalves(random));
        }
        for (String text : texts) {
            Annotations layers = run(AnnotationSamples.steps(), text);
            TextOffsets offsets = new TextOffsets(text);
            boolean[] held = new boolean[text.length()];
            for (Token token : layers.tokens().orElseThrow()) {
                int from = offsets.unitsOf(token.start());
                int to = offsets.unitsOf(token.end());
                String form = text.substring(from, to);
                assertThat(form.strip()).as("seed %d", seed).isNotEmpty();
                if (token.words().size() == 1) {
                    assertThat(token.words().get(0).form()).isEqualTo(form);
                }
                for (int i = from; i < to; i++) {
                    held[i] = true;
                }
            }
            for (int i = 0; i < held.length; i++) {
                assertThat(held[i] || Marks.isSpace(text.charAt(i)) || Character.isSpaceChar(text.charAt(i)))
                        .as("seed %d, character %d of <%s>", seed, i, text)
                        .isTrue();
            }
        }
    }

    @Test
    void doNotDependOnWhatWasAnnotatedBefore() {
        List<Annotator.Worker> used = AnnotationSamples.workers(AnnotationSamples.steps());
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            String text = i % 2 == 0 ? AnnotationSamples.nonsenseWithHalves(random) : TEXT;
            Annotations layers = AnnotationSamples.annotate(used, text);
            if (i % 20 < 2) {
                assertThat(layers).isEqualTo(run(AnnotationSamples.steps(), text));
            }
        }
    }

    @Test
    void makeTheLayersBelowThemWhenNoStepDid() {
        Annotations whole = run(AnnotationSamples.steps(), TEXT);
        assertThat(run(AnnotationSamples.chain(new TokenAnnotator()), TEXT).sentences())
                .isEqualTo(whole.sentences());
        assertThat(run(AnnotationSamples.chain(PosAnnotator.standard(), LemmaAnnotator.standard()), TEXT)
                        .tokens())
                .isEqualTo(whole.tokens());
        assertThat(run(AnnotationSamples.chain(LemmaAnnotator.standard()), TEXT).tokens())
                .isEqualTo(whole.tokens());
        Annotations alone = run(AnnotationSamples.chain(EntityAnnotator.standard()), TEXT);
        assertThat(alone.entities()).isEqualTo(whole.entities());
        assertThat(alone.tokens()).isEmpty();
    }

    @Test
    void serveManyThreadsEachWithAWorkerOfItsOwn() throws Exception {
        List<Annotator> steps = AnnotationSamples.steps();
        Annotations expected = run(steps, TEXT);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<Annotations>> answers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                answers.add(pool.submit(() -> run(steps, TEXT)));
            }
            for (Future<Annotations> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        } finally {
            pool.shutdown();
        }
    }
}
