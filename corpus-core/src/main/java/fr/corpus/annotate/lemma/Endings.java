package fr.corpus.annotate.lemma;

/** Lemmas of forms that no lexicon has, by their ending: an ending and what replaces it, the first that fits. Stateless. */
final class Endings {

    private static final String[][] NOUN = {
        {"eaux", "eau"},
        {"aux", "al"},
        {"eux", "eu"},
        {"ss", "ss"},
        {"us", "us"},
        {"is", "is"},
        {"as", "as"},
        {"os", "o"},
        {"s", ""}
    };

    private static final String[][] ADJ = {
        {"aux", "al"},
        {"ales", "al"},
        {"ale", "al"},
        {"elles", "el"},
        {"elle", "el"},
        {"ives", "if"},
        {"ive", "if"},
        {"euses", "eux"},
        {"euse", "eux"},
        {"eux", "eux"},
        {"iennes", "ien"},
        {"ienne", "ien"},
        {"onnes", "on"},
        {"onne", "on"},
        {"ées", "é"},
        {"ée", "é"},
        {"és", "é"},
        {"trices", "teur"},
        {"trice", "teur"},
        {"aises", "ais"},
        {"aise", "ais"},
        {"oises", "ois"},
        {"oise", "ois"},
        {"antes", "ant"},
        {"ante", "ant"},
        {"entes", "ent"},
        {"ente", "ent"},
        {"ières", "ier"},
        {"ière", "ier"},
        {"ines", "in"},
        {"ine", "in"},
        {"ies", "i"},
        {"ais", "ais"},
        {"ois", "ois"},
        {"us", "u"},
        {"ues", "u"},
        {"ue", "u"},
        {"is", "i"},
        {"ites", "it"},
        {"ite", "ite"},
        {"s", ""}
    };

    private static final String[][] VERB = {
        {"erions", "er"},
        {"eraient", "er"},
        {"erait", "er"},
        {"erais", "er"},
        {"eront", "er"},
        {"erons", "er"},
        {"erez", "er"},
        {"eras", "er"},
        {"erai", "er"},
        {"era", "er"},
        {"issaient", "ir"},
        {"issait", "ir"},
        {"issant", "ir"},
        {"issent", "ir"},
        {"irent", "ir"},
        {"geaient", "ger"},
        {"geait", "ger"},
        {"geant", "ger"},
        {"çaient", "cer"},
        {"çait", "cer"},
        {"çant", "cer"},
        {"aient", "er"},
        {"ait", "er"},
        {"ais", "er"},
        {"ant", "er"},
        {"èrent", "er"},
        {"ent", "er"},
        {"ions", "er"},
        {"ons", "er"},
        {"ez", "er"},
        {"ées", "er"},
        {"ée", "er"},
        {"és", "er"},
        {"é", "er"},
        {"es", "er"},
        {"er", "er"},
        {"ir", "ir"},
        {"re", "re"},
        {"e", "er"},
        {"a", "er"},
        {"it", "ir"},
        {"is", "ir"}
    };

    private Endings() {}

    static String lemma(String lower, String upos) {
        String[][] rules = switch (upos) {
            case "NOUN" -> NOUN;
            case "ADJ" -> ADJ;
            case "VERB", "AUX" -> VERB;
            default -> new String[0][];
        };
        for (String[] rule : rules) {
            if (lower.endsWith(rule[0]) && lower.length() > rule[0].length() + 1) {
                return lower.substring(0, lower.length() - rule[0].length()) + rule[1];
            }
        }
        return lower;
    }
}
