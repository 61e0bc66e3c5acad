package fr.corpus.optout;

import java.util.Optional;

class SqliteRegistryTest implements RegistryContract {

    @Override
    public Optional<String> database() {
        return Optional.empty();
    }
}
