package fr.corpus.internal.opennlp;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import opennlp.tools.lemmatizer.LemmatizerME;
import opennlp.tools.lemmatizer.LemmatizerModel;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.Span;
import opennlp.tools.util.model.BaseModel;

/**
 * Models of OpenNLP from bytes. What they give back makes workers: a model is immutable and shared, the classes that work
 * with it are not thread-safe and give wrong answers when shared, so each thread makes its own.
 */
public final class OpenNlpModels {

    private static final String POS_FR = "/opennlp-fr-ud-gsd-pos-1.3-2.5.4.bin";

    private OpenNlpModels() {}

    /**
     * A model that was read. Immutable, thread-safe.
     *
     * @param version the version that the model says of itself
     * @param newWorker makes what works with it, for one thread
     */
    public record Loaded<W>(String version, Supplier<W> newWorker) {}

    /** Cuts or finds: offsets of what was found, in UTF-16 units for text, in tokens for lists. */
    public interface Cutter<T> {

        /** Start, end, start, end and so on, ascending. */
        int[] cut(T input);
    }

    /** Gives each token a tag or lemma. */
    public interface Labeller {

        /**
         * One label for each token.
         *
         * @param tags parts of speech, for lemmas; empty for tags
         */
        String[] label(String[] tokens, String[] tags);
    }

    /**
     * A span of tokens with its type.
     *
     * @param start first token
     * @param end token after the last
     * @param type what the model calls it
     */
    public record Name(int start, int end, String type) {}

    /** Finds names. */
    public interface NameFinder {

        /** The names of a sentence. */
        Name[] find(String[] tokens);

        /** Forgets what earlier sentences have taught: called before each text. */
        void forget();
    }

    /** The bytes of the part-of-speech model for French that the library carries. */
    public static byte[] frenchPos() {
        try (InputStream in = OpenNlpModels.class.getResourceAsStream(POS_FR)) {
            if (in == null) {
                throw new IllegalStateException("opennlp-models-pos-fr is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(POS_FR, e);
        }
    }

    private interface Reading<M> {
        M read(InputStream in) throws IOException;
    }

    /** OpenNLP answers a broken file with whatever exception its reader runs into, null pointers included. */
    private static <M extends BaseModel> M read(byte[] bytes, String name, String kind, Reading<M> reading) {
        try (InputStream in = new ByteArrayInputStream(bytes)) {
            return reading.read(in);
        } catch (IOException | RuntimeException e) {
            throw new MalformedSourceException(
                    UserMessage.of("annotate.opennlp-model", name, UserMessage.of("annotate.opennlp-kind." + kind)), e);
        }
    }

    /** A part-of-speech model; the name is that of messages. */
    public static Loaded<Labeller> pos(byte[] bytes, String name) {
        POSModel model = read(bytes, name, "pos", POSModel::new);
        return new Loaded<>(version(model), () -> {
            POSTaggerME tagger = new POSTaggerME(model);
            return (tokens, none) -> tagger.tag(tokens);
        });
    }

    /** A lemmatizer model. */
    public static Loaded<Labeller> lemmas(byte[] bytes, String name) {
        LemmatizerModel model = read(bytes, name, "lemma", LemmatizerModel::new);
        return new Loaded<>(version(model), () -> new LemmatizerME(model)::lemmatize);
    }

    /** A tokenizer model. */
    public static Loaded<Cutter<String>> tokens(byte[] bytes, String name) {
        TokenizerModel model = read(bytes, name, "tokens", TokenizerModel::new);
        return new Loaded<>(version(model), () -> {
            TokenizerME tokenizer = new TokenizerME(model);
            return text -> flat(tokenizer.tokenizePos(text));
        });
    }

    /** A sentence model. */
    public static Loaded<Cutter<String>> sentences(byte[] bytes, String name) {
        SentenceModel model = read(bytes, name, "sentences", SentenceModel::new);
        return new Loaded<>(version(model), () -> {
            SentenceDetectorME detector = new SentenceDetectorME(model);
            return text -> flat(detector.sentPosDetect(text));
        });
    }

    /** A model of names. */
    public static Loaded<NameFinder> entities(byte[] bytes, String name) {
        TokenNameFinderModel model = read(bytes, name, "entities", TokenNameFinderModel::new);
        return new Loaded<>(version(model), () -> new Finder(new NameFinderME(model)));
    }

    private record Finder(NameFinderME finder) implements NameFinder {
        @Override
        public Name[] find(String[] tokens) {
            Span[] spans = NameFinderME.dropOverlappingSpans(finder.find(tokens));
            Name[] names = new Name[spans.length];
            for (int i = 0; i < names.length; i++) {
                names[i] = new Name(spans[i].getStart(), spans[i].getEnd(), String.valueOf(spans[i].getType()));
            }
            return names;
        }

        @Override
        public void forget() {
            finder.clearAdaptiveData();
        }
    }

    private static int[] flat(Span[] spans) {
        int[] flat = new int[2 * spans.length];
        for (int i = 0; i < spans.length; i++) {
            flat[2 * i] = spans[i].getStart();
            flat[2 * i + 1] = spans[i].getEnd();
        }
        return flat;
    }

    private static String version(BaseModel model) {
        return "opennlp-" + model.getVersion();
    }
}
