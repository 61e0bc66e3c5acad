/**
 * Reading JSON, and the UTF-8 that it is written in, from bytes at the speed of the disk. No API; imports {@code error} and
 * {@code hash}.
 */
@NullMarked
package fr.corpus.internal.json;

import org.jspecify.annotations.NullMarked;
