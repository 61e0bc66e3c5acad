/** Commands that check and explain recipes. */
@NullMarked
package fr.corpus.cli.command.recipe;

import org.jspecify.annotations.NullMarked;
