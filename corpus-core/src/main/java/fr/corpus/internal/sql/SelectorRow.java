package fr.corpus.internal.sql;

import org.jspecify.annotations.Nullable;

/**
 * A key or a pattern. Arrays are not copied.
 *
 * @param type word of the key's type, or {@code pattern}
 * @param digest of the key
 * @param value its value, null when only the digest is known
 */
public record SelectorRow(
        String type, byte[] digest, @Nullable String value) {}
