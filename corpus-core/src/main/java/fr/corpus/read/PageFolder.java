package fr.corpus.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a folder whose pages are one document. */
final class PageFolder {

    private PageFolder() {}

    /**
     * The files directly in a folder whose name has {@code .xml} and that are not hidden, in the order of their names, numbers
     * counting as numbers: {@code f2.xml} comes before {@code f10.xml}.
     */
    static List<Path> pages(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(PageFolder::isPage)
                    .sorted((a, b) -> compare(name(a), name(b)))
                    .toList();
        }
    }

    private static boolean isPage(Path path) {
        String name = name(path);
        return !name.startsWith(".") && name.contains(".xml") && Files.isRegularFile(path);
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    /** Compares names, runs of digits by their value; names that differ in leading zeros only by their text. */
    static int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int digitsA = digits(a, i);
            int digitsB = digits(b, j);
            int order;
            if (digitsA > i && digitsB > j) {
                order = compareNumbers(a.substring(i, digitsA), b.substring(j, digitsB));
                i = digitsA;
                j = digitsB;
            } else {
                order = Character.compare(a.charAt(i++), b.charAt(j++));
            }
            if (order != 0) {
                return order;
            }
        }
        int rest = Integer.compare(a.length() - i, b.length() - j);
        return rest != 0 ? rest : a.compareTo(b);
    }

    private static int digits(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    private static int compareNumbers(String a, String b) {
        String plainA = a.replaceFirst("^0+(?=.)", "");
        String plainB = b.replaceFirst("^0+(?=.)", "");
        int byLength = Integer.compare(plainA.length(), plainB.length());
        return byLength != 0 ? byLength : plainA.compareTo(plainB);
    }
}
