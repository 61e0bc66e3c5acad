package fr.corpus.impact;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.optout.IdentityTier;
import org.junit.jupiter.api.Test;

class BreadthTest {

    @Test
    void manyDocumentsOrALargeShareNeedApproval() {
        assertThat(Breadth.needsApproval(IdentityTier.DOMAIN, 1_001, 10_000_000))
                .isTrue();
        assertThat(Breadth.needsApproval(IdentityTier.DOMAIN, 1_000, 10_000_000))
                .isFalse();
        assertThat(Breadth.needsApproval(IdentityTier.ANONYMOUS, 11, 1_099)).isTrue();
        assertThat(Breadth.needsApproval(IdentityTier.ANONYMOUS, 11, 1_100)).isFalse();
        assertThat(Breadth.needsApproval(IdentityTier.ANONYMOUS, 10, 10)).isFalse();
    }

    @Test
    void whoIsAttestedAnswersForARepertoire() {
        assertThat(Breadth.needsApproval(IdentityTier.ATTESTED, 1_000_000, 1_000_001))
                .isFalse();
    }
}
