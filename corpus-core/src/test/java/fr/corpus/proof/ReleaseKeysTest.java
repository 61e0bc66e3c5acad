package fr.corpus.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.document.DocumentId;
import fr.corpus.document.LicenseId;
import fr.corpus.hash.Digest;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the page docs/formats/release-keys.md says. */
class ReleaseKeysTest {

    private static final DocumentId ID = DocumentId.parse("1eb118cba12998434b0fc5caf50dc8803e6a9afe");

    @Test
    void thePageShowsAValueAndKeys() throws IOException {
        String page = Files.readString(Path.of("docs/formats/release-keys.md"));
        KeyValue value = new KeyValue(ID, 7, KeyValue.tag(Optional.of(LicenseId.of("CC-BY-4.0"))));
        assertThat(page).contains("`" + value.bytes().hex() + "`");
        assertThat(page)
                .contains("`" + new Key(KeyType.SAMPLE, "00000000000000f0").digest() + "`")
                .contains("`" + new Key(KeyType.ISBN, "9782070360024").digest() + "`");
        assertThat(page).contains("`" + ReleaseKeys.VERSION + "`");
    }

    @Test
    void aValueIsReadAsItWasWritten() {
        KeyValue value = new KeyValue(ID, 0xFFFFFFF, KeyValue.tag(Optional.empty()));
        assertThat(KeyValue.of(value.bytes())).isEqualTo(value);
        assertThat(value.licenseTag()).isZero();
        assertThat(value.bytes().bytes()).hasSize(Digest.BYTES);
    }
}
