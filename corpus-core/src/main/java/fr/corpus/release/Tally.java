package fr.corpus.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Sums of numbers under composite keys, such as source and licence, in the order of the keys. Confined to one thread.
 */
final class Tally {

    /** A key: texts compared one after the other by code point. */
    private record Key(List<String> parts) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            for (int i = 0; i < parts.size(); i++) {
                int order = CodePointOrder.INSTANCE.compare(parts.get(i), other.parts.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }
    }

    private final List<String> keyNames;
    private final List<String> sumNames;
    private final TreeMap<Key, long[]> sums = new TreeMap<>();

    Tally(List<String> keyNames, List<String> sumNames) {
        this.keyNames = keyNames;
        this.sumNames = sumNames;
    }

    /** Adds numbers under a key. */
    void add(List<String> key, long... numbers) {
        long[] sum = sums.computeIfAbsent(new Key(key), k -> new long[sumNames.size()]);
        for (int i = 0; i < numbers.length; i++) {
            sum[i] += numbers[i];
        }
    }

    /** Adds all of another tally of the same names. */
    void addAll(Tally other) {
        other.sums.forEach((key, numbers) -> add(key.parts(), numbers));
    }

    /** Visits all keys in order. */
    void forEach(BiConsumer<List<String>, long[]> visitor) {
        sums.forEach((key, numbers) -> visitor.accept(key.parts(), numbers));
    }

    /** The sums under fewer parts of the key, given by their numbers. */
    Tally by(int... parts) {
        Tally coarser = new Tally(Arrays.stream(parts).mapToObj(keyNames::get).toList(), sumNames);
        sums.forEach((key, numbers) ->
                coarser.add(Arrays.stream(parts).mapToObj(key.parts()::get).toList(), numbers));
        return coarser;
    }

    /** One sum over all keys. */
    long total(int sum) {
        return sums.values().stream().mapToLong(numbers -> numbers[sum]).sum();
    }

    /** One sum under one key; 0 when there is none. */
    long get(List<String> key, int sum) {
        long[] numbers = sums.get(new Key(key));
        return numbers == null ? 0 : numbers[sum];
    }

    /** As a JSON list of objects. */
    List<Map<String, Object>> toJson() {
        List<Map<String, Object>> list = new ArrayList<>();
        sums.forEach((key, numbers) -> {
            Map<String, Object> object = new LinkedHashMap<>();
            for (int i = 0; i < keyNames.size(); i++) {
                object.put(keyNames.get(i), key.parts().get(i));
            }
            for (int i = 0; i < sumNames.size(); i++) {
                object.put(sumNames.get(i), numbers[i]);
            }
            list.add(object);
        });
        return list;
    }

    /** Adds what {@link #toJson} gave. */
    void addJson(List<JsonNode> list) {
        for (JsonNode object : list) {
            add(
                    keyNames.stream().map(object::text).toList(),
                    sumNames.stream().mapToLong(object::number).toArray());
        }
    }
}
