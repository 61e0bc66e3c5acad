/** What tests of several rooms share. */
@NullMarked
package fr.corpus.testing;

import org.jspecify.annotations.NullMarked;
