/**
 * Asks servers on the web and in the domain name system, with bounds on size, time and redirects, and, for addresses that a
 * stranger chose, of public machines only. Imports level 0 only.
 */
@NullMarked
package fr.corpus.fetch;

import org.jspecify.annotations.NullMarked;
