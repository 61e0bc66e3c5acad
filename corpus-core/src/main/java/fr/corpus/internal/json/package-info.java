/**
 * Reading JSON from bytes at the speed of the disk. No API; imports {@code internal.io} for UTF-8 only.
 */
@NullMarked
package fr.corpus.internal.json;

import org.jspecify.annotations.NullMarked;
