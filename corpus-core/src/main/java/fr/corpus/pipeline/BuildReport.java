package fr.corpus.pipeline;

import fr.corpus.hash.Digest;
import fr.corpus.release.BroadClaims;
import fr.corpus.release.Counts;
import fr.corpus.releaselog.LoggedEntry;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a build made and what it cost. Immutable.
 *
 * @param release the release directory
 * @param root Merkle root over its data rows
 * @param counts what became of the records read
 * @param dropsByReason number of records by {@code step reason}, sorted
 * @param unseenSteps steps of the recipe that no document reached, in order
 * @param unreadableIdentifiers identifiers that records state and that are none, for instance with a wrong check digit; they are
 *     listed in {@code <release>.identifiers.jsonl} beside the release
 * @param textBytes UTF-8 bytes of the texts read
 * @param logged the entry in the log of releases; empty without a registry
 * @param broadClaims claims that were too broad to be heeded as they were made
 * @param run time, memory and energy on this machine
 */
public record BuildReport(
        Path release,
        Digest root,
        Counts counts,
        Map<String, Long> dropsByReason,
        List<String> unseenSteps,
        long unreadableIdentifiers,
        long textBytes,
        Optional<LoggedEntry> logged,
        Optional<BroadClaims> broadClaims,
        RunReport run) {

    public BuildReport {
        unseenSteps = List.copyOf(unseenSteps);
        dropsByReason = Collections.unmodifiableMap(new TreeMap<>(dropsByReason));
    }
}
