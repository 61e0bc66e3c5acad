/**
 * One class per command: it parses, calls core and prints; it decides nothing and never exits. Imports public packages of
 * core and picocli, which is named nowhere else. Rooms by what one works on; {@code console} is what they share.
 */
@NullMarked
package fr.corpus.cli.command;

import org.jspecify.annotations.NullMarked;
