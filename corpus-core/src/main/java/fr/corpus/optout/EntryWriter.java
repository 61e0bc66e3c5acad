package fr.corpus.optout;

import fr.corpus.error.EngineException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.tlog.VerifierKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes the entries of one registrar: numbers them, gives them salts and a time that never goes back along the log. Confined to
 * one thread.
 */
final class EntryWriter {

    /** A clock may be set back by so much; entries then keep the time of the last one. */
    static final Duration CLOCK_SLACK = Duration.ofMinutes(10);

    private final OptOutRegistry.Environment environment;
    private final int mmdSeconds;
    private long seq;
    private long lastMillis;

    /**
     * A writer that goes on after what a store has.
     *
     * @param mmdSeconds the promised maximum merge delay
     */
    EntryWriter(RegistryStore store, OptOutRegistry.Environment environment, int mmdSeconds) {
        this.environment = environment;
        this.mmdSeconds = mmdSeconds;
        this.seq = store.lastSeq();
        this.lastMillis = store.at(store.loggedCount() - 1)
                .map(last -> last.entry().stamp().timeMillis())
                .orElse(0L);
    }

    /**
     * The time of the entries of one step.
     *
     * @throws EngineException if the clock is so far behind the log that it is not believed
     */
    long now() {
        long now = environment.clock().millis();
        if (now + CLOCK_SLACK.toMillis() < lastMillis) {
            throw new EngineException(UserMessage.of(
                    "optout.clock-behind",
                    environment.clock().instant().toString(),
                    Instant.ofEpochMilli(lastMillis).toString()));
        }
        return Math.max(now, lastMillis);
    }

    /** A new reservation. */
    StoredEntry reservation(Declaration declared, long timeMillis) {
        String id = HexFormat.of().formatHex(environment.entropy().bytes(ReservationId.BYTES));
        return declaring(
                declared,
                new Step(EntryType.RESERVATION, new ReservationId(id), 1, OptionalLong.empty(), timeMillis),
                ReservationStatus.RECEIVED);
    }

    /** A reservation declared anew after its last entry. */
    StoredEntry amendment(Declaration declared, StoredEntry last, ReservationStatus to) {
        LogEntry before = last.entry();
        Step step = new Step(EntryType.AMEND, before.id(), before.version() + 1, last.index(), now());
        return declaring(declared, step, to);
    }

    /** What every entry of one step has. */
    private record Step(EntryType type, ReservationId id, int version, OptionalLong previous, long timeMillis) {}

    private StoredEntry declaring(Declaration declared, Step step, ReservationStatus status) {
        byte[] salt = environment.entropy().bytes(Opening.SALT_BYTES);
        Opening opening = Opening.of(salt, PrivateRecord.write(declared));
        LogEntry.Scope scope =
                new LogEntry.Scope(declared.categories(), declared.tier(), EntryKeys.of(declared.selectors(), salt));
        LogEntry entry = entry(step, status, Optional.of(opening), Optional.of(scope));
        long own = ++seq;
        return new StoredEntry(own, OptionalLong.empty(), entry.bytes(), Optional.of(opening), own);
    }

    /** A step after the last entry of a reservation that declares nothing; an erasure has no reason. */
    StoredEntry change(EntryType type, StoredEntry last, ReservationStatus to, String reason) {
        LogEntry before = last.entry();
        Optional<Opening> opening = type == EntryType.ERASURE
                ? Optional.empty()
                : Optional.of(Opening.of(
                        environment.entropy().bytes(Opening.SALT_BYTES),
                        CanonicalJson.of(Map.of("reason", reason, "v", LogEntry.FORMAT))));
        Step step = new Step(type, before.id(), before.version(), last.index(), now());
        LogEntry entry = entry(step, to, opening, Optional.empty());
        return new StoredEntry(++seq, OptionalLong.empty(), entry.bytes(), opening, last.declares());
    }

    /** The entry that names the next key; the last entry is that of the rotation before, if there was one. */
    StoredEntry rotation(VerifierKey next, Optional<StoredEntry> last) {
        long time = now();
        lastMillis = time;
        LogEntry entry = new LogEntry(
                EntryType.KEY_ROTATION,
                ReservationId.REGISTRY,
                last.map(before -> before.entry().version()).orElse(0) + 1,
                last.map(StoredEntry::index).orElse(OptionalLong.empty()),
                ReservationStatus.VERIFIED,
                new LogEntry.Stamp(time, mmdSeconds),
                Optional.empty(),
                Optional.empty(),
                Optional.of(next));
        return new StoredEntry(
                ++seq, OptionalLong.empty(), entry.bytes(), Optional.empty(), StoredEntry.DECLARES_NOTHING);
    }

    private LogEntry entry(
            Step step, ReservationStatus status, Optional<Opening> opening, Optional<LogEntry.Scope> scope) {
        lastMillis = step.timeMillis();
        return new LogEntry(
                step.type(),
                step.id(),
                step.version(),
                step.previous(),
                status,
                new LogEntry.Stamp(step.timeMillis(), mmdSeconds),
                opening.map(Opening::commitment),
                scope);
    }
}
