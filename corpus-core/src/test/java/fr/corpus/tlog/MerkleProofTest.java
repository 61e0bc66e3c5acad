package fr.corpus.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.IntegrityException;
import fr.corpus.hash.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleProofTest {

    private static final int SIZE = 40;

    private static byte[] entry(long i) {
        return ("entrée " + i).getBytes(StandardCharsets.UTF_8);
    }

    private static MerkleTree tree(int size) {
        MerkleTree tree = new MerkleTree();
        for (int i = 0; i < size; i++) {
            assertThat(tree.add(entry(i))).isEqualTo(i);
        }
        return tree;
    }

    @Test
    void givesTheKnownHashesOfRfc6962() {
        assertThat(MerkleHash.EMPTY_ROOT.hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(MerkleHash.leaf(new byte[0]).hex())
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(MerkleHash.leaf("L123456".getBytes(StandardCharsets.US_ASCII))
                        .hex())
                .isEqualTo("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
    }

    @Test
    void hasTheRootOfTheAccumulatorAtEverySize() {
        MerkleTree tree = tree(SIZE);
        MerkleAccumulator accumulator = new MerkleAccumulator();
        for (int size = 0; size <= SIZE; size++) {
            assertThat(tree.root(size)).isEqualTo(accumulator.root());
            accumulator.add(entry(size));
        }
    }

    @Test
    void provesEveryEntryInEverySizeAndNoOther() {
        MerkleTree tree = tree(SIZE);
        for (int size = 1; size <= SIZE; size++) {
            Digest root = tree.root(size);
            for (int index = 0; index < size; index++) {
                InclusionProof proof = InclusionProof.of(tree, index, size);
                assertThat(proof.proves(MerkleHash.leaf(entry(index)), root)).isTrue();
                assertThat(proof.proves(MerkleHash.leaf(entry(index + 1)), root))
                        .isFalse();
                assertThat(proof.proves(MerkleHash.leaf(entry(index)), tree.root(size - 1)))
                        .isFalse();
            }
        }
    }

    @Test
    void refusesAnInclusionProofWithOneHashMoreOrLessOrChanged() {
        MerkleTree tree = tree(SIZE);
        for (int index = 0; index < SIZE; index++) {
            InclusionProof proof = InclusionProof.of(tree, index, SIZE);
            Digest leaf = MerkleHash.leaf(entry(index));
            for (List<Digest> path : mutations(proof.hashes())) {
                assertThat(new InclusionProof(index, SIZE, path).proves(leaf, tree.root()))
                        .isFalse();
            }
            for (long other : new long[] {-1, index + 1L, index ^ 1L, SIZE, Long.MAX_VALUE}) {
                assertThat(new InclusionProof(other, SIZE, proof.hashes()).proves(leaf, tree.root()))
                        .isFalse();
            }
        }
    }

    /** A node of the tree is not an entry: its hash has another prefix. */
    @Test
    void doesNotTakeAnInnerNodeForAnEntry() {
        MerkleTree tree = tree(4);
        byte[] node = new byte[64];
        System.arraycopy(tree.node(0, 0).bytes(), 0, node, 0, 32);
        System.arraycopy(tree.node(0, 1).bytes(), 0, node, 32, 32);
        assertThat(MerkleHash.leaf(node)).isNotEqualTo(tree.node(1, 0));
    }

    @Test
    void provesThatEverySizeIsTheBeginningOfEveryLargerOne() {
        MerkleTree tree = tree(SIZE);
        for (int newSize = 1; newSize <= SIZE; newSize++) {
            for (int oldSize = 1; oldSize <= newSize; oldSize++) {
                ConsistencyProof proof = ConsistencyProof.of(tree, oldSize, newSize);
                assertThat(proof.proves(tree.root(oldSize), tree.root(newSize))).isTrue();
                assertThat(proof.proves(tree.root(oldSize - 1), tree.root(newSize)))
                        .isFalse();
                for (List<Digest> path : mutations(proof.hashes())) {
                    assertThat(new ConsistencyProof(oldSize, newSize, path)
                                    .proves(tree.root(oldSize), tree.root(newSize)))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void provesEverySubtreeOfEverySize() {
        MerkleTree tree = tree(SIZE);
        for (int size = 1; size <= SIZE; size++) {
            for (int start = 0; start < size; start++) {
                for (int end = start + 1; end <= size; end++) {
                    if (MerkleShape.isSubtree(start, end)) {
                        Digest subtree = tree.range(start, end);
                        SubtreeConsistencyProof proof = SubtreeConsistencyProof.of(tree, start, end, size);
                        assertThat(proof.proves(subtree, tree.root(size))).isTrue();
                        assertThat(proof.proves(MerkleHash.leaf(entry(0)), tree.root(size)))
                                .isEqualTo(start == 0 && end == 1);
                    }
                }
            }
        }
    }

    @Test
    void seesThatAnEntryOfThePastWasReplaced() {
        MerkleTree honest = tree(SIZE);
        MerkleTree forged = new MerkleTree();
        for (int i = 0; i < SIZE; i++) {
            forged.add(entry(i == 7 ? 700 : i));
        }
        for (int oldSize = 8; oldSize <= SIZE; oldSize++) {
            ConsistencyProof proof = ConsistencyProof.of(forged, oldSize, SIZE);
            assertThat(proof.proves(honest.root(oldSize), forged.root())).isFalse();
        }
        ConsistencyProof proof = ConsistencyProof.of(forged, 20, SIZE);
        assertThatThrownBy(() -> proof.verify(honest.root(20), forged.root()))
                .isInstanceOf(IntegrityException.class)
                .hasMessageContaining(honest.root(20).hex());
    }

    @Test
    void saysWhichRootWasExpectedAndFound() {
        MerkleTree tree = tree(5);
        InclusionProof proof = InclusionProof.of(tree, 2, 5);
        assertThatThrownBy(() -> proof.verify(MerkleHash.leaf(entry(3)), tree.root()))
                .isInstanceOf(IntegrityException.class)
                .hasMessageContaining(tree.root().hex());
    }

    /** One changed bit, one missing, one more, two swapped. */
    private static List<List<Digest>> mutations(List<Digest> path) {
        List<List<Digest>> all = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            byte[] bytes = path.get(i).bytes();
            bytes[i % 32] ^= 1;
            List<Digest> changed = new ArrayList<>(path);
            changed.set(i, Digest.of(bytes));
            all.add(changed);
            List<Digest> shorter = new ArrayList<>(path);
            shorter.remove(i);
            all.add(shorter);
            if (i > 0) {
                List<Digest> swapped = new ArrayList<>(path);
                swapped.set(i, path.get(i - 1));
                swapped.set(i - 1, path.get(i));
                all.add(swapped);
            }
        }
        List<Digest> longer = new ArrayList<>(path);
        longer.add(MerkleHash.EMPTY_ROOT);
        all.add(longer);
        List<Digest> shifted = new ArrayList<>(path);
        shifted.add(0, MerkleHash.EMPTY_ROOT);
        all.add(shifted);
        return all;
    }
}
