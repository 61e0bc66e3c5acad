package fr.corpus.read.page;

import java.util.ArrayList;
import java.util.List;

/** Lines that a page sets apart from others. Confined to one thread. */
final class ScannedBlock {

    final String id;
    final Zone zone;
    final List<ScannedLine> lines = new ArrayList<>();

    ScannedBlock(String id, Zone zone) {
        this.id = id;
        this.zone = zone;
    }
}
