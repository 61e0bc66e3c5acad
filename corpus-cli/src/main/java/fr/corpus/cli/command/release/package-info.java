/** Commands that build releases, look into them, prove what is in them, and take documents out. */
@NullMarked
package fr.corpus.cli.command.release;

import org.jspecify.annotations.NullMarked;
