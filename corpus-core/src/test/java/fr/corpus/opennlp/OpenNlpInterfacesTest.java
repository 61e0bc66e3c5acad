package fr.corpus.opennlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.internal.opennlp.OpenNlpModels;
import fr.corpus.internal.opennlp.OpenNlpModels.Labeller;
import fr.corpus.internal.opennlp.OpenNlpModels.Loaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import opennlp.tools.lemmatizer.Lemmatizer;
import opennlp.tools.postag.POSTagger;
import opennlp.tools.sentdetect.SentenceDetector;
import opennlp.tools.tokenize.Tokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenNlpInterfacesTest {

    @Test
    void chainAsOpenNlpsOwnDo() {
        SentenceDetector sentences = new FrenchSentenceDetector();
        Tokenizer tokenizer = new FrenchTokenizer();
        POSTagger tagger = new FrenchPosTagger();
        Lemmatizer lemmatizer = new FrenchLemmatizer();
        String[] found = sentences.sentDetect("😀 Il vient du marché. Où va-t-il ?");
        assertThat(found).endsWith("Où va-t-il ?");
        String[] tokens = tokenizer.tokenize("Il vient du marché.");
        String[] tags = tagger.tag(tokens);
        assertThat(tags).containsExactly("PRON", "VERB", "ADP+DET", "NOUN", "PUNCT");
        assertThat(lemmatizer.lemmatize(tokens, tags)).containsExactly("lui", "venir", "de+le", "marché", ".");
        assertThat(tagger.topKSequences(tokens)[0].getOutcomes()).containsExactly(tags);
        assertThat(tagger.tag(new String[0])).isEmpty();
        assertThatThrownBy(() -> lemmatizer.lemmatize(tokens, new String[1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFrenchModelOfOpenNlpTagsTheSameFromManyThreadsEachWithItsOwnTagger() throws Exception {
        Loaded<Labeller> model = OpenNlpModels.pos(OpenNlpModels.frenchPos(), "opennlp:pos-fr");
        String[] none = new String[0];
        String[] tokens = "Le président de la République est arrivé hier au matin .".split(" ");
        String[] expected = model.newWorker().get().label(tokens, none);
        assertThat(expected).startsWith("DET", "NOUN", "ADP");
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<String[]>> answers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                answers.add(pool.submit(() -> model.newWorker().get().label(tokens, none)));
            }
            for (Future<String[]> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void aFileThatIsNoModelIsRefusedWithItsName(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("x.bin"), "no model");
        assertThatThrownBy(() -> OpenNlpModels.pos(Files.readAllBytes(file), file.toString()))
                .isInstanceOf(MalformedSourceException.class)
                .hasMessageContaining("x.bin");
    }

    @Test
    void findsNamesBehindTheInterface() {
        FrenchNameFinder finder = new FrenchNameFinder();
        String[] tokens = "Le 3 mars 1884 , Paul Durand quitta Lyon .".split(" ");
        assertThat(finder.find(tokens))
                .extracting(span -> span.getType() + " "
                        + String.join(" ", java.util.Arrays.copyOfRange(tokens, span.getStart(), span.getEnd())))
                .containsExactly("DATE 3 mars 1884", "PER Paul Durand", "LOC Lyon");
        finder.clearAdaptiveData();
        assertThat(finder.find(new String[0])).isEmpty();
    }
}
