package fr.corpus.internal.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The places inside a JSON object whose values are wanted, each with a slot number. Immutable once built, then
 * thread-safe.
 */
public final class JsonPaths {

    private final Node root = new Node();
    private int slots;

    /** No place yet. */
    public JsonPaths() {}

    /**
     * Wants one more place.
     *
     * @param slot number under which the value is asked for, from 0; slots may share a place
     * @param path names from the outermost object inward, at least one
     */
    public void add(int slot, List<String> path) {
        if (path.isEmpty()) {
            throw new IllegalArgumentException("an empty path for slot " + slot);
        }
        Node node = root;
        for (String name : path) {
            node = node.child(name.getBytes(StandardCharsets.UTF_8));
        }
        int[] more = Arrays.copyOf(node.slots, node.slots.length + 1);
        more[node.slots.length] = slot;
        node.slots = more;
        slots = Math.max(slots, slot + 1);
    }

    int slots() {
        return slots;
    }

    Node root() {
        return root;
    }

    /** One name on the way to wanted values. */
    static final class Node {
        private static final int[] NONE = {};

        private final List<byte[]> names = new ArrayList<>();
        private final List<Node> children = new ArrayList<>();
        int[] slots = NONE;

        boolean hasChildren() {
            return !children.isEmpty();
        }

        List<Node> children() {
            return children;
        }

        private Node child(byte[] name) {
            for (int i = 0; i < names.size(); i++) {
                if (Arrays.equals(names.get(i), name)) {
                    return children.get(i);
                }
            }
            names.add(name);
            Node node = new Node();
            children.add(node);
            return node;
        }

        /** The child whose name is these bytes, or this node itself when there is none. */
        Node find(byte[] bytes, int from, int to) {
            for (int i = 0; i < names.size(); i++) {
                byte[] name = names.get(i);
                if (name.length == to - from && Arrays.equals(name, 0, name.length, bytes, from, to)) {
                    return children.get(i);
                }
            }
            return this;
        }
    }
}
