package fr.corpus.annotate;

import fr.corpus.annotate.model.ModelFile;
import fr.corpus.document.LicenseId;
import fr.corpus.error.CorpusException;
import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Sha256;
import fr.corpus.internal.opennlp.OpenNlpModels;
import fr.corpus.license.LicenseCatalog;
import fr.corpus.step.ModelIdentity;
import fr.corpus.step.Parameter;
import fr.corpus.step.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * The model that a step names, read: one that the library carries, a file of ours, or a file of OpenNLP. Immutable.
 *
 * @param isOpenNlp whether it is of OpenNLP
 * @param bytes the whole file; empty for rules
 * @param name its name in messages
 * @param license SPDX identifier of its licence
 */
record ModelChoice(boolean isOpenNlp, byte[] bytes, String name, String license) {

    static final Parameter MODEL = Parameter.of("model", Parameter.Type.NAME);

    static final Parameter LICENSE = Parameter.of("model-license", Parameter.Type.NAME);

    /** What stands for no licence. */
    static final String UNDECLARED = "undeclared";

    private static final String OURS = "corpus:";
    private static final String OPENNLP = "opennlp:";
    private static final String OPENNLP_POS = OPENNLP + "pos-fr";
    private static final String SHARE_ALIKE = "CC-BY-SA-4.0";
    private static final String REFERENCE = "LicenseRef-";
    private static final long MOST_BYTES = 256L << 20;

    /**
     * Reads what the settings name.
     *
     * @param kind of model: {@code pos}, {@code lemma} and so on
     * @param directory where relative paths start
     * @throws RecipeException if there is no such model, or the licence of a file is not declared
     */
    static ModelChoice of(Settings settings, String kind, Path directory) {
        String written = settings.name(MODEL.name());
        String license = settings.name(LICENSE.name());
        if (written.equals(OURS + kind)) {
            return carried(kind, license);
        }
        boolean openNlp = written.startsWith(OPENNLP);
        if (kind.equals("pos") && written.equals(OPENNLP_POS)) {
            requireUndeclared(written, license);
            return new ModelChoice(true, OpenNlpModels.frenchPos(), written, SHARE_ALIKE);
        }
        String path = openNlp ? written.substring(OPENNLP.length()) : written;
        Path file = directory.resolve(path);
        if (written.startsWith(OURS) || !Files.isRegularFile(file)) {
            String names = kind.equals("pos") ? OURS + kind + ", " + OPENNLP_POS : OURS + kind;
            throw new RecipeException(UserMessage.of("annotate.model-unknown", written, names));
        }
        return new ModelChoice(openNlp, read(file), file.getFileName().toString(), declared(file, license));
    }

    /** The model of a kind that the library carries, or its rules. */
    private static ModelChoice carried(String kind, String license) {
        requireUndeclared(OURS + kind, license);
        boolean rules = kind.equals("sentences") || kind.equals("tokens") || kind.equals("terms");
        byte[] bytes = rules ? new byte[0] : ModelFile.load(kind).toBytes();
        return new ModelChoice(false, bytes, OURS + kind, licenseOf(kind));
    }

    /** The licence of a model that the library carries: licenses/third-party/annotation.txt. */
    static String licenseOf(String kind) {
        return kind.equals("entities") ? "CC0-1.0 AND etalab-2.0" : SHARE_ALIKE;
    }

    private static void requireUndeclared(String model, String license) {
        if (!license.equals(UNDECLARED)) {
            throw new RecipeException(UserMessage.of("annotate.model-license-known", model));
        }
    }

    private static String declared(Path file, String license) {
        if (license.equals(UNDECLARED)) {
            throw new RecipeException(UserMessage.of("annotate.model-license-missing", file.toString()));
        }
        if (!license.startsWith(REFERENCE)
                && LicenseCatalog.load().byId(LicenseId.of(license)).isEmpty()) {
            throw new RecipeException(UserMessage.of("annotate.model-license-unknown", file.toString(), license));
        }
        return license;
    }

    private static byte[] read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new RecipeException(
                        UserMessage.of("annotate.model-too-large", file.toString(), Long.toString(MOST_BYTES)));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new RecipeException(
                    UserMessage.of("annotate.model-unreadable", file.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    /** Whether rules are at work and no model. */
    boolean isRules() {
        return bytes.length == 0;
    }

    /**
     * The model of a format of ours.
     *
     * @throws RecipeException if it is none of this kind, or damaged
     */
    <T> T ours(String kind, Function<ModelFile, T> reading) {
        return guarded(() -> reading.apply(ModelFile.parse(bytes, kind, name)));
    }

    /**
     * The model of OpenNLP.
     *
     * @throws RecipeException if it is none
     */
    <T> T openNlp(OpenNlpReading<T> reading) {
        return guarded(() -> reading.read(bytes, name));
    }

    /** Reads a model of OpenNLP. */
    interface OpenNlpReading<T> {
        T read(byte[] bytes, String name);
    }

    private interface Guarded<T> {
        T run();
    }

    private static <T> T guarded(Guarded<T> work) {
        try {
            return work.run();
        } catch (CorpusException e) {
            throw new RecipeException(e.message(), e);
        }
    }

    /** The identity of a model of ours: its digest is that of the body. */
    ModelIdentity identity(ModelFile file) {
        return new ModelIdentity(name, Integer.toString(ModelFile.VERSION), file.digest(), license);
    }

    /** The identity of a model of OpenNLP: its digest is that of the file. */
    ModelIdentity identity(String version) {
        return new ModelIdentity(name, version, Sha256.of(bytes), license);
    }
}
