package fr.corpus.annotate.conllu;

import fr.corpus.annotate.conllu.ConlluSentence.EmptyNode;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads CoNLL-U strictly: ten columns, ids that count from 1, ranges that hold words, an empty line after each sentence.
 * Confined to one thread.
 *
 * <p>Source: Universal Dependencies, "CoNLL-U Format".
 */
public final class ConlluReader {

    private static final int COLUMNS = 10;

    private final BufferedReader lines;
    private final String name;
    private int number;

    /**
     * Reads from lines.
     *
     * @param name the file's name in messages
     */
    public ConlluReader(BufferedReader lines, String name) {
        this.lines = lines;
        this.name = name;
    }

    /**
     * All sentences of a file in UTF-8.
     *
     * @throws MalformedSourceException if the file is no CoNLL-U, with the line
     * @throws IOException if the file cannot be read
     */
    public static List<ConlluSentence> readAll(Path file) throws IOException {
        List<ConlluSentence> sentences = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            ConlluReader reader = new ConlluReader(lines, file.toString());
            for (ConlluSentence next = reader.next(); next != null; next = reader.next()) {
                sentences.add(next);
            }
        } catch (CharacterCodingException e) {
            throw new MalformedSourceException(UserMessage.of("annotate.conllu-encoding", file.toString()), e);
        }
        return sentences;
    }

    /**
     * The next sentence, or null at the end.
     *
     * @throws MalformedSourceException if a line breaks the format
     * @throws IOException if reading fails
     */
    public @Nullable ConlluSentence next() throws IOException {
        Draft draft = new Draft();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isEmpty()) {
                if (draft.isEmpty()) {
                    throw broken("annotate.conllu-empty-sentence");
                }
                return draft.finish();
            }
            draft.add(line);
        }
        if (!draft.isEmpty()) {
            throw broken("annotate.conllu-unfinished");
        }
        return null;
    }

    private MalformedSourceException broken(String key, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(name, Integer.toString(number)));
        all.addAll(List.of(arguments));
        return new MalformedSourceException(UserMessage.of(key, all.toArray()));
    }

    /** A sentence whose lines are being read. */
    private final class Draft {
        private final List<String> comments = new ArrayList<>();
        private final List<ConlluToken> tokens = new ArrayList<>();
        private final List<EmptyNode> empty = new ArrayList<>();
        private final List<ConlluWord> open = new ArrayList<>();
        private String @Nullable [] range;
        private int rangeEnd;
        private int words;
        private int emptyNumber;

        boolean isEmpty() {
            return comments.isEmpty() && tokens.isEmpty() && range == null;
        }

        void add(String line) {
            if (line.startsWith("#")) {
                if (!tokens.isEmpty() || range != null) {
                    throw broken("annotate.conllu-late-comment");
                }
                comments.add(line);
                return;
            }
            String[] columns = line.split("\t", -1);
            if (columns.length != COLUMNS) {
                throw broken("annotate.conllu-columns", Integer.toString(columns.length));
            }
            for (String column : columns) {
                if (column.isEmpty()) {
                    throw broken("annotate.conllu-empty-column");
                }
            }
            String id = columns[0];
            if (id.indexOf('.') >= 0) {
                addEmptyNode(id, line);
            } else if (id.indexOf('-') > 0) {
                openRange(id, columns);
            } else {
                addWord(id, columns);
            }
        }

        private void addEmptyNode(String id, String line) {
            if (!id.equals(words + "." + (emptyNumber + 1))) {
                throw broken("annotate.conllu-id", id, words + "." + (emptyNumber + 1));
            }
            emptyNumber++;
            empty.add(new EmptyNode(words, line));
        }

        private void openRange(String id, String[] columns) {
            int hyphen = id.indexOf('-');
            int first = integer(id.substring(0, hyphen));
            int last = integer(id.substring(hyphen + 1));
            if (range != null || first != words + 1 || last < first) {
                throw broken("annotate.conllu-id", id, Integer.toString(words + 1));
            }
            range = columns;
            rangeEnd = last;
        }

        private void addWord(String id, String[] columns) {
            if (integer(id) != words + 1) {
                throw broken("annotate.conllu-id", id, Integer.toString(words + 1));
            }
            words++;
            emptyNumber = 0;
            ConlluWord word = new ConlluWord(
                    columns[1],
                    columns[2],
                    columns[3],
                    columns[4],
                    columns[5],
                    columns[6],
                    columns[7],
                    columns[8],
                    columns[9]);
            String[] token = range;
            if (token == null) {
                tokens.add(ConlluToken.of(word));
                return;
            }
            open.add(word);
            if (words == rangeEnd) {
                tokens.add(new ConlluToken(token[1], open, true, token[5], token[9]));
                open.clear();
                range = null;
            }
        }

        /** A number of plain digits, or -1. */
        private int integer(String digits) {
            int value = digits.isEmpty() || digits.length() > 9 ? -1 : 0;
            for (int i = 0; value >= 0 && i < digits.length(); i++) {
                char c = digits.charAt(i);
                value = c >= '0' && c <= '9' ? value * 10 + c - '0' : -1;
            }
            return value;
        }

        ConlluSentence finish() {
            if (range != null) {
                throw broken("annotate.conllu-open-range", Integer.toString(rangeEnd));
            }
            if (tokens.isEmpty()) {
                throw broken("annotate.conllu-empty-sentence");
            }
            return new ConlluSentence(comments, tokens, empty);
        }
    }
}
