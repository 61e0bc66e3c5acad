/**
 * What an engine runs and says: the resolved pipeline, its shards, the spool between its two segments, progress and the run
 * report. Imports {@code recipe} and below; knows no engine.
 */
@NullMarked
package fr.corpus.pipeline;

import org.jspecify.annotations.NullMarked;
