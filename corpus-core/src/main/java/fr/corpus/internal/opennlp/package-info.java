/** Taggers of OpenNLP, by name or from a user's file: the only internal room that names that library. */
@NullMarked
package fr.corpus.internal.opennlp;

import org.jspecify.annotations.NullMarked;
