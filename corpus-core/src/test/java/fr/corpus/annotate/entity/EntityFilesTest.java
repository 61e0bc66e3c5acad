package fr.corpus.annotate.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.annotate.EntityCheck;
import fr.corpus.annotate.Layer;
import fr.corpus.annotate.LayerChain;
import fr.corpus.annotate.exchange.AnnotatedText;
import fr.corpus.annotate.exchange.Exchange;
import fr.corpus.annotate.exchange.TextWriter;
import fr.corpus.document.Annotations;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.step.Annotator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntityFilesTest {

    private static final String HEADER = "TOKEN\tNE-COARSE-LIT\tMISC\n";

    private static List<String> entities(GoldText text) {
        return text.entities().stream()
                .map(e -> e.type() + " " + text.text().substring(e.start(), e.end()))
                .toList();
    }

    @Test
    void readsBothKindsOfIob() {
        GoldText one = EntityFiles.parse("Jean I-PER\nRoux I-PER\nParis I-LOC\nva O\n\nà O\nLyon I-LOC\n", "x")
                .get(0);
        assertThat(one.text()).isEqualTo("Jean Roux Paris va\n\nà Lyon");
        assertThat(entities(one)).containsExactly("PER Jean Roux", "LOC Paris", "LOC Lyon");
        GoldText two = EntityFiles.parse("Jean B-pers\nRoux B-pers\nHamlet B-work\n", "x")
                .get(0);
        assertThat(entities(two)).containsExactly("PER Jean", "PER Roux");
        assertThat(two.otherTypes()).containsEntry("work", 1);
    }

    @Test
    void readsHipeWithItsSpacesAndDocuments() {
        List<GoldText> texts = EntityFiles.parse(
                HEADER
                        + "# hipe2022:document_id = a\nl\tO\tNoSpaceAfter\n’\tO\tNoSpaceAfter\nIta¬\tB-LOC\tNoSpaceAfter|EndOfLine\n"
                        + "lie\tI-LOC\t_\n\n# hipe2022:document_id = b\nOui\tO\t_\n",
                "x");
        assertThat(texts).extracting(GoldText::name).containsExactly("a", "b");
        assertThat(texts.get(0).text()).isEqualTo("l’Ita¬\nlie");
        assertThat(entities(texts.get(0))).containsExactly("LOC Ita¬\nlie");
    }

    @Test
    void saysWhichLineIsWrong() {
        String[] broken = {"a\n", "a X-PER\n", "a B-\n", "\n\n", "TOKEN\tTAG\n", HEADER + "a\tO\n", HEADER + " \tO\t_\n"
        };
        String[] keys = {
            "entity-cells",
            "entity-tag",
            "entity-tag",
            "entity-nothing",
            "entity-column",
            "entity-columns",
            "entity-no-token"
        };
        for (int i = 0; i < broken.length; i++) {
            String key = "annotate." + keys[i];
            String content = broken[i];
            assertThatThrownBy(() -> EntityFiles.parse(content, "f.bio"))
                    .as(content)
                    .isInstanceOfSatisfying(
                            MalformedSourceException.class,
                            e -> assertThat(e.message().key()).isEqualTo(key));
        }
    }

    @Test
    void readsBackWhatIsWritten() {
        String text =
                "M. Louis Bertrand a quitté Bordeaux pour 50 000 francs.\nIl est à Londres depuis le 3 mars 1914.";
        Annotator.Worker worker = LayerChain.of(EnumSet.allOf(Layer.class), LayerChain.Steps.standard())
                .newWorker();
        StringBuilder hipe = new StringBuilder();
        AnnotatedText annotated = new AnnotatedText("doc", text, worker.annotate(text, Annotations.NONE));
        TextWriter writer = Exchange.HIPE.writer(hipe);
        writer.begin();
        writer.write(annotated);
        GoldText back = EntityFiles.parse(hipe.toString(), "x").get(0);
        assertThat(back.text().replaceAll("\\s+", " ")).isEqualTo(text.replaceAll("\\s+", " "));
        List<String> found = EntityCheck.entities(worker, text).stream()
                .map(e -> e.type() + " " + text.substring(e.start(), e.end()))
                .toList();
        assertThat(found).hasSizeGreaterThan(2);
        assertThat(entities(back)).isEqualTo(found);
        StringBuilder iob = new StringBuilder();
        Exchange.IOB.writer(iob).write(annotated);
        assertThat(entities(EntityFiles.parse(iob.toString(), "x").get(0))).isEqualTo(found);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstToken(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("a.bio"), "\uFEFFParis\tB-LOC\nbrille\tO\n");
        assertThat(entities(EntityFiles.read(file).get(0))).containsExactly("LOC Paris");
    }
}
