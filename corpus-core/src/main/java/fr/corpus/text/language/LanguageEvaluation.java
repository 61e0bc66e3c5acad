package fr.corpus.text.language;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares an identifier with another program on the texts that training leaves aside: cuts them into pieces, and makes a
 * table of the answers of both by language and length. Stateless; {@code docs/models/language-accuracy.sh} runs it.
 */
public final class LanguageEvaluation {

    /** Longest pieces, UTF-16 units. */
    private static final List<Integer> LENGTHS = List.of(20, 40, 120, 600);

    /** Pieces of each source and length, spread evenly. */
    private static final int MOST_PIECES = 150;

    private static final String FRENCH = "fra";

    private LanguageEvaluation() {}

    /**
     * Right answers in one cell of the table.
     *
     * @param pieces how many
     * @param right of the identifier
     * @param others of the other program
     * @param french how often the identifier answered French
     * @param othersFrench how often the other program did
     */
    private record Cell(int pieces, int right, int others, int french, int othersFrench) {

        static final Cell NONE = new Cell(0, 0, 0, 0, 0);

        Cell plus(String gold, String own, String other) {
            return new Cell(
                    pieces + 1,
                    right + (own.equals(gold) ? 1 : 0),
                    others + (other.equals(gold) ? 1 : 0),
                    french + (own.equals(FRENCH) ? 1 : 0),
                    othersFrench + (other.equals(FRENCH) ? 1 : 0));
        }

        String accuracy() {
            return shares(right, others);
        }

        String calledFrench() {
            return shares(french, othersFrench);
        }

        private String shares(int first, int second) {
            return pieces == 0
                    ? "–"
                    : String.format(Locale.ROOT, "%.1f / %.1f", 100.0 * first / pieces, 100.0 * second / pieces);
        }
    }

    /**
     * {@code pieces DATA OUT} writes the pieces, a line of use, variety, row of the table of sources, length and text; {@code
     * table MODEL PIECES ANSWERS OUT} writes the table, ANSWERS being one code of ISO 639-1 or 639-3 a line.
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals("pieces")) {
            Path data = Path.of(arguments[1]);
            TrainingTexts texts =
                    new TrainingTexts(Map.of("shared", data.resolve("shared"), "debian", data.resolve("debian")));
            Files.write(Path.of(arguments[2]), lines(texts.gather(TrainingTexts.table())), StandardCharsets.UTF_8);
        } else {
            try (InputStream in = Files.newInputStream(Path.of(arguments[1]))) {
                LanguageIdentifier identifier = LanguageIdentifier.of(LanguageModel.read(in, arguments[1]));
                List<String> pieces = Files.readAllLines(Path.of(arguments[2]), StandardCharsets.UTF_8);
                List<String> answers = Files.readAllLines(Path.of(arguments[3]), StandardCharsets.UTF_8);
                Files.write(Path.of(arguments[4]), table(identifier, pieces, answers), StandardCharsets.UTF_8);
            }
        }
    }

    /** The pieces of all that was not learnt from. */
    private static List<String> lines(List<TrainingTexts.Gathered> all) {
        List<String> lines = new ArrayList<>();
        for (TrainingTexts.Gathered gathered : all) {
            if (!gathered.use().equals("train")) {
                for (int length : LENGTHS) {
                    for (String piece : spread(pieces(gathered.passages(), length))) {
                        lines.add(String.join(
                                "\t",
                                gathered.use(),
                                gathered.variety(),
                                gathered.name(),
                                Integer.toString(length),
                                piece.replace('\t', ' ')));
                    }
                }
            }
        }
        return lines;
    }

    private static List<String> spread(List<String> pieces) {
        if (pieces.size() <= MOST_PIECES) {
            return pieces;
        }
        List<String> out = new ArrayList<>();
        for (int i = 0; i < MOST_PIECES; i++) {
            out.add(pieces.get((int) ((long) i * pieces.size() / MOST_PIECES)));
        }
        return out;
    }

    /**
     * Cuts passages, joined by spaces, into pieces.
     *
     * @param length most UTF-16 units of a piece; a piece ends before a space and has at least half of that
     */
    public static List<String> pieces(List<String> passages, int length) {
        String all = String.join(" ", passages);
        List<String> out = new ArrayList<>();
        int from = 0;
        while (from + length < all.length()) {
            int space = all.lastIndexOf(' ', from + length);
            int end = space > from + length / 2 ? space : from + length;
            out.add(all.substring(from, end));
            from = end == space ? end + 1 : end;
        }
        if (all.length() - from > length / 2) {
            out.add(all.substring(from));
        }
        return out;
    }

    /**
     * The table in Markdown: languages, varieties, and the sources of French one by one; in every cell the hundredths that the
     * identifier and the other program had right.
     *
     * @param pieces lines as {@code pieces} writes them
     * @param answers the other program's codes, one for each
     * @throws IllegalArgumentException if there are not as many answers as pieces
     */
    static List<String> table(LanguageIdentifier identifier, List<String> pieces, List<String> answers) {
        if (pieces.size() != answers.size()) {
            throw new IllegalArgumentException(pieces.size() + " pieces but " + answers.size() + " answers");
        }
        Map<String, Map<Integer, Cell>> rows = new TreeMap<>();
        Map<Integer, Cell> strangers = new TreeMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            String[] piece = pieces.get(i).split("\t", 5);
            int length = Integer.parseInt(piece[3]);
            String gold = LanguageAccuracy.language(piece[1]);
            String own = LanguageAccuracy.language(identifier.identify(piece[4]).language());
            String other = LanguageAccuracy.language(threeLetters(answers.get(i)));
            count(rows, gold, length, gold, own, other);
            if (gold.equals(FRENCH)) {
                count(rows, gold + " " + piece[0] + " " + piece[2], length, gold, own, other);
            } else {
                strangers.put(length, strangers.getOrDefault(length, Cell.NONE).plus(gold, own, other));
                if (!piece[1].equals(gold)) {
                    count(rows, piece[1], length, gold, own, other);
                }
            }
        }
        List<String> lines =
                new ArrayList<>(List.of("| | pieces of 40 | 20 | 40 | 120 | 600 |", "|---|---|---|---|---|---|"));
        rows.forEach((name, cells) -> lines.add(line(name, cells, false)));
        lines.add(line("not French, called French", strangers, true));
        return lines;
    }

    private static void count(
            Map<String, Map<Integer, Cell>> rows, String row, int length, String gold, String own, String other) {
        Map<Integer, Cell> cells = rows.computeIfAbsent(row, name -> new TreeMap<>());
        cells.put(length, cells.getOrDefault(length, Cell.NONE).plus(gold, own, other));
    }

    private static String line(String name, Map<Integer, Cell> cells, boolean french) {
        StringBuilder line = new StringBuilder(
                "| " + name + " | " + cells.getOrDefault(40, Cell.NONE).pieces());
        for (int length : LENGTHS) {
            Cell cell = cells.getOrDefault(length, Cell.NONE);
            line.append(" | ").append(french ? cell.calledFrench() : cell.accuracy());
        }
        return line.append(" |").toString();
    }

    private static String threeLetters(String code) {
        return code.length() == 2 ? Locale.forLanguageTag(code).getISO3Language() : code;
    }
}
