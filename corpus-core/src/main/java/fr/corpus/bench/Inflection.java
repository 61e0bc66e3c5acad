package fr.corpus.bench;

/** The few rules of French that the grammar needs: plurals, feminines, elision, contraction. */
final class Inflection {

    private static final String VOWELS = "aàâæeéèêëiîïoôœuùûühyAÀÂÆEÉÈÊËIÎÏOÔŒUÙÛÜHY";

    private Inflection() {}

    /** A noun with its gender and both numbers. Immutable. */
    record Noun(String singular, String plural, boolean feminine, boolean elides) {

        /** Reads {@code m mot}, {@code f mot/mots} or {@code m *hameau}, the star marking an aspirated h. */
        static Noun parse(String line) {
            boolean aspirated = line.charAt(2) == '*';
            String[] forms = line.substring(aspirated ? 3 : 2).split("/", 2);
            String plural = forms.length == 2 ? forms[1] : pluralOf(forms[0]);
            return new Noun(forms[0], plural, line.charAt(0) == 'f', !aspirated && startsWithVowel(forms[0]));
        }

        String form(boolean many) {
            return many ? plural : singular;
        }
    }

    /** An adjective with its four forms. Immutable. */
    record Adjective(String[] forms) {

        /** Reads the four forms (masculine, feminine, their plurals), or the masculine of a regular one. */
        static Adjective parse(String line) {
            String[] forms = line.split(" ");
            if (forms.length == 4) {
                return new Adjective(forms);
            }
            String feminine = line.endsWith("e") ? line : line + "e";
            return new Adjective(new String[] {line, feminine, pluralOf(line), feminine + "s"});
        }

        String form(boolean feminine, boolean many) {
            return forms[(feminine ? 1 : 0) + (many ? 2 : 0)];
        }
    }

    static boolean startsWithVowel(String word) {
        return !word.isEmpty() && VOWELS.indexOf(word.charAt(0)) >= 0;
    }

    private static String pluralOf(String word) {
        char last = word.charAt(word.length() - 1);
        if (last == 's' || last == 'x' || last == 'z') {
            return word;
        }
        return word + (word.endsWith("eau") || word.endsWith("eu") ? "x" : "s");
    }

    /** The determiner with its space, or elided without. */
    static String determiner(String kind, boolean feminine, boolean many, boolean elides) {
        return switch (kind) {
            case "le" -> many ? "les " : elides ? "l’" : feminine ? "la " : "le ";
            case "un", "des" -> many ? "des " : feminine ? "une " : "un ";
            case "du" -> many ? "des " : elides ? "de l’" : feminine ? "de la " : "du ";
            case "au" -> many ? "aux " : elides ? "à l’" : feminine ? "à la " : "au ";
            case "ce" -> many ? "ces " : feminine ? "cette " : elides ? "cet " : "ce ";
            case "son" -> many ? "ses " : feminine && !elides ? "sa " : "son ";
            case "de" -> elides ? "d’" : "de ";
            case "" -> "";
            default -> throw new IllegalArgumentException("no determiner \"" + kind + "\"");
        };
    }
}
