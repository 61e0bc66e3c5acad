package fr.corpus.step;

import java.util.ArrayList;
import java.util.List;

/**
 * The measured values behind a verdict, in the order that the step gives them. Immutable. Holds no text of the document.
 *
 * @param items name and value pairs; names are kebab-case with their unit
 */
public record Evidence(List<Item> items) {

    /** No evidence beyond the reason itself. */
    public static final Evidence NONE = new Evidence(List.of());

    /**
     * One measured value.
     *
     * @param name what was measured, kebab-case, unit included
     * @param value a number, or a label such as a licence or language identifier
     */
    public record Item(String name, Value value) {}

    /** A number or a label. */
    public sealed interface Value {

        /** For a person to read: a whole number has no decimals. */
        String shown();

        /** A finite number. */
        record Number(double value) implements Value {

            @Override
            public String shown() {
                return value == Math.rint(value) && Math.abs(value) < 1e15
                        ? Long.toString((long) value)
                        : Double.toString(value);
            }
        }

        /** A label: an identifier, never a piece of the document. */
        record Label(String value) implements Value {

            @Override
            public String shown() {
                return value;
            }
        }
    }

    public Evidence {
        items = List.copyOf(items);
    }

    /** One number. */
    public static Evidence of(String name, double value) {
        return NONE.and(name, value);
    }

    /** One label. */
    public static Evidence of(String name, String label) {
        return NONE.and(name, label);
    }

    /** This evidence and one more number. */
    public Evidence and(String name, double value) {
        return plus(new Item(name, new Value.Number(value)));
    }

    /** This evidence and one more label. */
    public Evidence and(String name, String label) {
        return plus(new Item(name, new Value.Label(label)));
    }

    private Evidence plus(Item item) {
        List<Item> more = new ArrayList<>(items);
        more.add(item);
        return new Evidence(more);
    }
}
