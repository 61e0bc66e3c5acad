package fr.corpus.release;

import java.util.Map;
import java.util.TreeMap;

/** The files of a release for people: data cards in two languages and the texts of the licences in use. */
final class ReleaseDocuments {

    private final Manifest.Identity identity;
    private final Manifest.Roots roots;
    private final Manifest.Statistics statistics;

    ReleaseDocuments(Manifest.Identity identity, Manifest.Roots roots, Manifest.Statistics statistics) {
        this.identity = identity;
        this.roots = roots;
        this.statistics = statistics;
    }

    /** Bytes by path. */
    Map<String, byte[]> all() {
        return new TreeMap<>();
    }
}
