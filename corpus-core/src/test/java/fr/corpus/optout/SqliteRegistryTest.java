package fr.corpus.optout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

class SqliteRegistryTest implements RegistryContract {

    @Override
    public Optional<String> database() {
        return Optional.empty();
    }

    @Override
    public void losesItsDatabase(Path directory) throws IOException {
        for (String end : new String[] {"", "-wal", "-shm"}) {
            Files.deleteIfExists(directory.resolve("private/registry.db" + end));
        }
    }
}
