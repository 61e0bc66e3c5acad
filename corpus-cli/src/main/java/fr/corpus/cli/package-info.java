/**
 * The command {@code corpus}: start, language, streams, failures. Imports {@code cli.command} and public packages of core.
 */
@NullMarked
package fr.corpus.cli;

import org.jspecify.annotations.NullMarked;
