package fr.corpus.annotate.entity;

/**
 * A named entity. Immutable.
 *
 * @param type what it is
 * @param start first UTF-16 unit of the text
 * @param end UTF-16 unit after the last
 */
public record Entity(EntityType type, int start, int end) {

    public Entity {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("need 0 <= start < end, got " + start + ", " + end);
        }
    }
}
