package fr.corpus.optout;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.error.CorpusException;
import fr.corpus.tlog.TlogPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A registry on some database, fresh for each test. */
interface RegistryFixture {

    String ORIGIN = "registre.exemple.fr/reservations";
    Duration NO_WAIT = Duration.ZERO;

    /** The address of a fresh database; empty for the file inside the registry. */
    Optional<String> database();

    /** Loses the whole database of a registry. */
    void losesItsDatabase(Path directory) throws IOException;

    /** A fresh registry in a directory. */
    default OptOutRegistry fresh(Path directory, Fixed fixed) throws IOException {
        OptOutRegistry.create(directory, ORIGIN, database(), Duration.ofHours(24), fixed.environment());
        return OptOutRegistry.open(directory, NO_WAIT, fixed.environment());
    }

    static List<RegistrySnapshot.Reserved> reserved(Path directory) throws IOException {
        List<RegistrySnapshot.Reserved> all = new ArrayList<>();
        try (RegistrySnapshot snapshot = RegistrySnapshot.open(directory)) {
            snapshot.visit(all::add);
            assertThat(snapshot.counts().reservations()).isEqualTo(all.size());
        }
        return all;
    }

    static String key(CorpusException e) {
        return e.message().key();
    }

    static TlogPolicy policy(Path directory) throws IOException {
        return TlogPolicy.parse(Files.readAllBytes(directory.resolve("policy.txt")));
    }
}
