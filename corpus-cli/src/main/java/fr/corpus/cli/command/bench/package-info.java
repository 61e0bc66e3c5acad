/** Commands that measure. */
@NullMarked
package fr.corpus.cli.command.bench;

import org.jspecify.annotations.NullMarked;
