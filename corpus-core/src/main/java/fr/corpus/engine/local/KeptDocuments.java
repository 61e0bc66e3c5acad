package fr.corpus.engine.local;

import fr.corpus.dedup.DedupSettings;
import fr.corpus.dedup.UnitKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What the read segment left: finished units in the order of the plan and the numbers of their kept documents. Immutable.
 *
 * @param directory where the units' files are
 * @param units what each unit holds
 * @param numbering numbers and ids of kept documents
 */
record KeptDocuments(Path directory, SortedMap<UnitId, UnitManifest> units, ClusterNames.Numbering numbering) {

    static KeptDocuments open(Path directory, SortedMap<UnitId, UnitManifest> units, DedupSettings settings)
            throws IOException {
        List<UnitKeys> keys = new ArrayList<>();
        for (Map.Entry<UnitId, UnitManifest> unit : units.entrySet()) {
            keys.add(UnitKeys.open(UnitManifest.keys(directory, unit.getKey()), settings));
        }
        return new KeptDocuments(directory, units, ClusterNames.Numbering.of(List.copyOf(units.keySet()), keys));
    }

    /** UTF-8 bytes of the texts kept. */
    long textBytes() {
        return units.values().stream().mapToLong(UnitManifest::keptBytes).sum();
    }
}
