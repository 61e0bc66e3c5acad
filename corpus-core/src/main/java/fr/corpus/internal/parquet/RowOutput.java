package fr.corpus.internal.parquet;

import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/**
 * Receives the fields of one row after the other, by their number in the innermost struct, in ascending order; a nullable
 * field that is not given is null. Confined to one thread.
 */
public final class RowOutput {

    private final RecordConsumer consumer;

    RowOutput(RecordConsumer consumer) {
        this.consumer = consumer;
    }

    /** Gives a text as UTF-8; the array is not changed afterwards. */
    public void text(int field, byte[] utf8) {
        consumer.startField("", field);
        consumer.addBinary(Binary.fromConstantByteArray(utf8));
        consumer.endField("", field);
    }

    /** Gives a 32-bit number. */
    public void int32(int field, int value) {
        consumer.startField("", field);
        consumer.addInteger(value);
        consumer.endField("", field);
    }

    /** Gives a 64-bit number. */
    public void int64(int field, long value) {
        consumer.startField("", field);
        consumer.addLong(value);
        consumer.endField("", field);
    }

    /** Gives a double. */
    public void float64(int field, double value) {
        consumer.startField("", field);
        consumer.addDouble(value);
        consumer.endField("", field);
    }

    /** Opens a struct. */
    public void beginStruct(int field) {
        consumer.startField("", field);
        consumer.startGroup();
    }

    /** Closes a struct. */
    public void endStruct(int field) {
        consumer.endGroup();
        consumer.endField("", field);
    }

    /** Opens a list of at least one element. */
    public void beginList(int field) {
        beginStruct(field);
        consumer.startField("", 0);
    }

    /** Opens an element; its value is given as field 0. */
    public void beginElement() {
        consumer.startGroup();
    }

    /** Closes an element. */
    public void endElement() {
        consumer.endGroup();
    }

    /** Closes a list. */
    public void endList(int field) {
        consumer.endField("", 0);
        endStruct(field);
    }

    /** Gives a list without elements. */
    public void emptyList(int field) {
        beginStruct(field);
        endStruct(field);
    }
}
