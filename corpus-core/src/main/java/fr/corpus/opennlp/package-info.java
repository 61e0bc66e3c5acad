/**
 * Our annotation behind the interfaces of Apache OpenNLP, for programs that speak them: the only public room that names
 * OpenNLP. Imports {@code annotate} and below.
 */
@NullMarked
package fr.corpus.opennlp;

import org.jspecify.annotations.NullMarked;
