/**
 * Annotated texts in the formats of others and back: CoNLL-U, TEI, IOB and HIPE tables, JSON lines. Imports {@code document},
 * {@code annotate.conllu}, {@code annotate.tag} and the adapters for JSON and XML.
 */
@NullMarked
package fr.corpus.annotate.exchange;

import org.jspecify.annotations.NullMarked;
