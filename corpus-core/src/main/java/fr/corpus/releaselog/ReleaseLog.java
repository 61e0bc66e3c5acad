package fr.corpus.releaselog;

import fr.corpus.error.EngineException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.fetch.WebFetcher;
import fr.corpus.optout.OptOutRegistry;
import fr.corpus.optout.OptOutRegistry.Environment;
import fr.corpus.optout.RegistryDirectory;
import fr.corpus.optout.Witnessing;
import fr.corpus.tlog.SignedNote;
import fr.corpus.tlog.SignerKey;
import fr.corpus.tlog.TileLog;
import fr.corpus.tlog.VerifierKey;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The log of releases of a registry, open for writing. Confined to one thread; other writers wait or are refused. What {@link
 * #append} answers is durable: neither a crash nor a power cut takes it back.
 */
public final class ReleaseLog implements Closeable {

    /** How long to wait for another writer unless told otherwise: a publication takes milliseconds. */
    public static final Duration DEFAULT_WAIT = Duration.ofSeconds(30);

    /** A clock may be set back by so much; entries then keep the time of the last one. */
    private static final Duration CLOCK_SLACK = Duration.ofMinutes(10);

    private final RegistryDirectory place;
    private final TileLog log;
    private final Environment environment;

    private ReleaseLog(RegistryDirectory place, TileLog log, Environment environment) {
        this.place = place;
        this.log = log;
        this.environment = environment;
    }

    /** {@link #open(Path, Duration, Environment)} with the clock and chance of the system. */
    public static ReleaseLog open(Path registry) throws IOException {
        return open(registry, DEFAULT_WAIT, Environment.system());
    }

    /**
     * Opens the log of a registry, and starts it when the registry has none: makes its key, and names it in the policy.
     *
     * @param wait how long to wait for another writer
     * @throws EngineException if there is no registry, its private key is missing, or another writer has the log for longer
     * @throws IntegrityException if its checkpoint is not signed by its key, or its files do not give the checkpoint's root
     */
    public static ReleaseLog open(Path registry, Duration wait, Environment environment) throws IOException {
        RegistryDirectory place = new RegistryDirectory(registry);
        place.requireRegistry();
        TileLog log =
                TileLog.openOrCreate(place.releases(), begun -> place.releasesKeys(begun, environment.entropy()), wait);
        return new ReleaseLog(place, log, environment);
    }

    /** Appends one entry, see {@link #append(List)}. */
    public LoggedEntry append(ReleaseLogEntry entry) throws IOException {
        return append(List.of(entry)).get(0);
    }

    /**
     * Appends entries, all of them or, after a failure, none: they become durable together. Their times are set by the clock,
     * never before that of the entry before. An entry that the log has already, whatever its time, is not appended again: the
     * one that it has is given back.
     *
     * @return the entries as the log has them, with proofs under one checkpoint
     * @throws IntegrityException if the log says something else of the same release
     */
    public List<LoggedEntry> append(List<? extends ReleaseLogEntry> entries) throws IOException {
        ReleaseLogView before = view();
        long time = now(before);
        List<Long> indices = new ArrayList<>();
        List<ReleaseLogEntry> all = entries(before);
        for (ReleaseLogEntry entry : entries) {
            int known = find(entry, all);
            if (known < 0) {
                ReleaseLogEntry taken = entry.at(time);
                known = (int) log.append(taken.bytes());
                all.add(taken);
            }
            indices.add((long) known);
        }
        log.publish();
        ReleaseLogView after = view();
        List<LoggedEntry> logged = new ArrayList<>();
        for (long index : indices) {
            logged.add(after.logged(index));
        }
        return logged;
    }

    private static List<ReleaseLogEntry> entries(ReleaseLogView view) throws IOException {
        List<ReleaseLogEntry> entries = new ArrayList<>();
        for (long index = 0; index < view.size(); index++) {
            entries.add(view.entry(index));
        }
        return entries;
    }

    /** The index of an entry that says the same, or -1. */
    private static int find(ReleaseLogEntry wanted, List<ReleaseLogEntry> all) {
        for (int i = 0; i < all.size(); i++) {
            ReleaseLogEntry entry = all.get(i);
            if (entry.saysTheSame(wanted)) {
                return i;
            }
            boolean bothPublish = entry instanceof ReleaseEntry && wanted instanceof ReleaseEntry;
            if (bothPublish && entry.manifest().equals(wanted.manifest())) {
                throw new IntegrityException(UserMessage.of(
                        "releaselog.said-otherwise", wanted.manifest().hex(), String.valueOf(i)));
            }
        }
        return -1;
    }

    /** Times never go back along the log; a clock that is far behind it is not believed. */
    private long now(ReleaseLogView view) throws IOException {
        long last = view.size() == 0 ? 0 : view.entry(view.size() - 1).timeMillis();
        long now = environment.clock().millis();
        if (now + CLOCK_SLACK.toMillis() < last) {
            throw new EngineException(UserMessage.of(
                    "releaselog.clock-behind",
                    Instant.ofEpochMilli(now).toString(),
                    Instant.ofEpochMilli(last).toString()));
        }
        return Math.max(now, last);
    }

    /** The signed checkpoint that has everything appended so far. */
    public SignedNote checkpoint() {
        return log.published();
    }

    /** What was published so far. */
    public ReleaseLogView view() {
        return ReleaseLogView.of(log.published(), log.reader());
    }

    /**
     * Gives this log another key, which an entry of the registry's log names; the old one signs beside it until {@link #retireKeys}.
     *
     * @param registry the registry of this log, open
     * @param compromised whether others may have the old key: it then signs no more and leaves the policy at once, and proofs of before
     *     must be made anew; the entries stay
     * @return the new key
     */
    public VerifierKey rotateKey(OptOutRegistry registry, boolean compromised) throws IOException {
        return registry.rotateReleasesKey(log, compromised);
    }

    /** Lets the newest key sign alone from now on; the policy still trusts the older ones, for proofs of before. */
    public void retireKeys(OptOutRegistry registry) throws IOException {
        registry.retireReleasesKeys(log);
    }

    /** The keys that sign, the newest first. */
    public List<VerifierKey> keys() throws IOException {
        return place.releasesKeys(true, environment.entropy()).stream()
                .map(SignerKey::verifier)
                .toList();
    }

    /** What lets others vouch for the published checkpoint; asks by a fetcher. */
    public Witnessing witnessing(WebFetcher fetcher) {
        return new Witnessing(place, log, place.releasesTimestamps(), fetcher);
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
