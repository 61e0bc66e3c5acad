package fr.corpus.internal.parquet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** Builds a fresh {@link RowValues} for each row of a schema. Confined to one thread. */
final class RowMaterializer extends RecordMaterializer<RowValues> {

    private final StructConverter root;
    private @Nullable RowValues row;

    RowMaterializer(MessageType schema) {
        root = new StructConverter(schema, value -> row = (RowValues) value);
    }

    @Override
    public RowValues getCurrentRecord() {
        RowValues current = row;
        if (current == null) {
            throw new IllegalStateException("no row");
        }
        return current;
    }

    @Override
    public GroupConverter getRootConverter() {
        return root;
    }

    /** A converter for a field whose value goes to {@code sink}. */
    private static Converter converter(Type type, Consumer<Object> sink) {
        if (type.isPrimitive()) {
            return new LeafConverter(sink);
        }
        GroupType group = type.asGroupType();
        return isList(group) ? new ListConverter(group.getType(0), sink) : new StructConverter(group, sink);
    }

    static boolean isList(GroupType group) {
        return group.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.ListLogicalTypeAnnotation
                && group.getFieldCount() == 1
                && group.getType(0).isRepetition(Type.Repetition.REPEATED);
    }

    /** Parquet format, LogicalTypes.md, lists: whether the repeated field is a wrapper around the element. */
    static boolean isWrapper(Type repeated) {
        return !repeated.isPrimitive()
                && repeated.asGroupType().getFieldCount() == 1
                && !repeated.getName().equals("array")
                && !repeated.getName().endsWith("_tuple");
    }

    private static final class StructConverter extends GroupConverter {
        private final Converter[] fields;
        private final Consumer<Object> sink;
        private RowValues current;

        StructConverter(GroupType type, Consumer<Object> sink) {
            this.sink = sink;
            this.fields = new Converter[type.getFieldCount()];
            this.current = new RowValues(fields.length);
            for (int i = 0; i < fields.length; i++) {
                int field = i;
                Type child = type.getType(i);
                fields[i] = child.isRepetition(Type.Repetition.REPEATED)
                        ? converter(child, value -> append(field, value))
                        : converter(child, value -> current.values[field] = value);
            }
        }

        /** A repeated field outside a list: every value belongs to one list. */
        @SuppressWarnings("unchecked")
        private void append(int field, Object value) {
            if (current.values[field] == null) {
                current.values[field] = new ArrayList<>();
            }
            ((List<Object>) current.values[field]).add(value);
        }

        @Override
        public Converter getConverter(int field) {
            return fields[field];
        }

        @Override
        public void start() {
            current = new RowValues(fields.length);
        }

        @Override
        public void end() {
            sink.accept(current);
        }
    }

    /** A list: the repeated field either wraps the element or is the element. */
    private static final class ListConverter extends GroupConverter {
        private final Converter repeated;
        private final Consumer<Object> sink;
        private List<@Nullable Object> current = List.of();

        ListConverter(Type repeatedType, Consumer<Object> sink) {
            this.sink = sink;
            repeated = isWrapper(repeatedType)
                    ? new WrapperConverter(repeatedType.asGroupType().getType(0), value -> current.add(value))
                    : converter(repeatedType, value -> current.add(value));
        }

        @Override
        public Converter getConverter(int field) {
            return repeated;
        }

        @Override
        public void start() {
            current = new ArrayList<>();
        }

        @Override
        public void end() {
            sink.accept(current);
        }
    }

    private static final class WrapperConverter extends GroupConverter {
        private final Converter element;
        private final Consumer<@Nullable Object> sink;
        private @Nullable Object value;

        WrapperConverter(Type elementType, Consumer<@Nullable Object> sink) {
            this.sink = sink;
            element = converter(elementType, found -> value = found);
        }

        @Override
        public Converter getConverter(int field) {
            return element;
        }

        @Override
        public void start() {
            value = null;
        }

        @Override
        public void end() {
            sink.accept(value);
        }
    }

    private static final class LeafConverter extends PrimitiveConverter {
        private final Consumer<Object> sink;

        LeafConverter(Consumer<Object> sink) {
            this.sink = sink;
        }

        @Override
        public void addBinary(Binary value) {
            sink.accept(value.copy());
        }

        @Override
        public void addBoolean(boolean value) {
            sink.accept(value);
        }

        @Override
        public void addDouble(double value) {
            sink.accept(value);
        }

        @Override
        public void addFloat(float value) {
            sink.accept(value);
        }

        @Override
        public void addInt(int value) {
            sink.accept(value);
        }

        @Override
        public void addLong(long value) {
            sink.accept(value);
        }
    }
}
