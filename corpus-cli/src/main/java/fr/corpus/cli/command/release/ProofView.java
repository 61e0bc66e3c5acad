package fr.corpus.cli.command.release;

import fr.corpus.cli.command.console.Console;
import fr.corpus.document.DocumentId;
import fr.corpus.document.LicenseId;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.proof.ProofVerdict;
import fr.corpus.proof.ReleaseProof;
import fr.corpus.proof.ReleaseState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A release proof in words, or as JSON. */
final class ProofView {

    private static final int MAX_LINES = 20;

    private final Console console;

    ProofView(Console console) {
        this.console = console;
    }

    void print(ReleaseProof proof) {
        ReleaseState release = proof.release();
        ProofVerdict verdict = proof.verdict();
        console.print(
                verdict.isPresent() ? "cli.proof-present" : "cli.proof-absent",
                release.checkpoint().origin());
        for (ProofVerdict.Reason reason : verdict.reasons()
                .subList(0, Math.min(MAX_LINES, verdict.reasons().size()))) {
            print(reason);
        }
        if (verdict.count() > MAX_LINES) {
            console.print("cli.proof-more", verdict.count() - MAX_LINES);
        }
        console.print(
                "cli.proof-release",
                release.checkpoint().size(),
                release.checkpoint().root().hex(),
                release.keysRoot().hex());
        for (Key key : proof.keys().keySet()) {
            if (key.type() != KeyType.SAMPLE) {
                console.print("cli.proof-key", key.toString());
            }
        }
        if (proof.samples() > 0) {
            console.print("cli.proof-samples", proof.samples(), proof.present(KeyType.SAMPLE));
        }
        console.print("cli.proof-limits");
    }

    private void print(ProofVerdict.Reason reason) {
        String document = reason.document().map(DocumentId::hex).orElse("…");
        String license = reason.license().map(LicenseId::value).orElseGet(() -> console.text("cli.proof-no-license"));
        if (reason.by() == KeyType.SAMPLE) {
            console.print("cli.proof-quoted", document, license, reason.samples());
        } else {
            console.print("cli.proof-exact", document, license, reason.by().word(), reason.value());
        }
    }

    static Map<String, Object> json(ReleaseProof proof) {
        ProofVerdict verdict = proof.verdict();
        ReleaseState release = proof.release();
        Map<String, Object> json = new TreeMap<>();
        json.put("result", verdict.isPresent() ? "present" : "absent");
        json.put("count", verdict.count());
        json.put("reasons", verdict.reasons().stream().map(ProofView::json).toList());
        json.put("origin", release.checkpoint().origin());
        json.put("documents", release.checkpoint().size());
        json.put("root", release.checkpoint().root().hex());
        json.put("manifest", release.manifest().hex());
        json.put("keySet", release.keySet());
        json.put("keysRoot", release.keysRoot().hex());
        json.put("samples", proof.samples());
        json.put("samplesPresent", proof.present(KeyType.SAMPLE));
        List<String> keys = proof.keys().keySet().stream()
                .filter(key -> key.type() != KeyType.SAMPLE)
                .map(Key::toString)
                .toList();
        json.put("keys", keys);
        return json;
    }

    private static Map<String, Object> json(ProofVerdict.Reason reason) {
        Map<String, Object> json = new TreeMap<>();
        json.put("by", reason.by().word());
        reason.document().ifPresent(document -> json.put("document", document.hex()));
        reason.license().ifPresent(license -> json.put("license", license.value()));
        if (reason.by() == KeyType.SAMPLE) {
            json.put("samples", reason.samples());
        } else {
            json.put("value", reason.value());
        }
        return json;
    }
}
