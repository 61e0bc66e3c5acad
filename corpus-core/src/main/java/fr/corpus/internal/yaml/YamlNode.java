package fr.corpus.internal.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value of a YAML document and the place where it starts. Immutable. */
public sealed interface YamlNode {

    /** Line where the value starts, from 1. */
    int line();

    /** Values in this node, itself included, shared ones counted each time. */
    int size();

    /**
     * One value that holds no other.
     *
     * @param value {@link Long}, {@link Double}, {@link Boolean}, {@link String} or null, by the core schema (YAML 1.2.2,
     *     section 10.3); a quoted value is a string
     * @param text the value as written, without quotes
     * @param line where it starts, from 1
     */
    record Scalar(@Nullable Object value, String text, int line) implements YamlNode {
        @Override
        public int size() {
            return 1;
        }
    }

    /** Values in order. */
    record Sequence(List<YamlNode> items, int line, int size) implements YamlNode {}

    /** Keys and values in order; keys are scalars, taken as text, all different. */
    record Mapping(List<Entry> entries, int line, int size) implements YamlNode {}

    /**
     * One key and its value.
     *
     * @param key the key as text
     * @param line line of the key, from 1
     * @param value its value
     */
    record Entry(String key, int line, YamlNode value) {}
}
