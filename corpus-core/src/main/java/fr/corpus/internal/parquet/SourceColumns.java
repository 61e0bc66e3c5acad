package fr.corpus.internal.parquet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Some columns of a file, found by path: where each stands in the projection that is read, or why it cannot be. Immutable. */
public final class SourceColumns {

    private static final int NEAREST = 3;

    /** One column. */
    public sealed interface Found {

        /**
         * A column of values that have a text, or of lists of those.
         *
         * @param index its place in the projection, from the outside inward
         * @param leaf how its values become text
         * @param isList whether it is a list, or a list of lists
         */
        record Cell(List<Integer> index, CellText leaf, boolean isList) implements Found {

            /** Whether the values are texts themselves, and not numbers or lists. */
            public boolean isText() {
                return !isList && leaf.isText();
            }

            /** Its type as messages show it. */
            public String shownType() {
                return isList ? "list<" + leaf.shownType() + ">" : leaf.shownType();
            }
        }

        /**
         * No column of this name.
         *
         * @param nearest the columns with the nearest names, nearest first
         */
        record Missing(List<String> nearest) implements Found {}

        /**
         * A column whose values have no text, such as a struct.
         *
         * @param shownType its type
         */
        record Unsuitable(String shownType) implements Found {}
    }

    private final MessageType projection;
    private final List<Found> columns;

    private SourceColumns(MessageType projection, List<Found> columns) {
        this.projection = projection;
        this.columns = columns;
    }

    static SourceColumns find(MessageType schema, List<List<String>> paths) {
        List<Type> fields = project(schema, paths);
        MessageType projection = new MessageType(schema.getName(), fields);
        List<Found> columns = new ArrayList<>();
        for (List<String> path : paths) {
            columns.add(locate(projection, path).orElseGet(() -> new Found.Missing(nearest(schema, path))));
        }
        return new SourceColumns(projection, List.copyOf(columns));
    }

    /** The columns in the order of the paths. */
    public List<Found> columns() {
        return columns;
    }

    MessageType projection() {
        return projection;
    }

    private static List<Type> project(GroupType group, List<List<String>> paths) {
        List<Type> kept = new ArrayList<>();
        for (Type field : group.getFields()) {
            List<List<String>> inside = paths.stream()
                    .filter(path -> !path.isEmpty() && path.get(0).equals(field.getName()))
                    .map(path -> path.subList(1, path.size()))
                    .toList();
            if (inside.isEmpty()) {
                continue;
            }
            if (field.isPrimitive() || inside.stream().anyMatch(List::isEmpty)) {
                kept.add(field);
                continue;
            }
            List<Type> children = project(field.asGroupType(), inside);
            if (!children.isEmpty()) {
                kept.add(field.asGroupType().withNewFields(children));
            }
        }
        return kept;
    }

    private static Optional<Found> locate(MessageType projection, List<String> path) {
        List<Integer> index = new ArrayList<>();
        Type type = projection;
        for (String name : path) {
            if (type.isPrimitive()
                    || type.isRepetition(Type.Repetition.REPEATED) && type != projection
                    || RowMaterializer.isList(type.asGroupType())
                    || !type.asGroupType().containsField(name)) {
                return Optional.empty();
            }
            index.add(type.asGroupType().getFieldIndex(name));
            type = type.asGroupType().getType(name);
        }
        return Optional.of(cell(type, index));
    }

    private static Found cell(Type type, List<Integer> index) {
        Type value = type;
        boolean isList = type.isRepetition(Type.Repetition.REPEATED);
        while (!value.isPrimitive() && RowMaterializer.isList(value.asGroupType())) {
            isList = true;
            Type repeated = value.asGroupType().getType(0);
            value = RowMaterializer.isWrapper(repeated) ? repeated.asGroupType().getType(0) : repeated;
        }
        if (!value.isPrimitive()) {
            return new Found.Unsuitable(shownGroup(type.asGroupType()));
        }
        CellText leaf = CellText.of(value.asPrimitiveType());
        return leaf.hasText()
                ? new Found.Cell(List.copyOf(index), leaf, isList)
                : new Found.Unsuitable(leaf.shownType());
    }

    private static String shownGroup(GroupType group) {
        if (RowMaterializer.isList(group)) {
            return "list<struct>";
        }
        return group.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.MapLogicalTypeAnnotation
                ? "map"
                : "struct";
    }

    private static List<String> nearest(MessageType schema, List<String> path) {
        String wanted = String.join(".", path).toLowerCase(Locale.ROOT);
        List<String> names = new ArrayList<>();
        collect("", schema, names);
        return names.stream()
                .sorted(Comparator.comparingInt((String name) -> distance(wanted, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(NEAREST)
                .toList();
    }

    static void collect(String prefix, GroupType group, List<String> names) {
        for (Type field : group.getFields()) {
            boolean isStruct = !field.isPrimitive() && !RowMaterializer.isList(field.asGroupType());
            if (isStruct) {
                collect(prefix + field.getName() + ".", field.asGroupType(), names);
            } else {
                names.add(prefix + field.getName());
            }
        }
    }

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
