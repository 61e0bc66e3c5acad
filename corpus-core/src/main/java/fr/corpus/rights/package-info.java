/**
 * Rights gates: what may be released, under which licence and with which credit line. Imports {@code license}, {@code step}
 * and below.
 */
@NullMarked
package fr.corpus.rights;

import org.jspecify.annotations.NullMarked;
