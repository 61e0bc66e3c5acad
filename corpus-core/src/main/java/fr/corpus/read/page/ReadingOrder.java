package fr.corpus.read.page;

import fr.corpus.internal.xml.XmlCursor;
import fr.corpus.internal.xml.XmlFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order of blocks that a file states in its {@code ReadingOrder}: PAGE with indexes, ALTO 4.3 in sequence. Groups may be
 * nested; an unordered group counts in the sequence of the file. Confined to one thread.
 */
final class ReadingOrder {

    /** References and groups of a file, together. */
    private static final int MOST = 100_000;

    private final Map<String, Integer> places = new HashMap<>();
    private int members;

    /** A reference, or a group of them, and where it stands in its own group. */
    private record Member(double index, List<String> ids) {}

    /** Reads the element on whose start the cursor stands to its end. */
    void read(XmlCursor cursor) throws IOException, XmlFault {
        for (String id : group(cursor)) {
            places.putIfAbsent(id, places.size());
        }
    }

    private List<String> group(XmlCursor cursor) throws IOException, XmlFault {
        List<Member> group = new ArrayList<>();
        while (cursor.next() != XmlCursor.Event.END) {
            if (cursor.event() == XmlCursor.Event.START) {
                double stated = Numbers.of(cursor.attribute("index"));
                double index = Double.isNaN(stated) ? group.size() : stated;
                if (members++ == MOST) {
                    throw cursor.tooLarge();
                }
                List<String> ids = new ArrayList<>();
                for (String name : List.of("regionRef", "REF")) {
                    String id = ScannedBlock.id(cursor, name);
                    if (!id.isEmpty()) {
                        ids.add(id);
                    }
                }
                ids.addAll(group(cursor));
                group.add(new Member(index, ids));
            }
        }
        group.sort(Comparator.comparingDouble(Member::index));
        return group.stream().flatMap(member -> member.ids().stream()).toList();
    }

    /** Blocks in the stated order; those that it does not name behind, in the order of the file. */
    List<ScannedBlock> sorted(List<ScannedBlock> blocks) {
        if (places.isEmpty()) {
            return blocks;
        }
        List<ScannedBlock> sorted = new ArrayList<>(blocks);
        sorted.sort(Comparator.comparingInt(block -> places.getOrDefault(block.id, Integer.MAX_VALUE)));
        return sorted;
    }
}
