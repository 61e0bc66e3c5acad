package fr.corpus.proof;

import fr.corpus.document.Annotations;
import fr.corpus.document.CanonicalText;
import fr.corpus.document.Document;
import fr.corpus.document.DocumentId;
import fr.corpus.document.Identifier;
import fr.corpus.document.LicenseId;
import fr.corpus.document.Metadata;
import fr.corpus.document.Provenance;
import fr.corpus.error.SourceLocation;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.releaselog.LoggedEntry;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The keys and the checkpoint of a release of a few seeded texts of invented words. */
final class SmallRelease implements Closeable {

    static final LicenseId LICENSE = LicenseId.of("CC-BY-4.0");

    private static final List<Identifier> IDENTIFIERS =
            List.of(Identifier.parse("isbn:9782070360024"), Identifier.parse("isni:0000000121032683"));

    private static final String[] SYLLABLES = {
        "ba", "ri", "lo", "cha", "ve", "mon", "tei", "gué", "sa", "pre", "dou", "fil", "nor", "clé", "vau", "ten"
    };

    final List<String> texts = new ArrayList<>();
    final KeyTrie trie;
    final ReleaseState state;

    /** A release whose documents have no identifiers, with the keys that such releases had at first. */
    SmallRelease(Path directory, int documents) throws IOException {
        this(directory, documents, "keys@1");
    }

    /** A release with a set of keys; from the second set on, its second document has identifiers. */
    SmallRelease(Path directory, int documents, String set) throws IOException {
        Files.createDirectories(directory);
        ReleaseKeys keys = new ReleaseKeys(set);
        try (KeyTrieBuilder builder = new KeyTrieBuilder(directory, 1 << 16)) {
            for (int i = 0; i < documents; i++) {
                texts.add(text(1000 + i, 400));
                keys.of(
                        document(i, texts.get(i), !set.equals("keys@1") && i == 1 ? IDENTIFIERS : List.of()),
                        Optional.of(LICENSE),
                        pair -> builder.add(half(pair, 0), half(pair, 1)));
            }
            builder.finish();
        }
        trie = KeyTrie.open(directory);
        String checkpoint = checkpoint(trie.root(), documents);
        state = ReleaseState.parse(checkpoint.replace("keys@1", set));
    }

    private static Digest half(byte[] pair, int which) {
        return Digest.of(Arrays.copyOfRange(pair, which * Digest.BYTES, (which + 1) * Digest.BYTES));
    }

    static String checkpoint(Digest keysRoot, int documents) {
        return checkpoint("essai", Sha256.of(new byte[] {2}), keysRoot, documents);
    }

    static String checkpoint(String name, Digest manifest, Digest keysRoot, int documents) {
        return "corpus/" + name + "\n" + documents + "\n" + base64(Sha256.of(new byte[] {1})) + "\nmanifest "
                + base64(manifest) + "\nkeys keys@1 " + base64(keysRoot) + "\n";
    }

    private static String base64(Digest digest) {
        return Base64.getEncoder().encodeToString(digest.bytes());
    }

    private static Document document(int number, String text, List<Identifier> identifiers) {
        Metadata metadata = new Metadata(
                Optional.of("https://exemple.fr/livres/" + number + ".html"),
                Optional.empty(),
                Optional.of("Léa Exemple"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                identifiers);
        Provenance provenance = new Provenance(
                "essai",
                "9782070360024-" + number,
                SourceLocation.of("essai.jsonl"),
                "jsonl@1",
                Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
        return new Document(
                DocumentId.of("essai", CanonicalText.digest(text)), text, metadata, provenance, Annotations.NONE);
    }

    /** A text of invented words, always the same for a seed. */
    static String text(long seed, int words) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            int syllables = 2 + random.nextInt(2);
            for (int j = 0; j < syllables; j++) {
                text.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            text.append(i % 12 == 11 ? ".\n" : " ");
        }
        return text.toString();
    }

    ReleaseProver prover() {
        return prover(state);
    }

    ReleaseProver prover(ReleaseState other) {
        return new ReleaseProver(other, Optional.empty(), trie, List.of(LICENSE));
    }

    ReleaseProver prover(LoggedEntry logged) {
        return new ReleaseProver(state, Optional.of(logged), trie, List.of(LICENSE));
    }

    @Override
    public void close() throws IOException {
        trie.close();
    }
}
