/** Commands that annotate texts, judge them, and train and measure the models that do so. */
@NullMarked
package fr.corpus.cli.command.annotate;

import org.jspecify.annotations.NullMarked;
