package fr.corpus.text.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Measures an identifier on texts of known language: {@code DIR/<variety>/*.txt}, cut into pieces of at most 40, 120 and 600
 * code units at word boundaries. Immutable.
 *
 * @param identifier what is measured
 * @param mostPieces pieces of each file and length, spread evenly
 */
public record LanguageEvaluation(LanguageIdentifier identifier, int mostPieces) {

    private static final int[] LENGTHS = {40, 120, 600};

    /**
     * The outcome for one file and length.
     *
     * @param variety the true variety
     * @param file the file's name
     * @param length longest piece, UTF-16 units
     * @param pieces how many
     * @param right how many were given the right language
     * @param errors wrong answers and how often
     */
    public record Cell(String variety, String file, int length, int pieces, int right, Map<String, Integer> errors) {

        /** Share of right answers, from 0 to 1. */
        public double accuracy() {
            return pieces == 0 ? 0 : (double) right / pieces;
        }
    }

    /** {@code LanguageEvaluation MODEL DIR…}: prints a table. */
    public static void main(String[] arguments) throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(arguments[0]))) {
            LanguageIdentifier identifier = LanguageIdentifier.of(LanguageModel.read(in, arguments[0]));
            for (int i = 1; i < arguments.length; i++) {
                print(new LanguageEvaluation(identifier, 400).measure(Path.of(arguments[i])), System.out);
            }
        }
    }

    /** Measures all files below a directory. */
    public List<Cell> measure(Path directory) throws IOException {
        List<Cell> cells = new ArrayList<>();
        for (Path variety : list(directory)) {
            for (Path file : list(variety)) {
                String name = variety.getFileName().toString();
                List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
                for (int length : LENGTHS) {
                    cells.add(measure(name, file.getFileName().toString(), lines, length));
                }
            }
        }
        return cells;
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    private Cell measure(String variety, String file, List<String> lines, int length) {
        String language = LanguageModel.languageOf(variety);
        Map<String, Integer> errors = new TreeMap<>();
        int right = 0;
        List<String> pieces = spread(pieces(lines, length));
        for (String piece : pieces) {
            String found = identifier.identify(piece).language();
            if (found.equals(language)) {
                right++;
            } else {
                errors.merge(found, 1, Integer::sum);
            }
        }
        return new Cell(variety, file, length, pieces.size(), right, errors);
    }

    private List<String> spread(List<String> pieces) {
        if (pieces.size() <= mostPieces) {
            return pieces;
        }
        List<String> out = new ArrayList<>();
        for (int i = 0; i < mostPieces; i++) {
            out.add(pieces.get((int) ((long) i * pieces.size() / mostPieces)));
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

    private static void print(List<Cell> cells, PrintStream out) {
        for (int i = 0; i < cells.size(); i += LENGTHS.length) {
            StringBuilder line = new StringBuilder();
            line.append(String.format(
                    Locale.ROOT,
                    "%-8s %-8s %5d",
                    cells.get(i).variety(),
                    cells.get(i).file(),
                    cells.get(i).pieces()));
            for (int j = i; j < i + LENGTHS.length; j++) {
                line.append(String.format(Locale.ROOT, " %6.1f", cells.get(j).accuracy() * 100));
            }
            out.println(line.append("  ")
                    .append(cells.get(i).errors())
                    .append(' ')
                    .append(cells.get(i + 1).errors()));
        }
    }
}
