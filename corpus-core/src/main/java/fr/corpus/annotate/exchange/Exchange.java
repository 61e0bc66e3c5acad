package fr.corpus.annotate.exchange;

import fr.corpus.annotate.Layer;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The formats in which annotated texts come and go: docs/formats/annotations.md. */
public enum Exchange {
    /** CoNLL-U of Universal Dependencies: everything. */
    CONLLU(decoded(ConlluTexts::read), ConlluTextWriter::new, EnumSet.allOf(Layer.class)),
    /** JSON lines, one sentence a line, spans in code points: everything. */
    JSONL(decoded(JsonTexts::read), JsonTextWriter::new, EnumSet.allOf(Layer.class)),
    /** TEI P5: everything. */
    TEI(TeiTexts::read, TeiTextWriter::new, EnumSet.allOf(Layer.class)),
    /** Token and tag of its entity: tokens and entities, white space is one space. */
    IOB(decoded(TableTexts::readIob), TableTextWriter::iob, EnumSet.of(Layer.SENTENCES, Layer.TOKENS, Layer.ENTITIES)),
    /** Ten columns of HIPE 2022: tokens and entities, runs of white space are one. */
    HIPE(
            decoded(TableTexts::readHipe),
            TableTextWriter::hipe,
            EnumSet.of(Layer.SENTENCES, Layer.TOKENS, Layer.ENTITIES));

    private final Reading reading;
    private final Function<StringBuilder, TextWriter> writing;
    private final Set<Layer> layers;

    private interface Reading {
        List<AnnotatedText> read(byte[] content, String name);
    }

    private interface Decoded {
        List<AnnotatedText> read(String content, String name);
    }

    private static Reading decoded(Decoded reading) {
        return (content, name) -> {
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(content))
                        .toString();
                return reading.read(text.startsWith("\uFEFF") ? text.substring(1) : text, name);
            } catch (CharacterCodingException e) {
                throw new MalformedSourceException(UserMessage.of("annotate.entity-encoding", name), e);
            }
        };
    }

    Exchange(Reading reading, Function<StringBuilder, TextWriter> writing, Set<Layer> layers) {
        this.reading = reading;
        this.writing = writing;
        this.layers = layers;
    }

    /** The name that users write. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All names, in order. */
    public static List<String> labels() {
        return Stream.of(values()).map(Exchange::label).toList();
    }

    /** The layers that the format can say. */
    public Set<Layer> layers() {
        return EnumSet.copyOf(layers);
    }

    /** Whether texts need tokens to be written. */
    public boolean needsTokens() {
        return this == CONLLU || this == IOB || this == HIPE;
    }

    /**
     * The texts of a file.
     *
     * @param name the file's name in messages, and the id of a text that has none
     * @throws MalformedSourceException if it breaks the format, with the line
     */
    public List<AnnotatedText> read(byte[] content, String name) {
        return reading.read(content, name);
    }

    /** A writer that appends to {@code out}; the caller may empty it between texts. */
    public TextWriter writer(StringBuilder out) {
        TextWriter writer = writing.apply(out);
        return new TextWriter() {
            @Override
            public void begin() {
                writer.begin();
            }

            @Override
            public void write(AnnotatedText piece, Place place) {
                refuseHalves(piece, place);
                writer.write(piece, place);
            }

            @Override
            public void finish() {
                writer.finish();
            }
        };
    }

    /** A lone surrogate is no character: no file can hold it. */
    private static void refuseHalves(AnnotatedText text, Place place) {
        String chars = text.text();
        for (int i = 0; i < chars.length(); i++) {
            char c = chars.charAt(i);
            if (Character.isSurrogate(c)) {
                if (i + 1 == chars.length() || !Character.isSurrogatePair(c, chars.charAt(i + 1))) {
                    throw new MalformedSourceException(UserMessage.of(
                            "annotate.lone-surrogate",
                            text.id(),
                            Integer.toString(place.codePoints() + chars.codePointCount(0, i)),
                            String.format(Locale.ROOT, "%04X", (int) c)));
                }
                i++;
            }
        }
    }
}
