/**
 * Reading JSON from bytes at the speed of the disk. No API; imports nothing of Corpus.
 */
@NullMarked
package fr.corpus.internal.json;

import org.jspecify.annotations.NullMarked;
