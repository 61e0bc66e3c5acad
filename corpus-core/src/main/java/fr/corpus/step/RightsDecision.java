package fr.corpus.step;

import fr.corpus.document.LicenseId;

/** What a rights gate answers. There is no third answer: what cannot be decided is withheld. Immutable. */
public sealed interface RightsDecision {

    /**
     * The document may be released.
     *
     * @param license the licence of the catalogue under which it is released
     * @param attribution the credit line to publish with it, empty when the licence demands none
     */
    record Admit(LicenseId license, String attribution) implements RightsDecision {}

    /**
     * The document is not released.
     *
     * @param reason why
     * @param evidence what was found
     */
    record Withhold(Reason reason, Evidence evidence) implements RightsDecision {}
}
