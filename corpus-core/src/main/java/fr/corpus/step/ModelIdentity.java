package fr.corpus.step;

import fr.corpus.hash.Digest;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which model annotated, for the manifest: what two models differ in, and never where a file stood. Immutable.
 *
 * @param name what it is called: {@code corpus:pos}, {@code opennlp:pos-fr}, or the name of a file
 * @param version as its format says it
 * @param digest SHA-256 of the model
 * @param license SPDX identifier of its licence, as the model or its user says
 */
public record ModelIdentity(String name, String version, Digest digest, String license) {

    /** The identity by the names of its parts, for JSON. */
    public Map<String, Object> toMap() {
        return new TreeMap<>(Map.of("name", name, "version", version, "sha256", digest.hex(), "license", license));
    }

    /** {@code name, version, SHA-256, licence} on one line. */
    @Override
    public String toString() {
        return name + " " + version + " sha256:" + digest.hex() + " " + license;
    }
}
