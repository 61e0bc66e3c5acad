/**
 * The files between the read segment and the release segment: records of one unit, sorted by document id, in indexed frames.
 * Private to a run: no other version reads them.
 */
@NullMarked
package fr.corpus.pipeline.spool;

import org.jspecify.annotations.NullMarked;
