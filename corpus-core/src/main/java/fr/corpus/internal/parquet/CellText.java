package fr.corpus.internal.parquet;

import fr.corpus.hash.CanonicalJson;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/**
 * The text of a value of any primitive column: texts as they are, numbers as canonical JSON prints them, dates and times in
 * ISO 8601. Immutable. Bytes without annotation count as text: older writers do not annotate theirs.
 */
public final class CellText {

    private static final long JULIAN_DAY_OF_EPOCH = 2_440_588;
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ISO_LOCAL_DATE_TIME.withLocale(Locale.ROOT);

    private final PrimitiveTypeName type;
    private final @Nullable LogicalTypeAnnotation logical;

    private CellText(PrimitiveTypeName type, @Nullable LogicalTypeAnnotation logical) {
        this.type = type;
        this.logical = logical;
    }

    static CellText of(PrimitiveType column) {
        return new CellText(column.getPrimitiveTypeName(), column.getLogicalTypeAnnotation());
    }

    /** Whether values are texts themselves. */
    public boolean isText() {
        return type == PrimitiveTypeName.BINARY
                && (logical == null
                        || logical instanceof StringLogicalTypeAnnotation
                        || logical instanceof EnumLogicalTypeAnnotation
                        || logical instanceof JsonLogicalTypeAnnotation);
    }

    /** Whether values have a text at all. */
    boolean hasText() {
        return switch (type) {
            case BINARY -> isText() || logical instanceof DecimalLogicalTypeAnnotation;
            case FIXED_LEN_BYTE_ARRAY ->
                logical instanceof DecimalLogicalTypeAnnotation || logical instanceof UUIDLogicalTypeAnnotation;
            default -> true;
        };
    }

    /** The type as messages show it: {@code string}, {@code int64}, {@code date}. */
    public String shownType() {
        if (isText()) {
            return "string";
        }
        String physical = type.name().toLowerCase(Locale.ROOT);
        return logical == null ? physical : logical.toString().toLowerCase(Locale.ROOT);
    }

    /** The text of a value as {@link RowMaterializer} leaves it; a date beyond the calendar is left a number. */
    String text(Object value) {
        try {
            return plainText(value);
        } catch (DateTimeException | ArithmeticException e) {
            return value instanceof Binary bytes ? HexFormat.of().formatHex(bytes.getBytesUnsafe()) : value.toString();
        }
    }

    private String plainText(Object value) {
        return switch (type) {
            case BINARY, FIXED_LEN_BYTE_ARRAY -> binary((Binary) value);
            case INT32 -> whole((Integer) value, Integer.toUnsignedLong((Integer) value));
            case INT64 -> whole((Long) value, (Long) value);
            case INT96 -> int96((Binary) value);
            case DOUBLE, FLOAT -> real(((Number) value).doubleValue());
            case BOOLEAN -> value.toString();
        };
    }

    private String binary(Binary value) {
        if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
            return new BigDecimal(new BigInteger(value.getBytesUnsafe()), decimal.getScale()).toPlainString();
        }
        if (logical instanceof UUIDLogicalTypeAnnotation) {
            ByteBuffer bytes = value.toByteBuffer();
            return new UUID(bytes.getLong(), bytes.getLong()).toString();
        }
        return new String(value.getBytesUnsafe(), StandardCharsets.UTF_8);
    }

    private String whole(long value, long unsigned) {
        if (logical instanceof DateLogicalTypeAnnotation) {
            return LocalDate.ofEpochDay(value).toString();
        }
        if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
            return BigDecimal.valueOf(value, decimal.getScale()).toPlainString();
        }
        if (logical instanceof TimestampLogicalTypeAnnotation timestamp) {
            long perSecond = perSecond(timestamp.getUnit());
            String utc = DATE_TIME.format(LocalDateTime.ofEpochSecond(
                    Math.floorDiv(value, perSecond),
                    (int) (Math.floorMod(value, perSecond) * (1_000_000_000L / perSecond)),
                    ZoneOffset.UTC));
            return timestamp.isAdjustedToUTC() ? utc + "Z" : utc;
        }
        if (logical instanceof TimeLogicalTypeAnnotation time) {
            return LocalTime.ofNanoOfDay(value * (1_000_000_000L / perSecond(time.getUnit())))
                    .toString();
        }
        boolean isUnsigned = logical instanceof IntLogicalTypeAnnotation whole && !whole.isSigned();
        return isUnsigned ? Long.toUnsignedString(unsigned) : Long.toString(value);
    }

    private static long perSecond(TimeUnit unit) {
        return switch (unit) {
            case MILLIS -> 1_000;
            case MICROS -> 1_000_000;
            case NANOS -> 1_000_000_000;
        };
    }

    /** The timestamps of old Hive, Impala and Spark: nanoseconds of the day, then the Julian day. */
    private static String int96(Binary value) {
        ByteBuffer bytes = value.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        long nanos = bytes.getLong();
        long days = bytes.getInt() - JULIAN_DAY_OF_EPOCH;
        return Instant.ofEpochSecond(Math.multiplyExact(days, 86_400L), nanos).toString();
    }

    private static String real(double value) {
        return Double.isFinite(value)
                ? new String(CanonicalJson.of(value), StandardCharsets.US_ASCII)
                : Double.toString(value);
    }
}
