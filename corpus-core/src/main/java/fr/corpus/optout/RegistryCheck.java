package fr.corpus.optout;

import fr.corpus.error.CorpusException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import fr.corpus.tlog.Checkpoint;
import fr.corpus.tlog.MerkleHash;
import fr.corpus.tlog.TileReader;
import fr.corpus.tlog.TileSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The state of a registry as anybody who can read it finds it, while a registrar may go on writing. Immutable.
 *
 * @param checkpoint what is published
 * @param pending entries that were accepted and are not yet in the log
 * @param late those of them whose promised delay is over: the registry breaks its promise until it is opened again
 * @param findings what is wrong, the first {@value #MAX_FINDINGS}
 */
public record RegistryCheck(Checkpoint checkpoint, long pending, List<Late> late, List<UserMessage> findings) {

    /** Most findings told. */
    public static final int MAX_FINDINGS = 20;

    public RegistryCheck {
        late = List.copyOf(late);
        findings = List.copyOf(findings);
    }

    /**
     * An entry that the log should have by now.
     *
     * @param reservation that it is about
     * @param due when the log should have had it
     */
    public record Late(ReservationId reservation, Instant due) {}

    /** Whether nothing is wrong or late. */
    public boolean isSound() {
        return late.isEmpty() && findings.isEmpty();
    }

    /**
     * Looks at every entry of log and database.
     *
     * @param now by the clock of who looks
     * @throws IntegrityException if the checkpoint is not signed by the registry's key
     */
    public static RegistryCheck of(Path registry, Instant now) throws IOException {
        try (RegistrySnapshot snapshot = RegistrySnapshot.open(registry)) {
            List<Late> late = new ArrayList<>();
            List<LogEntry> pending = snapshot.pending();
            for (LogEntry entry : pending) {
                Instant due = Instant.ofEpochMilli(entry.stamp().timeMillis())
                        .plusSeconds(entry.stamp().mmdSeconds());
                if (due.isBefore(now)) {
                    late.add(new Late(entry.id(), due));
                }
            }
            TileReader log = TileReader.of(TileSource.of(new RegistryDirectory(registry).log()), snapshot.checkpoint());
            return new RegistryCheck(
                    snapshot.checkpoint(), pending.size(), late, new Walk(log, now).findings(snapshot));
        }
    }

    /** One walk along the log. Confined to one thread. */
    private static final class Walk {
        private final TileReader log;
        private final Instant now;
        private final List<UserMessage> findings = new ArrayList<>();
        private long lastMillis;
        private long index;

        Walk(TileReader log, Instant now) {
            this.log = log;
            this.now = now;
        }

        List<UserMessage> findings(RegistrySnapshot snapshot) throws IOException {
            try {
                log.verifyRoot();
            } catch (CorpusException e) {
                findings.add(e.message());
                return findings;
            }
            snapshot.visitLeaves(leaf -> {
                if (findings.size() < MAX_FINDINGS) {
                    look(leaf);
                }
            });
            if (index < log.size() && findings.isEmpty()) {
                findings.add(UserMessage.of("optout.database-behind", String.valueOf(index)));
            }
            if (lastMillis > now.toEpochMilli() + EntryWriter.CLOCK_SLACK.toMillis()) {
                findings.add(UserMessage.of(
                        "optout.clock-behind",
                        now.toString(),
                        Instant.ofEpochMilli(lastMillis).toString()));
            }
            return findings;
        }

        private void look(Digest leaf) throws IOException {
            long at = index++;
            Optional<byte[]> bytes = entry(at);
            if (bytes.isEmpty()) {
                return;
            }
            if (!MerkleHash.leaf(bytes.get()).equals(leaf)) {
                findings.add(UserMessage.of("optout.log-differs", String.valueOf(at)));
                return;
            }
            long time = LogEntry.parse(bytes.get()).stamp().timeMillis();
            if (time < lastMillis) {
                findings.add(UserMessage.of("optout.time-back", String.valueOf(at)));
            }
            lastMillis = Math.max(lastMillis, time);
        }

        private Optional<byte[]> entry(long at) throws IOException {
            try {
                return Optional.of(log.entry(at));
            } catch (CorpusException e) {
                findings.add(e.message());
                return Optional.empty();
            }
        }
    }
}
