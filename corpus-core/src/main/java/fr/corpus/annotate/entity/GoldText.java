package fr.corpus.annotate.entity;

import java.util.List;
import java.util.Map;

/**
 * A text whose entities people have marked. Immutable.
 *
 * @param name what it is called in its file, or the file's name
 * @param text the text: tokens joined by one space unless the file says how they stood; UTF-16 offsets refer to it
 * @param entities of the types that are known here, in order
 * @param tokens where the tokens of the file are in the text
 * @param otherTypes how many entities of other types the file has
 */
public record GoldText(
        String name, String text, List<Entity> entities, List<Token> tokens, Map<String, Integer> otherTypes) {

    /**
     * A token of the file.
     *
     * @param start first UTF-16 unit
     * @param end UTF-16 unit after the last
     */
    public record Token(int start, int end) {}

    public GoldText {
        entities = List.copyOf(entities);
        tokens = List.copyOf(tokens);
        otherTypes = Map.copyOf(otherTypes);
    }
}
