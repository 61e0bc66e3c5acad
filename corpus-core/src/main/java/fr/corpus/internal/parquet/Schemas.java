package fr.corpus.internal.parquet;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.Type.Repetition.OPTIONAL;
import static org.apache.parquet.schema.Type.Repetition.REQUIRED;

import java.util.List;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** From our columns to Parquet's schema. Lists have three levels: {@code list}, {@code element}. */
final class Schemas {

    private Schemas() {}

    static MessageType message(String name, List<Column> columns) {
        return new MessageType(
                name,
                columns.stream().map(column -> type(column, column.name())).toList());
    }

    private static Type type(Column column, String name) {
        Type.Repetition repetition = column.nullable() ? OPTIONAL : REQUIRED;
        return switch (column.kind()) {
            case TEXT ->
                Types.primitive(PrimitiveTypeName.BINARY, repetition)
                        .as(stringType())
                        .named(name);
            case INT32 -> Types.primitive(PrimitiveTypeName.INT32, repetition).named(name);
            case INT64 -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(name);
            case FLOAT64 ->
                Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(name);
            case STRUCT ->
                Types.buildGroup(repetition)
                        .addFields(column.children().stream()
                                .map(child -> type(child, child.name()))
                                .toArray(Type[]::new))
                        .named(name);
            case LIST ->
                Types.list(repetition)
                        .element(type(column.children().get(0), "element"))
                        .named(name);
        };
    }
}
