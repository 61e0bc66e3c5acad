/**
 * One class per command: it parses, calls core and prints; it decides nothing and never exits. Imports public packages of
 * core and picocli, which is named nowhere else.
 */
@NullMarked
package fr.corpus.cli.command;

import org.jspecify.annotations.NullMarked;
