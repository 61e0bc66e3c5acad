package fr.corpus.annotate.entity;

import fr.corpus.annotate.exchange.TaggedRows;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads files of tokens with entity tags, strictly ({@link TaggedRows}): HIPE and IOB. In both, {@code B-}, another type or {@code O} ends
 * an entity, so that IOB1 and IOB2 are both read. Stateless.
 */
public final class EntityFiles {

    private EntityFiles() {}

    /**
     * Reads a file.
     *
     * @throws MalformedSourceException if a line breaks the format, or nothing is in the file
     * @throws IOException if the file cannot be read
     */
    public static List<GoldText> read(Path file) throws IOException {
        String content;
        try {
            content = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedSourceException(UserMessage.of("annotate.entity-encoding", file.toString()), e);
        }
        return parse(content.startsWith("\uFEFF") ? content.substring(1) : content, file.toString());
    }

    /**
     * Reads the content of a file.
     *
     * @param name the file's name in messages
     * @throws MalformedSourceException if a line breaks the format, or nothing is in it
     */
    public static List<GoldText> parse(String content, String name) {
        Gold gold = new Gold(name);
        if (TaggedRows.isHipe(content)) {
            TaggedRows.hipe(content, name, gold);
        } else {
            TaggedRows.iob(content, name, gold);
        }
        gold.close();
        if (gold.texts.isEmpty()) {
            throw new MalformedSourceException(UserMessage.of("annotate.entity-nothing", name));
        }
        return gold.texts;
    }

    /** Puts texts together from rows. */
    private static final class Gold implements TaggedRows.Taker {
        private final List<GoldText> texts = new ArrayList<>();
        private GoldBuilder builder;

        Gold(String name) {
            builder = new GoldBuilder(name);
        }

        @Override
        public void document(String id) {
            close();
            builder = new GoldBuilder(id);
        }

        @Override
        public void token(String form, String tag, String after) {
            builder.token(form, tag.startsWith("B-"), tag.length() > 2 ? tag.substring(2) : "", after);
        }

        @Override
        public void endSentence() {
            builder.paragraph();
        }

        void close() {
            if (!builder.isEmpty()) {
                texts.add(builder.build());
            }
        }
    }
}
