package fr.corpus.annotate.exchange;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the official validator of Universal Dependencies asks of a file at level 2, written anew from its published list of errors
 * ("Validation rules", levels 1 and 2), so that it judges our files without Python.
 */
final class ConlluLevel2 {

    private static final Set<String> UPOS = Set.of(
            "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
            "SCONJ", "SYM", "VERB", "X");
    private static final Pattern WORD = Pattern.compile("[1-9][0-9]*");
    private static final Pattern RANGE = Pattern.compile("([1-9][0-9]*)-([1-9][0-9]*)");
    private static final Pattern FEATURE =
            Pattern.compile("[A-Z][A-Za-z0-9]*(\\[[a-z0-9]+\\])?=[A-Z0-9][A-Za-z0-9]*(,[A-Z0-9][A-Za-z0-9]*)*");
    private static final Pattern RELATION = Pattern.compile("[a-z]+(:[a-z]+)?");

    private final List<String> errors = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    /** The errors of a file, each with its line. */
    static List<String> errors(String file) {
        ConlluLevel2 check = new ConlluLevel2();
        if (!file.isEmpty() && !file.endsWith("\n\n")) {
            check.errors.add("the last sentence is not closed");
        }
        int line = 1;
        for (String sentence : file.split("\n\n")) {
            if (!sentence.isEmpty()) {
                check.sentence(sentence.split("\n", -1), line);
            }
            line += sentence.split("\n", -1).length + 1;
        }
        return check.errors;
    }

    private void fail(int line, String what) {
        errors.add(line + ": " + what);
    }

    private void sentence(String[] lines, int first) {
        String text = null;
        String id = null;
        StringBuilder built = new StringBuilder();
        List<Integer> heads = new ArrayList<>();
        int words = 0;
        int rangeEnd = 0;
        boolean spaceAfterLast = false;
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            int number = first + i;
            if (!Normalizer.isNormalized(line, Normalizer.Form.NFC)) {
                fail(number, "not in NFC");
            }
            if (line.startsWith("#")) {
                text = line.startsWith("# text = ") ? line.substring(9) : text;
                id = line.startsWith("# sent_id = ") ? line.substring(12) : id;
                continue;
            }
            String[] c = line.split("\t", -1);
            if (c.length != 10) {
                fail(number, c.length + " columns");
                return;
            }
            columns(c, number);
            var range = RANGE.matcher(c[0]);
            if (range.matches()) {
                int from = Integer.parseInt(range.group(1));
                rangeEnd = Integer.parseInt(range.group(2));
                if (from != words + 1 || rangeEnd <= from) {
                    fail(number, "range " + c[0]);
                }
                for (int column = 2; column < 9; column++) {
                    if (!c[column].equals("_") && !(column == 5 && c[column].equals("Typo=Yes"))) {
                        fail(number, "a range has " + c[column]);
                    }
                }
                spaceAfterLast = token(built, c);
                continue;
            }
            if (!WORD.matcher(c[0]).matches() || Integer.parseInt(c[0]) != words + 1) {
                fail(number, "id " + c[0]);
                return;
            }
            words++;
            if (words > rangeEnd) {
                spaceAfterLast = token(built, c);
            } else if (c[9].contains("SpaceAfter=")) {
                fail(number, "SpaceAfter inside a range");
            }
            word(c, number, heads);
        }
        tree(heads, first);
        if (id == null || !ids.add(id) || id.matches(".*[\\s/].*")) {
            fail(first, "sent_id " + id);
        }
        String whole = spaceAfterLast ? built.substring(0, built.length() - 1) : built.toString();
        if (!whole.equals(text)) {
            fail(first, "text <" + text + "> is <" + whole + ">");
        }
    }

    private static boolean token(StringBuilder built, String[] columns) {
        boolean space = !List.of(columns[9].split("\\|")).contains("SpaceAfter=No");
        built.append(columns[1]).append(space ? " " : "");
        return space;
    }

    private void columns(String[] c, int number) {
        for (int i = 0; i < c.length; i++) {
            if (c[i].isEmpty() || !c[i].equals(c[i].strip()) || c[i].contains("  ")) {
                fail(number, "column " + i + " <" + c[i] + ">");
            }
            if (i != 1 && i != 2 && i != 9 && c[i].matches(".*\\s.*")) {
                fail(number, "white space in column " + i);
            }
        }
    }

    private void word(String[] c, int number, List<Integer> heads) {
        if (!UPOS.contains(c[3])) {
            fail(number, "UPOS " + c[3]);
        }
        Map<String, String> seen = new HashMap<>();
        String before = "";
        for (String feature : c[5].equals("_") ? new String[0] : c[5].split("\\|", -1)) {
            if (!FEATURE.matcher(feature).matches()) {
                fail(number, "feature " + feature);
                continue;
            }
            String name = feature.substring(0, feature.indexOf('='));
            if (seen.put(name, feature) != null || name.compareToIgnoreCase(before) < 0) {
                fail(number, "features " + c[5]);
            }
            before = name;
        }
        if (!c[6].equals("0") && !WORD.matcher(c[6]).matches()) {
            fail(number, "HEAD " + c[6]);
            return;
        }
        heads.add(Integer.parseInt(c[6]));
        if (!RELATION.matcher(c[7]).matches() || c[6].equals("0") != c[7].equals("root")) {
            fail(number, "DEPREL " + c[7]);
        }
        if (!c[8].equals("_")) {
            fail(number, "DEPS " + c[8]);
        }
    }

    private void tree(List<Integer> heads, int line) {
        if (heads.stream().filter(head -> head == 0).count() != 1) {
            fail(line, "not one root");
        }
        for (int i = 0; i < heads.size(); i++) {
            int at = i + 1;
            for (int steps = 0; at != 0; steps++) {
                if (at > heads.size() || steps > heads.size()) {
                    fail(line, "no tree");
                    return;
                }
                at = heads.get(at - 1);
            }
        }
    }
}
