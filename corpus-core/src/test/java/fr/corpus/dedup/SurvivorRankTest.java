package fr.corpus.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.document.DocumentId;
import fr.corpus.document.Provenance;
import fr.corpus.error.SourceLocation;
import fr.corpus.hash.Sha256;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SurvivorRankTest {

    private static final Comparator<SurvivorRank> BEST_FIRST = Comparator.comparingInt(SurvivorRank::rights)
            .reversed()
            .thenComparing(Comparator.comparingInt(SurvivorRank::provenance).reversed())
            .thenComparing(Comparator.comparing(SurvivorRank::quality).reversed())
            .thenComparing(SurvivorRank::id)
            .thenComparing(SurvivorRank::tieBreak, Long::compareUnsigned);

    @Test
    void ordersKeysAsPolicyOrdersRanks() {
        long seed = 5;
        Random random = new Random(seed);
        float[] qualities = {0, 1, -1, 0.5f, 1e-30f, -1e-30f, Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_VALUE};
        DocumentId[] ids = {
            DocumentId.parse("00".repeat(20)), DocumentId.parse("7f".repeat(20)), DocumentId.parse("80".repeat(20))
        };
        List<SurvivorRank> ranks = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            ranks.add(new SurvivorRank(
                    random.nextInt(2) * 255,
                    random.nextInt(3) * 100,
                    qualities[random.nextInt(qualities.length)],
                    ids[random.nextInt(ids.length)],
                    random.nextLong()));
        }
        List<SurvivorRank> byKey = new ArrayList<>(ranks);
        byKey.sort((a, b) -> Arrays.compareUnsigned(key(a), key(b)));
        ranks.sort(BEST_FIRST);
        assertThat(byKey).as("seed " + seed).isEqualTo(ranks);
    }

    @Test
    void takesBothZerosForOneQuality() {
        DocumentId id = DocumentId.parse("11".repeat(20));
        assertThat(key(new SurvivorRank(1, 1, -0f, id, 3))).isEqualTo(key(new SurvivorRank(1, 1, 0f, id, 3)));
    }

    @Test
    void tellsRecordsOfOneTextApartByTheirOwnIdAndPlace() {
        DocumentId id = DocumentId.parse("11".repeat(20));
        assertThat(List.of(tie(id, "a", 0), tie(id, "b", 0), tie(id, "a", 1))).doesNotHaveDuplicates();
        assertThat(tie(id, "a", 0)).isEqualTo(tie(id, "a", 0));
    }

    @Test
    void refusesWhatHasNoPlaceInTheOrder() {
        DocumentId id = DocumentId.parse("11".repeat(20));
        assertThatThrownBy(() -> new SurvivorRank(256, 0, 0, id, 0)).hasMessageContaining("256");
        assertThatThrownBy(() -> new SurvivorRank(0, -1, 0, id, 0)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new SurvivorRank(0, 0, Float.NaN, id, 0)).hasMessageContaining("NaN");
    }

    private static long tie(DocumentId id, String sourceId, long record) {
        Provenance from =
                new Provenance("s", sourceId, new SourceLocation("f.jsonl", -1, record), "jsonl@1", Sha256.of("raw"));
        return SurvivorRank.of(1, 1, 0, id, from).tieBreak();
    }

    private static byte[] key(SurvivorRank rank) {
        ByteBuffer bytes = ByteBuffer.allocate(SurvivorRank.KEY_BYTES);
        rank.writeKey(bytes);
        return bytes.array();
    }
}
