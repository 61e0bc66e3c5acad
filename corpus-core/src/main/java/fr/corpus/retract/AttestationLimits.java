package fr.corpus.retract;

import java.util.Map;

/** What an attestation does not show, as every one says it. Part of the format. */
final class AttestationLimits {

    /** By language. */
    static final Map<String, String> TEXT = Map.of(
            "en",
            "This attestation is the word of whoever holds the key: that the files of one copy were those of the new release when it"
                    + " was signed. It does not show that no other copy exists (backups, snapshots, caches, what was derived or"
                    + " trained from it), nor that the deleted bytes cannot be recovered from the medium, nor who holds the key.",
            "fr",
            "Cette attestation est la parole de qui détient la clé\u00a0: les fichiers d’une copie étaient ceux de la nouvelle"
                    + " publication au moment de la signature. Elle ne montre pas qu’il n’existe aucune autre copie (sauvegardes,"
                    + " instantanés, caches, ce qui en a été dérivé ou entraîné), ni que les octets effacés ne peuvent être"
                    + " récupérés sur le support, ni qui détient la clé.");

    private AttestationLimits() {}
}
