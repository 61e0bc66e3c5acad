package fr.corpus.release;

import fr.corpus.document.DocumentId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which parts lose rows and which gain rows when released documents are withheld. Immutable. */
final class PartChanges {

    private final Map<Integer, List<DropRow>> fromData = new TreeMap<>();
    private final Map<Integer, List<DropRow>> toDrops = new TreeMap<>();
    private final Set<DocumentId> ids = new HashSet<>();

    /**
     * The changes of a release with these parts.
     *
     * @param withheld released documents as the ledger will have them
     */
    PartChanges(Map<Table, List<PartSummary>> parts, List<DropRow> withheld) {
        for (DropRow row : withheld.stream().sorted(DropRow.ORDER).toList()) {
            DocumentId id = row.id().orElseThrow();
            ids.add(id);
            add(fromData, partWith(parts.get(Table.DATA), id), row);
            add(toDrops, partFor(parts.get(Table.DROPS), id), row);
        }
    }

    private static void add(Map<Integer, List<DropRow>> byPart, int part, DropRow row) {
        byPart.computeIfAbsent(part, number -> new ArrayList<>()).add(row);
    }

    /** The part that has the rows of an id. */
    private static int partWith(List<PartSummary> data, DocumentId id) {
        for (PartSummary part : data) {
            boolean covers = part.first()
                            .filter(first -> first.compareTo(id) <= 0)
                            .isPresent()
                    && part.last().filter(last -> last.compareTo(id) >= 0).isPresent();
            if (covers) {
                return part.part();
            }
        }
        throw new IllegalArgumentException("no part of the data table has " + id.hex());
    }

    /** The part in which a new row stands in order: the last that begins before it, else the first that has rows. */
    private static int partFor(List<PartSummary> drops, DocumentId id) {
        int first = drops.stream()
                .filter(part -> part.rows() > 0)
                .mapToInt(PartSummary::part)
                .findFirst()
                .orElse(0);
        return drops.stream()
                .filter(part ->
                        part.first().filter(begin -> begin.compareTo(id) <= 0).isPresent())
                .mapToInt(PartSummary::part)
                .max()
                .orElse(first);
    }

    /** Ids of the documents that are withheld. */
    Set<DocumentId> ids() {
        return ids;
    }

    /** The rows that a part loses or gains, in order. */
    List<DropRow> of(PartSummary part) {
        return switch (part.table()) {
            case DATA -> fromData.getOrDefault(part.part(), List.of());
            case DROPS -> toDrops.getOrDefault(part.part(), List.of());
            case DUPLICATES -> List.of();
        };
    }
}
