package fr.corpus.annotate.accuracy;

import fr.corpus.annotate.entity.Entity;
import fr.corpus.annotate.entity.EntityType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How right found entities are against gold. Immutable.
 *
 * <p>Exact: the same span and the same type (HIPE "strict"). Relaxed: the same type and spans that overlap, each entity
 * counted once, from left to right (HIPE "fuzzy"). Entities of one text that are equal count once.
 *
 * @param exact micro counts over all types
 * @param relaxed micro counts over all types
 * @param spans exact spans, whatever the type
 * @param exactByType counts of each type that gold or the system has
 * @param relaxedByType the same, relaxed
 * @param confusions {@code GOLD SYSTEM}, {@code GOLD -} for a missed and {@code - SYSTEM} for an invented one, and how often,
 *     entities that overlap taken as the same
 */
public record EntityAccuracy(
        Score exact,
        Score relaxed,
        Score spans,
        Map<EntityType, Score> exactByType,
        Map<EntityType, Score> relaxedByType,
        Map<String, Integer> confusions) {

    private static final Comparator<Entity> ORDER =
            Comparator.comparingInt(Entity::start).thenComparingInt(Entity::end).thenComparing(Entity::type);

    public EntityAccuracy {
        exactByType = Map.copyOf(exactByType);
        relaxedByType = Map.copyOf(relaxedByType);
        confusions = Map.copyOf(confusions);
    }

    /** The mean F1 of the types, exact, each type counting the same; 0 without types. */
    public double macroF1() {
        return exactByType.values().stream().mapToDouble(Score::f1).average().orElse(0);
    }

    /** Counts over many texts. Confined to one thread. */
    public static final class Counter {
        private final Set<EntityType> types;
        private final Map<EntityType, int[]> exact = new TreeMap<>();
        private final Map<EntityType, int[]> relaxed = new TreeMap<>();
        private final int[] spans = new int[3];
        private final Map<String, Integer> confusions = new HashMap<>();

        /** A counter of these types; others are left out on both sides. */
        public Counter(Set<EntityType> types) {
            this.types = Set.copyOf(types);
        }

        /** Adds a text: what people marked and what was found in it. */
        public void add(List<Entity> goldEntities, List<Entity> systemEntities) {
            List<Entity> gold = sorted(goldEntities);
            List<Entity> system = sorted(systemEntities);
            Set<Entity> found = Set.copyOf(system);
            for (EntityType type : types) {
                List<Entity> g = gold.stream().filter(e -> e.type() == type).toList();
                List<Entity> s = system.stream().filter(e -> e.type() == type).toList();
                if (!g.isEmpty() || !s.isEmpty()) {
                    count(exact, type, (int) g.stream().filter(found::contains).count(), g.size(), s.size());
                    count(relaxed, type, pairs(g, s).size(), g.size(), s.size());
                }
            }
            Set<List<Integer>> goldSpans = spans(gold);
            Set<List<Integer>> systemSpans = spans(system);
            spans[1] += goldSpans.size();
            spans[2] += systemSpans.size();
            goldSpans.retainAll(systemSpans);
            spans[0] += goldSpans.size();
            confuse(gold, system);
        }

        private List<Entity> sorted(List<Entity> entities) {
            return entities.stream()
                    .filter(e -> types.contains(e.type()))
                    .distinct()
                    .sorted(ORDER)
                    .toList();
        }

        private static void count(Map<EntityType, int[]> counts, EntityType type, int correct, int gold, int system) {
            int[] sum = counts.computeIfAbsent(type, t -> new int[3]);
            sum[0] += correct;
            sum[1] += gold;
            sum[2] += system;
        }

        private static Set<List<Integer>> spans(List<Entity> entities) {
            Set<List<Integer>> spans = new LinkedHashSet<>();
            entities.forEach(e -> spans.add(List.of(e.start(), e.end())));
            return spans;
        }

        private void confuse(List<Entity> gold, List<Entity> system) {
            Map<Entity, Entity> pairs = pairs(gold, system);
            for (Entity entity : gold) {
                Entity other = pairs.get(entity);
                confusions.merge(entity.type() + " " + (other == null ? "-" : other.type()), 1, Integer::sum);
            }
            Set<Entity> taken = Set.copyOf(pairs.values());
            for (Entity entity : system) {
                if (!taken.contains(entity)) {
                    confusions.merge("- " + entity.type(), 1, Integer::sum);
                }
            }
        }

        /** One entity of the system for each of gold that overlaps one not yet taken, from left to right. */
        private static Map<Entity, Entity> pairs(List<Entity> gold, List<Entity> system) {
            Map<Entity, Entity> pairs = new HashMap<>();
            List<Entity> open = new ArrayList<>();
            int next = 0;
            for (Entity g : gold) {
                while (next < system.size() && system.get(next).start() < g.end()) {
                    open.add(system.get(next++));
                }
                open.removeIf(s -> s.end() <= g.start());
                for (int i = 0; i < open.size(); i++) {
                    if (open.get(i).start() < g.end()) {
                        pairs.put(g, open.remove(i));
                        break;
                    }
                }
            }
            return pairs;
        }

        /** What was counted. */
        public EntityAccuracy done() {
            return new EntityAccuracy(
                    sum(exact),
                    sum(relaxed),
                    new Score(spans[0], spans[1], spans[2], -1),
                    scores(exact),
                    scores(relaxed),
                    confusions);
        }

        private static Score sum(Map<EntityType, int[]> counts) {
            int[] sum = new int[3];
            for (int[] one : counts.values()) {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += one[i];
                }
            }
            return new Score(sum[0], sum[1], sum[2], -1);
        }

        private static Map<EntityType, Score> scores(Map<EntityType, int[]> counts) {
            Map<EntityType, Score> scores = new TreeMap<>();
            counts.forEach((type, sum) -> scores.put(type, new Score(sum[0], sum[1], sum[2], -1)));
            return scores;
        }
    }
}
