/** What commands share: the console, failures as users read them, options that many have. */
@NullMarked
package fr.corpus.cli.command.console;

import org.jspecify.annotations.NullMarked;
