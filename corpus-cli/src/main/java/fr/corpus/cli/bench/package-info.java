/**
 * The generated corpus of the speed measure, with duplicates whose truth is known. Imports public packages of core.
 */
@NullMarked
package fr.corpus.cli.bench;

import org.jspecify.annotations.NullMarked;
