package fr.corpus.step;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name and version of a step: {@code filter.quality@1}. Immutable. The bytes that a version produces never change; a
 * different behaviour is a new version.
 *
 * @param name kind and name, lower-case words joined by dots and hyphens
 * @param version from 1
 */
public record StepId(String name, int version) implements Comparable<StepId> {

    private static final Pattern FORM = Pattern.compile("([a-z]+\\.[a-z][a-z0-9-]*)@([1-9][0-9]{0,3})");

    /**
     * Reads {@code name@version}.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static StepId parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("need kind.name@version, got \"" + text + "\"");
        }
        return new StepId(matcher.group(1), Integer.parseInt(matcher.group(2)));
    }

    /** The part before the dot: normalize, filter, dedup, rights or annotate. */
    public String kind() {
        return name.substring(0, name.indexOf('.'));
    }

    @Override
    public int compareTo(StepId other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : Integer.compare(version, other.version);
    }

    @Override
    public String toString() {
        return name + "@" + version;
    }
}
