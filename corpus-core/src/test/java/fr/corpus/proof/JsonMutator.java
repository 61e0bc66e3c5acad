package fr.corpus.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Changes JSON values and bytes in one small way each, as a seed says. Confined to one thread. */
final class JsonMutator {

    private static final List<Object> STRANGE = List.of(
            "",
            "x",
            "é",
            "a b",
            " ",
            "*",
            "/",
            "0",
            "-1",
            "2026-11-24T08:00:00Z",
            "2026-11-24T08:00:00.5Z",
            "train-ai",
            "search",
            "isbn",
            "sample",
            "work",
            "0".repeat(64),
            "A".repeat(64),
            0L,
            1L,
            -1L,
            5L,
            33L,
            1L << 31,
            (1L << 53) - 1,
            1L << 53,
            1.5,
            1e300,
            true,
            List.of(),
            Map.of(),
            List.of("x"),
            Map.of("x", 1L));

    private static final String SIGNS = " \n\t{}[]\",:0\\\0+=";
    private static final String DIGITS = "0123456789abcdefABCDEF+/=\n ";

    private final SplittableRandom random;

    JsonMutator(SplittableRandom random) {
        this.random = random;
    }

    /** A copy of a value, changed in one place. */
    Object changed(Object value) {
        Object copy = copy(value);
        List<Runnable> changes = new ArrayList<>();
        collect(copy, changes);
        changes.get(random.nextInt(changes.size())).run();
        return copy;
    }

    private static Object copy(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copied = new TreeMap<>();
            map.forEach((key, each) -> copied.put(key, copy(each)));
            return copied;
        }
        if (value instanceof List<?> list) {
            List<Object> copied = new ArrayList<>();
            list.forEach(each -> copied.add(copy(each)));
            return copied;
        }
        return value == null ? "null" : value;
    }

    @SuppressWarnings("unchecked")
    private void collect(Object value, List<Runnable> changes) {
        if (value instanceof Map<?, ?> read) {
            Map<String, Object> map = (Map<String, Object>) read;
            changes.add(() -> map.put(
                    List.of("v", "zz", "documents", "at", "previous", "license").get(random.nextInt(6)), strange()));
            for (String key : new LinkedHashMap<>(map).keySet()) {
                changes.add(() -> map.remove(key));
                changes.add(() -> map.put(key + "x", map.remove(key)));
                changes.add(() -> map.put(key, strange()));
                changes.add(() -> map.put(key, near(map.get(key))));
                collect(map.get(key), changes);
            }
        } else if (value instanceof List<?> read) {
            List<Object> list = (List<Object>) read;
            changes.add(() -> list.add(random.nextInt(list.size() + 1), strange()));
            for (int i = 0; i < list.size(); i++) {
                int at = i;
                changes.add(() -> list.remove(at));
                changes.add(() -> list.add(random.nextInt(list.size() + 1), list.get(at)));
                changes.add(() -> list.add(random.nextInt(list.size()), list.remove(at)));
                changes.add(() -> list.set(at, near(list.get(at))));
                collect(list.get(at), changes);
            }
        }
    }

    private Object strange() {
        return STRANGE.get(random.nextInt(STRANGE.size()));
    }

    /** Almost the same value. */
    private Object near(Object value) {
        if (value instanceof Long number) {
            return number + random.nextInt(-2, 3);
        }
        if (value instanceof String text && !text.isEmpty()) {
            int at = random.nextInt(text.length());
            String sign = String.valueOf("0aAfzé =\u0001\u00a0".charAt(random.nextInt(10)));
            return switch (random.nextInt(4)) {
                case 0 -> text.substring(0, at) + text.substring(at + 1);
                case 1 -> text.substring(0, at) + sign + text.substring(at);
                case 2 -> text.toUpperCase(java.util.Locale.ROOT);
                default -> text.substring(0, at) + sign + text.substring(at + 1);
            };
        }
        return strange();
    }

    /** Bytes changed in one place, rarely cut in two, doubled or made of other bytes. */
    byte[] changed(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(7)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + 1, bytes.length));
            case 2 ->
                joined(
                        Arrays.copyOf(bytes, at),
                        new byte[] {(byte) SIGNS.charAt(random.nextInt(SIGNS.length()))},
                        Arrays.copyOfRange(bytes, at, bytes.length));
            case 3 -> twice(bytes, at);
            case 4 -> {
                byte[] flipped = bytes.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
            default -> {
                byte[] other = bytes.clone();
                other[at] = (byte) DIGITS.charAt(random.nextInt(DIGITS.length()));
                yield other;
            }
        };
    }

    /** A line, or what stands between two signs, comes twice. */
    private byte[] twice(byte[] bytes, int at) {
        int from = at;
        while (from > 0 && bytes[from - 1] != '\n') {
            from--;
        }
        int to = at;
        while (to < bytes.length && bytes[to] != '\n') {
            to++;
        }
        to = Math.min(bytes.length, to + 1);
        return joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, from, bytes.length));
    }

    static byte[] joined(byte[]... parts) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
