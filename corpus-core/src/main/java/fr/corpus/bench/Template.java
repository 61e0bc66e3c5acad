package fr.corpus.bench;

import fr.corpus.bench.Inflection.Adjective;
import fr.corpus.bench.Inflection.Noun;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence or list entry, cut into parts once. Immutable. */
final class Template {

    private static final Pattern SLOT = Pattern.compile("\\{([^}]*)}");
    private static final Pattern NUMBER = Pattern.compile("#(\\d+)-(\\d+)(!?)");

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = parts;
    }

    static Template parse(String line, Grammar grammar) {
        List<Part> parts = new ArrayList<>();
        Matcher slot = SLOT.matcher(line);
        int from = 0;
        while (slot.find()) {
            if (slot.start() > from) {
                parts.add(new Literal(line.substring(from, slot.start())));
            }
            parts.add(part(slot.group(1), grammar));
            from = slot.end();
        }
        if (from < line.length()) {
            parts.add(new Literal(line.substring(from)));
        }
        return new Template(List.copyOf(parts));
    }

    private static Part part(String slot, Grammar grammar) {
        Matcher number = NUMBER.matcher(slot);
        if (number.matches()) {
            return new Number(
                    Integer.parseInt(number.group(1)),
                    Integer.parseInt(number.group(2)),
                    !number.group(3).isEmpty());
        }
        if (slot.startsWith("=!")) {
            return new Agreeing(List.of(Adjective.parse(slot.substring(2))), false);
        }
        if (slot.startsWith("=")) {
            int dot = slot.indexOf('.');
            String name = slot.substring(1, dot < 0 ? slot.length() : dot);
            return new Agreeing(grammar.adjectives(name), dot >= 0);
        }
        int colon = slot.indexOf(':');
        String determiner = slot.substring(0, Math.max(colon, 0));
        String name = slot.substring(colon + 1);
        boolean many = name.endsWith("+") || determiner.equals("des");
        String bare = name.endsWith("+") ? name.substring(0, name.length() - 1) : name;
        if (grammar.isNoun(bare)) {
            return new Named(determiner, grammar.nouns(bare), many);
        }
        boolean capital = bare.startsWith("^");
        return new Listed(determiner, grammar.list(capital ? bare.substring(1) : bare), capital);
    }

    /** Appends one expansion. */
    void expand(Expansion to) {
        for (Part part : parts) {
            part.expand(to);
        }
    }

    /** Where an expansion goes, and the nouns that it has so far. */
    static final class Expansion {
        final StringBuilder text;
        final SeededRandom random;
        private boolean feminine;
        private boolean many;
        private boolean firstFeminine;
        private boolean firstMany;
        private boolean hasNoun;

        Expansion(StringBuilder text, SeededRandom random) {
            this.text = text;
            this.random = random;
        }

        /** Forgets nouns: a new sentence starts. */
        void sentence() {
            feminine = false;
            many = false;
            hasNoun = false;
        }

        private void noun(boolean isFeminine, boolean isMany) {
            feminine = isFeminine;
            many = isMany;
            if (!hasNoun) {
                firstFeminine = isFeminine;
                firstMany = isMany;
                hasNoun = true;
            }
        }

        private <T> T any(List<T> choices) {
            return choices.get(random.below(choices.size()));
        }
    }

    private sealed interface Part {
        void expand(Expansion to);
    }

    private record Literal(String text) implements Part {
        @Override
        public void expand(Expansion to) {
            to.text.append(text);
        }
    }

    private record Number(int low, int high, boolean plain) implements Part {
        @Override
        public void expand(Expansion to) {
            int value = to.random.between(low, high);
            if (plain || value < 10_000) {
                to.text.append(value);
            } else {
                String digits = String.valueOf(value);
                int head = digits.length() - 3;
                to.text.append(digits, 0, head).append('\u00A0').append(digits, head, digits.length());
            }
        }
    }

    private record Agreeing(List<Adjective> choices, boolean withFirst) implements Part {
        @Override
        public void expand(Expansion to) {
            boolean first = withFirst && to.hasNoun;
            to.text.append(
                    to.any(choices).form(first ? to.firstFeminine : to.feminine, first ? to.firstMany : to.many));
        }
    }

    private record Named(String determiner, List<Noun> choices, boolean many) implements Part {
        @Override
        public void expand(Expansion to) {
            Noun noun = to.any(choices);
            to.noun(noun.feminine(), many);
            to.text
                    .append(Inflection.determiner(determiner, noun.feminine(), many, noun.elides()))
                    .append(noun.form(many));
        }
    }

    private record Listed(String preposition, List<Template> choices, boolean capital) implements Part {
        @Override
        public void expand(Expansion to) {
            int at = to.text.length();
            to.any(choices).expand(to);
            if (capital && at < to.text.length()) {
                to.text.setCharAt(at, Character.toUpperCase(to.text.charAt(at)));
            }
            if (!preposition.isEmpty()) {
                boolean elides = Inflection.startsWithVowel(to.text.substring(at, Math.min(at + 1, to.text.length())));
                to.text.insert(at, Inflection.determiner(preposition, false, false, elides));
            }
        }
    }
}
