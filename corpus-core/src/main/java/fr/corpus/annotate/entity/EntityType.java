package fr.corpus.annotate.entity;

import java.util.Arrays;
import java.util.List;

/** What an entity is. */
public enum EntityType {
    /** A person, with the title before the name. */
    PER,
    /** A place: country, town, street, river. */
    LOC,
    /** An organization: institution, company, party, newspaper. */
    ORG,
    /** A date with a month or a year; found by rules. */
    DATE;

    /** All names, in order. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }
}
