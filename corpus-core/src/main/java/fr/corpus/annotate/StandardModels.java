package fr.corpus.annotate;

import fr.corpus.annotate.model.ModelFile;
import fr.corpus.step.ModelIdentity;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who the models are that the library carries. Thread-safe. */
final class StandardModels {

    private static final Map<String, ModelIdentity> IDENTITIES = new ConcurrentHashMap<>();

    private StandardModels() {}

    /** The identity of the model of a kind. */
    static ModelIdentity identity(String kind) {
        return IDENTITIES.computeIfAbsent(
                kind,
                k -> new ModelIdentity(
                        "corpus:" + k,
                        Integer.toString(ModelFile.VERSION),
                        ModelFile.load(k).digest(),
                        ModelChoice.licenseOf(k)));
    }
}
