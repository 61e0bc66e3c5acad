package fr.corpus.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.error.CorpusException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.optout.Receipt;
import fr.corpus.retract.Attestation;
import fr.corpus.tlog.TlogPolicy;
import fr.corpus.tlog.TlogProof;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What both verifiers say of the same bundles. Confined to one thread. */
final class Agreement {

    private static final String IN_THE_PAGE = """
            (cases) => cases.map((parts) => {
              const bytes = (name) => parts[name] === undefined ? undefined : Uint8Array.from(atob(parts[name]), (c) => c.charCodeAt(0));
              try {
                const policy = parts.policy === undefined ? undefined : parsePolicy(bytes('policy'));
                if (parts.attestation !== undefined) {
                  const { removed, logs } = verifyAttestation(bytes('attestation'), policy);
                  return `holds ${removed.count} ${logs !== undefined}`;
                }
                if (parts.proof !== undefined) {
                  const proof = verifyProof(bytes('proof'), policy, undefined);
                  const held = parts.entry && verifyReceipt(bytes('entry'), bytes('logProof'), policy);
                  const answer = held ? answerReceipt(held, proof) : undefined;
                  const { verdict, signature } = proof;
                  const told = answer ? ` ${answer.id} ${answer.isKnown} ${answer.unproven}` : '';
                  return `holds ${verdict.result} ${verdict.count} ${signature}${told}`;
                }
                const { index, promiseKept = 'unknown' } = verifyReceipt(bytes('entry'), bytes('logProof'), policy);
                return `holds ${index} ${promiseKept}`;
              } catch (e) {
                return e instanceof Refusal ? 'refused ' + e.key : 'failed ' + e.stack;
              }
            })""";

    private final Browser browser;
    private final List<Map<String, byte[]>> cases = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    Agreement(Browser browser) {
        this.browser = browser;
    }

    void proof(String name, byte[] proof) {
        add(name, Map.of("proof", proof));
    }

    void proof(String name, byte[] proof, byte[] policy) {
        add(name, Map.of("proof", proof, "policy", policy));
    }

    void receipt(String name, byte[] entry, byte[] logProof, byte[] policy) {
        add(name, Map.of("entry", entry, "logProof", logProof, "policy", policy));
    }

    /** An attestation, without a policy if it is empty. */
    void attestation(String name, byte[] attestation, byte[] policy) {
        Map<String, byte[]> parts = Map.of("attestation", attestation);
        add(name, policy.length == 0 ? parts : Map.of("attestation", attestation, "policy", policy));
    }

    /** A proof that must answer a receipt. */
    void answer(String name, byte[] proof, byte[] entry, byte[] logProof, byte[] policy) {
        add(name, Map.of("proof", proof, "entry", entry, "logProof", logProof, "policy", policy));
    }

    private void add(String name, Map<String, byte[]> parts) {
        names.add(name);
        cases.add(parts);
    }

    /** What was said, by how many; requires that both say the same of each. */
    Map<String, Integer> require() {
        List<Map<String, String>> encoded = new ArrayList<>();
        for (Map<String, byte[]> parts : cases) {
            Map<String, String> texts = new LinkedHashMap<>();
            parts.forEach((name, bytes) -> texts.put(name, Base64.getEncoder().encodeToString(bytes)));
            encoded.add(texts);
        }
        List<?> said = (List<?>) browser.apply(IN_THE_PAGE, encoded);
        Map<String, Integer> tally = new TreeMap<>();
        for (int i = 0; i < cases.size(); i++) {
            String expected = inJava(cases.get(i));
            String found = String.valueOf(said.get(i));
            tally.merge(found, 1, Integer::sum);
            assertThat(accepted(found))
                    .as("%s: Java says %s, the page %s", names.get(i), expected, found)
                    .isEqualTo(accepted(expected));
        }
        cases.clear();
        names.clear();
        return tally;
    }

    /** The whole answer of what holds; of refusals the reasons may differ where two things are wrong at once. */
    private static String accepted(String said) {
        return said.startsWith("refused ") ? "refused" : said;
    }

    /** A failure of another kind than a refusal fails the test. */
    private static String inJava(Map<String, byte[]> parts) {
        try {
            Optional<TlogPolicy> policy =
                    Optional.ofNullable(parts.get("policy")).map(TlogPolicy::parse);
            byte[] attested = parts.get("attestation");
            if (attested != null) {
                Attestation attestation = Attestation.parse(attested);
                policy.ifPresent(attestation::verify);
                return "holds " + attestation.statement().removed().count() + " " + policy.isPresent();
            }
            byte[] proof = parts.get("proof");
            if (proof != null) {
                ProofVerifier.Verified verified = new ProofVerifier(policy, Optional.empty(), List.of()).verify(proof);
                ProofVerdict verdict = verified.proof().verdict();
                String told = "holds " + (verdict.isPresent() ? "present " : "absent ") + verdict.count() + " "
                        + verified.signature().name().toLowerCase(Locale.ROOT);
                return parts.get("entry") == null ? told : told + answer(verified, parts, policy.orElseThrow());
            }
            Receipt.Verified verified = receipt(parts, policy.orElseThrow());
            return "holds " + verified.index() + " "
                    + verified.promiseKept().map(String::valueOf).orElse("unknown");
        } catch (CorpusException e) {
            return "refused " + e.message().key();
        }
    }

    private static Receipt.Verified receipt(Map<String, byte[]> parts, TlogPolicy policy) {
        if (parts.get("entry").length > 0xFFFF) {
            throw new IntegrityException(UserMessage.of("optout.too-large", "", ""));
        }
        return new Receipt(parts.get("entry"), TlogProof.parse(parts.get("logProof"))).verify(policy);
    }

    private static String answer(ProofVerifier.Verified proof, Map<String, byte[]> parts, TlogPolicy policy) {
        ReservationAnswer answer = ReservationAnswer.of(receipt(parts, policy), proof);
        return " " + answer.reservation().hex() + " " + answer.isKnown() + " " + answer.unproven();
    }
}
