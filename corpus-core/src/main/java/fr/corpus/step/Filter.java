package fr.corpus.step;

import fr.corpus.text.TextView;

/** Keeps or drops one document by itself. Thread-safe: all working state is in the view. */
public non-sealed interface Filter extends Step {

    /**
     * Measures the document, leaves what it measured in {@link TextView#signals()} and answers.
     *
     * @param view the document's text with its tokens, confined to the calling thread
     */
    Verdict judge(TextView view);
}
