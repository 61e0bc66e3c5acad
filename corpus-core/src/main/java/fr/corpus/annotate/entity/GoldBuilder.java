package fr.corpus.annotate.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts a {@link GoldText} together from tokens and their tags. Confined to one thread. */
final class GoldBuilder {

    private static final Map<String, EntityType> NAMES = Map.of(
            "PER",
            EntityType.PER,
            "PERS",
            EntityType.PER,
            "PERSON",
            EntityType.PER,
            "LOC",
            EntityType.LOC,
            "GPE",
            EntityType.LOC,
            "ORG",
            EntityType.ORG,
            "DATE",
            EntityType.DATE);

    private final String name;
    private final StringBuilder text = new StringBuilder();
    private final List<Entity> entities = new ArrayList<>();
    private final List<GoldText.Token> tokens = new ArrayList<>();
    private final Map<String, Integer> others = new TreeMap<>();
    private String label = "";
    private int start;
    private int end;
    private String space = "";

    GoldBuilder(String name) {
        this.name = name;
    }

    /** The type that a name means here. */
    static Optional<EntityType> type(String label) {
        return Optional.ofNullable(NAMES.get(label.toUpperCase(Locale.ROOT)));
    }

    /**
     * Adds a token.
     *
     * @param begins whether an entity begins here even if the token before has the same label
     * @param tokenLabel its label, empty outside entities
     * @param after what stands between it and the next one
     */
    void token(String form, boolean begins, String tokenLabel, String after) {
        text.append(space);
        int from = text.length();
        text.append(form);
        if (begins || !tokenLabel.equals(label)) {
            close();
            label = tokenLabel;
            start = from;
        }
        end = text.length();
        tokens.add(new GoldText.Token(from, end));
        space = after;
    }

    /** Ends a sentence or paragraph. */
    void paragraph() {
        close();
        if (text.length() > 0) {
            space = "\n\n";
        }
    }

    boolean isEmpty() {
        return tokens.isEmpty();
    }

    private void close() {
        if (!label.isEmpty()) {
            type(label)
                    .ifPresentOrElse(
                            type -> entities.add(new Entity(type, start, end)),
                            () -> others.merge(label, 1, Integer::sum));
        }
        label = "";
    }

    GoldText build() {
        close();
        return new GoldText(name, text.toString(), entities, tokens, others);
    }
}
