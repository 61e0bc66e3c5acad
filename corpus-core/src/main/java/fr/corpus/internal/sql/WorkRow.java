package fr.corpus.internal.sql;

import org.jspecify.annotations.Nullable;

/**
 * A fingerprint. Arrays are not copied.
 *
 * @param bytes SHA-256 of the file, null when unknown
 * @param text digest of the canonical text
 * @param iscc 32 bytes
 * @param samples eight bytes each, most significant first
 */
public record WorkRow(byte @Nullable [] bytes, byte[] text, byte[] iscc, byte[] samples) {}
