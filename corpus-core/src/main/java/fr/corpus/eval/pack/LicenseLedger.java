package fr.corpus.eval.pack;

import fr.corpus.document.LicenseId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the rights of a set: each declaration with its place, what follows from them, and why. Immutable.
 *
 * @param license the licence under which we treat the set, the strictest of those declared; empty when none is known
 * @param redistribution what it allows
 * @param declarations each place that declares a licence
 * @param note what a reader must know, or empty
 */
public record LicenseLedger(
        Optional<LicenseId> license, Redistribution redistribution, List<Declaration> declarations, Bilingual note) {

    public LicenseLedger {
        declarations = List.copyOf(declarations);
    }

    /**
     * One place that declares a licence, or says nothing.
     *
     * @param where repository, data card, paper or site
     * @param license as declared, or {@code none}
     */
    public record Declaration(String where, String license) {}

    /** The different licences that are declared; more than one is a conflict. */
    public Set<String> declared() {
        Set<String> declared = new LinkedHashSet<>();
        declarations.forEach(declaration -> declared.add(declaration.license()));
        return declared;
    }

    /** Whether two places declare different licences. */
    public boolean isConflicting() {
        return declared().size() > 1;
    }
}
