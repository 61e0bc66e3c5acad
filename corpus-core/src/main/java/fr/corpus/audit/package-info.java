/**
 * Audits: whether a release is what it claims, and left out what the registry that it names had reserved. Imports {@code
 * release}, {@code releaselog}, {@code match} and below.
 */
@NullMarked
package fr.corpus.audit;

import org.jspecify.annotations.NullMarked;
