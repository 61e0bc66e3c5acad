package fr.corpus.annotate.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The entities of a sentence in the order of the text, reused from one to the next. Confined to one thread. */
public final class EntitySpans {

    private static final EntityType[] TYPES = EntityType.values();

    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private byte[] types = new byte[16];
    private int size;

    /** Forgets all, keeping the room they took. */
    public void clear() {
        size = 0;
    }

    void add(EntityType type, int start, int end) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            types = Arrays.copyOf(types, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        types[size++] = (byte) type.ordinal();
    }

    /** Number of entities. */
    public int size() {
        return size;
    }

    /** First UTF-16 unit of an entity. */
    public int start(int index) {
        return starts[index];
    }

    /** UTF-16 unit after the last of an entity. */
    public int end(int index) {
        return ends[index];
    }

    /** What an entity is. */
    public EntityType type(int index) {
        return TYPES[types[index]];
    }

    /** The entities as values. */
    public List<Entity> toList() {
        List<Entity> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(new Entity(type(i), starts[i], ends[i]));
        }
        return List.copyOf(list);
    }
}
