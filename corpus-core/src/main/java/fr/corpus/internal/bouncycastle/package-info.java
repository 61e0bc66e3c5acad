/** Time-stamp tokens of RFC 3161 by Bouncy Castle, which is optional: whoever asks for none does not need it. */
@NullMarked
package fr.corpus.internal.bouncycastle;

import org.jspecify.annotations.NullMarked;
