package fr.corpus.annotate.lemma;

/** Which categories of the lexicon a universal part of speech covers. Stateless. */
final class Categories {

    private Categories() {}

    static boolean isOf(String tag, String upos) {
        char c = tag.isEmpty() ? ' ' : tag.charAt(0);
        return switch (upos) {
            case "NOUN" -> c == 'N';
            case "ADJ" -> c == 'J';
            case "VERB", "AUX" -> c == 'V';
            case "ADV" -> c == 'A';
            case "ADP" -> c == 'P' && !tag.startsWith("P+");
            case "DET" -> c == 'D';
            case "PRON" -> c == 'R';
            case "CCONJ", "SCONJ" -> c == 'C';
            case "PROPN" -> c == 'Z';
            default -> false;
        };
    }
}
