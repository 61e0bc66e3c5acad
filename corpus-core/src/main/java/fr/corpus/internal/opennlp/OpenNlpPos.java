package fr.corpus.internal.opennlp;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;

/**
 * A part-of-speech model of OpenNLP. Immutable and thread-safe; its taggers are not, so each thread makes its own: a shared
 * {@code POSTaggerME} gives wrong tags.
 */
public final class OpenNlpPos {

    /** The name of the French model on the class path. */
    public static final String FRENCH = "opennlp:pos-fr";

    private static final String RESOURCE = "/opennlp-fr-ud-gsd-pos-1.3-2.5.4.bin";

    private final POSModel model;

    private OpenNlpPos(POSModel model) {
        this.model = model;
    }

    /** Tags sentences. Confined to one thread. */
    public interface Tagger {

        /** A tag for each token. */
        String[] tag(String[] tokens);
    }

    /**
     * A model by name, {@value #FRENCH}, or from a file.
     *
     * @throws MalformedSourceException if there is no such model, or the file is none
     */
    public static OpenNlpPos open(String name) {
        try (InputStream in = name.equals(FRENCH)
                ? OpenNlpPos.class.getResourceAsStream(RESOURCE)
                : Files.newInputStream(Path.of(name))) {
            if (in == null) {
                throw new IllegalStateException("opennlp-models-pos-fr is not on the class path");
            }
            return new OpenNlpPos(read(in, name));
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException(e);
        } catch (IOException e) {
            throw new MalformedSourceException(UserMessage.of("annotate.opennlp-model", name), e);
        }
    }

    /** OpenNLP answers a broken file with whatever exception its reader runs into, null pointers included. */
    private static POSModel read(InputStream in, String name) throws IOException {
        try {
            return new POSModel(in);
        } catch (RuntimeException e) {
            throw new MalformedSourceException(UserMessage.of("annotate.opennlp-model", name), e);
        }
    }

    /** A tagger of one thread. */
    public Tagger newTagger() {
        POSTaggerME tagger = new POSTaggerME(model);
        return tagger::tag;
    }
}
