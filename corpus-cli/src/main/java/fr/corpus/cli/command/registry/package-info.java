/** Commands of rights holders and of who keeps a registry: reservations, receipts, keys, witnesses. */
@NullMarked
package fr.corpus.cli.command.registry;

import org.jspecify.annotations.NullMarked;
