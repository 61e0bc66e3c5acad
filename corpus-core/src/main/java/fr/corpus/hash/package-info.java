/**
 * Digests and canonical bytes: SHA-256 values, 64-bit hashes, RFC 8785 JSON. Imports {@code error} only.
 */
@NullMarked
package fr.corpus.hash;

import org.jspecify.annotations.NullMarked;
