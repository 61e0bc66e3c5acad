package fr.corpus.step;

import fr.corpus.document.Metadata;
import fr.corpus.document.Provenance;

/** Admits or withholds a document that survived deduplication. Fails closed. Thread-safe. */
public non-sealed interface RightsGate extends Step {

    /** Decides on a document from what it declares and where it comes from. */
    RightsDecision decide(Metadata metadata, Provenance provenance);

    /**
     * How strong the rights to a document are, before anything is decided: greater is stronger, and what the gate would
     * withhold is below what it would admit. Of two copies deduplication keeps the one with the greater rank.
     */
    int rank(Metadata metadata);
}
