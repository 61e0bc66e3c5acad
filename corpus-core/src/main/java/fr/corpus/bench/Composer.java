package fr.corpus.bench;

import java.util.ArrayList;
import java.util.List;

/** Composes documents of one genre after another, of log-normal length. Immutable; thread-safe. */
final class Composer {

    static final double MEDIAN_CHARS = 2000;
    static final double SIGMA = 0.8;

    private static final int MIN_CHARS = 260;
    private static final int MAX_CHARS = 24_000;
    private static final double CAUSE = 0.15;
    private static final String[] GENRES = {
        "récit", "presse", "loi", "technique", "savoir", "lettre", "séance", "récit", "presse", "savoir", "recette"
    };

    private final Grammar grammar;

    Composer(Grammar grammar) {
        this.grammar = grammar;
    }

    /** A document as it comes from the grammar: straight spaces, typographic apostrophes. */
    String compose(SeededRandom random) {
        double length = MEDIAN_CHARS * StrictMath.exp(SIGMA * random.gaussian());
        int chars = (int) Math.max(MIN_CHARS, Math.min(MAX_CHARS, length));
        StringBuilder text = new StringBuilder(chars + 256);
        int genre = random.below(GENRES.length);
        title(text, random);
        while (text.length() < chars) {
            section(text, GENRES[genre], chars, random);
            genre = (genre + 1 + random.below(GENRES.length - 1)) % GENRES.length;
        }
        return text.toString().stripTrailing();
    }

    private void title(StringBuilder text, SeededRandom random) {
        sentence(text, random, random.chance(0.5) ? "titre" : "endroit");
        text.append("\n\n");
    }

    /** Writes sentences of a genre, each at most once, until the document is long enough. */
    private void section(StringBuilder text, String genre, int chars, SeededRandom random) {
        List<Template> deck = new ArrayList<>(grammar.list(genre));
        int inParagraph = 0;
        boolean lines = genre.equals("séance") || genre.equals("loi");
        while (!deck.isEmpty() && text.length() < chars) {
            if (genre.equals("loi") && inParagraph == 0) {
                text.append("Article ").append(random.between(1, 400)).append("\n\n");
            }
            draw(text, deck, random);
            inParagraph++;
            if (genre.equals("loi") && random.chance(0.12)) {
                numbered(text, deck, random);
                inParagraph = 9;
            }
            if (genre.equals("récit") && random.chance(0.06)) {
                dialogue(text, random);
                inParagraph = 9;
            }
            boolean ends = inParagraph > 2 && random.chance(0.3) || inParagraph > 7;
            text.append(ends ? "\n\n" : lines && random.chance(0.5) ? "\n" : " ");
            inParagraph = ends ? 0 : inParagraph;
        }
        text.setLength(text.length() - (text.charAt(text.length() - 1) == ' ' ? 1 : 0));
        if (text.charAt(text.length() - 1) != '\n') {
            text.append("\n\n");
        }
    }

    private void numbered(StringBuilder text, List<Template> deck, SeededRandom random) {
        int items = random.between(2, 4);
        for (int item = 1; item <= items && !deck.isEmpty(); item++) {
            text.append('\n').append(item).append("° ");
            draw(text, deck, random);
            text.setCharAt(text.length() - 1, item == items ? '.' : ';');
            if (item < items) {
                text.insert(text.length() - 1, ' ');
            }
        }
    }

    private void dialogue(StringBuilder text, SeededRandom random) {
        List<Template> deck = new ArrayList<>(grammar.list("dialogue"));
        for (int reply = random.between(2, 5); reply > 0; reply--) {
            text.append('\n');
            draw(text, deck, random);
        }
    }

    private void draw(StringBuilder text, List<Template> deck, SeededRandom random) {
        int at = random.below(deck.size());
        Template template = deck.get(at);
        deck.set(at, deck.get(deck.size() - 1));
        deck.remove(deck.size() - 1);
        int from = text.length();
        template.expand(new Template.Expansion(text, random));
        if (text.charAt(text.length() - 1) == '.' && random.chance(CAUSE)) {
            text.setLength(text.length() - 1);
            text.append(", ");
            any("cause", random).expand(new Template.Expansion(text, random));
            text.append('.');
        }
        capitalize(text, from);
    }

    private void sentence(StringBuilder text, SeededRandom random, String list) {
        int from = text.length();
        any(list, random).expand(new Template.Expansion(text, random));
        capitalize(text, from);
    }

    private Template any(String list, SeededRandom random) {
        List<Template> choices = grammar.list(list);
        return choices.get(random.below(choices.size()));
    }

    private static void capitalize(StringBuilder text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (Character.isLetter(text.charAt(i))) {
                text.setCharAt(i, Character.toUpperCase(text.charAt(i)));
                return;
            }
        }
    }

    /** Sentences of one list, for documents that are not French prose. */
    String lines(String list, int count, String separator, SeededRandom random) {
        StringBuilder text = new StringBuilder();
        List<Template> deck = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (deck.isEmpty()) {
                deck.addAll(grammar.list(list));
            }
            text.append(i == 0 ? "" : separator);
            deck.remove(random.below(deck.size())).expand(new Template.Expansion(text, random));
        }
        return text.toString();
    }

    /** A noun of the lexicon, to change a word into. */
    String word(SeededRandom random) {
        List<String> sections = grammar.nounSections();
        List<Inflection.Noun> nouns = grammar.nouns(sections.get(random.below(sections.size())));
        return nouns.get(random.below(nouns.size())).form(random.chance(0.3));
    }
}
