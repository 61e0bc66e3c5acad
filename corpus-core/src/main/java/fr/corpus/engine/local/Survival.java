package fr.corpus.engine.local;

import fr.corpus.dedup.SurvivorRank;
import fr.corpus.document.DocumentId;
import fr.corpus.document.Metadata;
import fr.corpus.document.Provenance;
import fr.corpus.license.LicenseCatalog;
import fr.corpus.step.RightsGate;
import fr.corpus.text.Signal;
import java.util.List;
import java.util.Optional;

/**
 * Ranks the copies of a text: strongest rights, best provenance, then quality. Thread-safe.
 *
 * <p>Rights: a copy that the recipe's gates admit before any other, then by the strength of its licence. Provenance: how much
 * the record says of itself. Quality: the share of words with a letter, to one hundredth, then the longer text.
 */
final class Survival {

    /** Ranks of a gate from here on are admitted, see {@link RightsGate#rank}. */
    private static final int ADMITTED_RANK = 1000;

    private static final int ADMITTED = 128;
    private static final int STRONGEST = 127;
    private static final double LONGEST = 1e9;

    private final LicenseCatalog licenses = LicenseCatalog.load();
    private final List<RightsGate> gates;

    Survival(List<RightsGate> gates) {
        this.gates = gates;
    }

    SurvivorRank rank(DocumentId id, Metadata metadata, Provenance provenance, double[] signals, int codePoints) {
        return SurvivorRank.of(rights(metadata), richness(metadata), quality(signals, codePoints), id, provenance);
    }

    /** The weakest answer of the gates, in one byte; the strength of the licence where there is no gate. */
    private int rights(Metadata metadata) {
        if (gates.isEmpty()) {
            return metadata.license()
                    .flatMap(licenses::find)
                    .map(license -> Math.min(STRONGEST, license.rank()))
                    .orElse(0);
        }
        int weakest = Integer.MAX_VALUE;
        for (RightsGate gate : gates) {
            weakest = Math.min(weakest, gate.rank(metadata));
        }
        return weakest < ADMITTED_RANK
                ? Math.min(STRONGEST, weakest)
                : ADMITTED + Math.min(STRONGEST, weakest - ADMITTED_RANK);
    }

    private static int richness(Metadata metadata) {
        int known = 0;
        for (Optional<String> field :
                List.of(metadata.uri(), metadata.title(), metadata.author(), metadata.date(), metadata.attribution())) {
            known += field.isPresent() ? 1 : 0;
        }
        return known;
    }

    private static float quality(double[] signals, int codePoints) {
        double letters = signals[Signal.LETTER_WORDS.ordinal()];
        double share = Double.isNaN(letters) ? 0 : Math.rint(letters * 100) / 100;
        return (float) (share + codePoints / LONGEST);
    }
}
