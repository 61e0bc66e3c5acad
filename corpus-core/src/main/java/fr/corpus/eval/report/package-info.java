/** What reports of all kinds are made of: pages for people without script or network, and what two reports differ in. */
@NullMarked
package fr.corpus.eval.report;

import org.jspecify.annotations.NullMarked;
