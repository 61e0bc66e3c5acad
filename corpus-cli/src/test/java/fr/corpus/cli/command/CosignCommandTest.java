package fr.corpus.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.tlog.SignatureKind;
import fr.corpus.tlog.SignedNote;
import fr.corpus.tlog.SignerKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CosignCommandTest {

    private static final SignerKey WITNESS = SignerKey.of("temoin.example", SignatureKind.COSIGNATURE, new byte[32]);

    @TempDir
    Path folder;

    private static JsonNode json(Ran ran, int code) {
        assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(code);
        return JsonMapper.shared().readTree(ran.out());
    }

    @Test
    void attachesAWitnessByFileAndRotatesTheKey() throws IOException {
        String registry = folder.resolve("registre").toString();
        String receipt = folder.resolve("r1").toString();
        Path policy = folder.resolve("registre/policy.txt");
        json(Ran.corpus("registry", "init", registry, "--origin", "registre.exemple.fr/essai", "--json"), 0);
        Files.writeString(
                policy,
                Files.readString(policy).replace("quorum none", "witness t " + WITNESS.verifier() + "\nquorum t"));
        String id = json(Ran.corpus("optout", "add", registry, "--holder", "Anne", "--doi", "10.1000/182", "--json"), 0)
                .get("reservation")
                .asString();
        assertThat(json(Ran.corpus("registry", "cosign", registry, "--json"), 3)
                        .get("quorum")
                        .asBoolean())
                .isFalse();
        SignedNote note = SignedNote.parse(Files.readAllBytes(folder.resolve("registre/log/checkpoint")));
        Path cosigned = folder.resolve("cosigne");
        Files.write(
                cosigned, note.with(WITNESS.sign(note.text(), 2_000_000_000)).bytes());
        assertThat(json(Ran.corpus("registry", "cosign", registry, "--attach", cosigned.toString(), "--json"), 0)
                        .get("quorum")
                        .asBoolean())
                .isTrue();
        json(Ran.corpus("optout", "receipt", "issue", registry, id, "--out", receipt, "--json"), 0);
        // The witness says that it saw the entry in 2033: the registry broke its promise.
        JsonNode late =
                json(Ran.corpus("optout", "receipt", "verify", receipt, "--policy", policy.toString(), "--json"), 3);
        assertThat(late.get("promiseKept").asBoolean()).isFalse();

        JsonNode rotated = json(Ran.corpus("registry", "rotate-key", registry, "--json"), 0);
        assertThat(rotated.get("signing")).hasSize(2);
        assertThat(Files.readString(policy))
                .contains(rotated.get("vkey").asString())
                .contains("quorum t");
        assertThat(json(Ran.corpus("registry", "rotate-key", registry, "--retire-old", "--json"), 0)
                        .get("signing"))
                .hasSize(1);
        assertThat(Ran.corpus("registry", "rotate-key", registry, "--retire-old", "--compromised")
                        .code())
                .isEqualTo(2);
    }
}
