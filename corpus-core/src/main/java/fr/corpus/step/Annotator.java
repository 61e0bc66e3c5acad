package fr.corpus.step;

import fr.corpus.document.Annotations;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Adds layers of stand-off annotation to an admitted document. The step itself is thread-safe; what works with a model often
 * is not, so each thread asks for a {@link Worker} of its own.
 */
public non-sealed interface Annotator extends Step {

    /** Annotates texts. Confined to one thread; the layers depend on the text and the layers before, on nothing met earlier. */
    interface Worker {

        /**
         * The layers of a text, in code-point spans of exactly this text.
         *
         * @param before the layers that earlier steps have made, of the same text
         */
        Annotations annotate(String text, Annotations before);
    }

    /** A worker for one thread. */
    Worker newWorker();

    /** The models at work, by kind; none when rules are. */
    default SortedMap<String, ModelIdentity> models() {
        return Collections.unmodifiableSortedMap(new TreeMap<>());
    }

    /**
     * The same step as it works after others.
     *
     * @param earlier the annotators before it, in order
     * @throws fr.corpus.error.RecipeException if it may not stand there
     */
    default Annotator after(List<Annotator> earlier) {
        return this;
    }
}
