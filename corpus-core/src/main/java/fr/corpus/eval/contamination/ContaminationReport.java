package fr.corpus.eval.contamination;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a release has of a pack. Immutable.
 *
 * @param items what was found of each item, in the order of the pack
 * @param leastShare share of a text from which it is exposed, 0 to 1
 */
public record ContaminationReport(List<ItemFinding> items, double leastShare) {

    public ContaminationReport {
        items = List.copyOf(items);
        if (!(leastShare >= 0 && leastShare <= 1)) {
            throw new IllegalArgumentException("need a share from 0 to 1, got " + leastShare);
        }
    }

    /** Items by what can be said of them; every exposure is a key. */
    public Map<ItemFinding.Exposure, Long> exposures() {
        Map<ItemFinding.Exposure, Long> counts = new EnumMap<>(ItemFinding.Exposure.class);
        for (ItemFinding.Exposure exposure : ItemFinding.Exposure.values()) {
            counts.put(exposure, 0L);
        }
        items.forEach(item -> counts.merge(item.exposure(leastShare), 1L, Long::sum));
        return counts;
    }

    /** Texts of each kind that was looked for, by band; every band is a key. */
    public Map<ItemPart.Kind, Map<Band, Long>> bands() {
        Map<ItemPart.Kind, Map<Band, Long>> bands = new TreeMap<>();
        for (ItemFinding item : items) {
            for (ItemFinding.Part part : item.parts()) {
                bands.computeIfAbsent(part.part().kind(), kind -> zero())
                        .merge(part.found().band(), 1L, Long::sum);
            }
        }
        return bands;
    }

    private static Map<Band, Long> zero() {
        Map<Band, Long> counts = new EnumMap<>(Band.class);
        for (Band band : Band.values()) {
            counts.put(band, 0L);
        }
        return counts;
    }

    /** Exposed items by the licence of the documents that have them; an empty name where no gate decided. */
    public Map<String, Long> licenses() {
        Map<String, Long> licenses = new TreeMap<>();
        for (ItemFinding item : items) {
            if (item.exposure(leastShare) == ItemFinding.Exposure.EXPOSED) {
                item.parts().stream()
                        .flatMap(part -> part.found().places().stream())
                        .map(place -> place.exposer()
                                .admission()
                                .map(admit -> admit.license().value())
                                .orElse(""))
                        .distinct()
                        .forEach(license -> licenses.merge(license, 1L, Long::sum));
            }
        }
        return licenses;
    }
}
