package fr.corpus.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.hash.CanonicalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, used as a person uses it: real files in the real inputs, and the verdict that is read. */
class VerifierPageTest {

    private static final Path VECTORS = Path.of("src/test/resources/vectors/release-proof");

    @TempDir
    static Path directory;

    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.withPage(directory);
    }

    @AfterAll
    static void close() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void startAfresh() {
        browser.look(1000, "light");
        browser.evaluate("byId('reset').click(); speak('fr')");
    }

    private static String verdict(String outcome) {
        browser.await("byId('verdict').className === '" + outcome + "'");
        return (String) browser.evaluate("byId('verdict').innerText");
    }

    @Test
    void saysThatAWorkIsAbsentAndWhatThatIsWorth() {
        browser.choose("#bundle", VECTORS.resolve("absent.json"));
        assertThat(verdict("warn"))
                .contains(
                        "Absent de corpus/essai",
                        "La preuve tient",
                        "n’est pas signé",
                        "prises telles quelles",
                        "isbn:9782070360024")
                .contains(ProofLimits.TEXT.get("fr"));
    }

    @Test
    void saysSinceWhenAndUnderWhichRegistryAWorkIsPresent() {
        browser.choose("#bundle", VECTORS.resolve("witnessed.json"));
        browser.choose("#work", VECTORS.resolve("quoted.txt"));
        browser.choose("#policy", VECTORS.resolve("witness-policy.txt"));
        browser.await("byId('verdict').innerText.includes('acceptent')");
        assertThat(verdict("warn"))
                .contains("Présent dans corpus/essai", "licence CC-BY-4.0", "24 novembre 2026 à 08:00:00 (UTC)")
                .contains(
                        "registre.exemple.fr/reservations, à 1 entrée",
                        "le premier l’a vue le",
                        "ce sont celles de la preuve");
    }

    @Test
    void refusesAProofOfAnotherWork() throws IOException {
        Path other = Files.writeString(directory.resolve("autre.txt"), SmallRelease.text(77, 200));
        browser.choose("#work", other);
        browser.choose("#bundle", VECTORS.resolve("quoted.json"));
        assertThat(verdict("bad")).contains("La preuve ne tient pas", "ne vaut pas pour votre œuvre");
        assertThat(browser.evaluate("byId('verdict').dataset.key")).isEqualTo("proof.another-work");
    }

    @Test
    void saysWhatAReceiptStillNeedsAndThenWhatItShows() throws IOException {
        byte[] record = CanonicalJson.of(ReceiptFixture.record(3));
        byte[] entry = CanonicalJson.of(ReceiptFixture.entry(ReceiptFixture.record(3)));
        long seen = ReceiptFixture.TIME / 1000;
        Path entryFile = Files.write(directory.resolve("r1.entry"), entry);
        Path proofFile = Files.write(
                directory.resolve("r1.tlog-proof"),
                ReceiptFixture.proof(entry, ReceiptFixture.opening(record), 3, 9, seen));
        Path policy = Files.write(
                directory.resolve("policy.txt"), ReceiptFixture.policies().get(1));
        browser.choose("#bundle", entryFile);
        browser.await("byId('verdict').innerText !== ''");
        assertThat(verdict("wait")).contains("Il manque encore", ".tlog-proof", "policy.txt");
        browser.choose("#bundle", entryFile, proofFile);
        browser.choose("#policy", policy);
        assertThat(verdict("good"))
                .contains(
                        "Récépissé véritable",
                        "Éditions de l’Exemple (maison d’édition)",
                        "ISBN 9782070360024",
                        "dans le délai promis");
        Files.write(proofFile, ReceiptFixture.proof(entry, ReceiptFixture.opening(record), 3, 9, seen + 90_000));
        browser.choose("#bundle", entryFile, proofFile);
        assertThat(verdict("bad")).contains("Récépissé véritable, promesse non tenue", "a manqué à sa promesse");
        browser.choose("#bundle", Files.write(directory.resolve("r1.tsr"), new byte[] {0x30, 0}));
        assertThat(verdict("warn"))
                .contains("Récépissé véritable", "ne contrôle pas les jetons d’horodatage")
                .doesNotContain("promesse");
    }

    @Test
    void takesFilesThatAreDroppedAnywhereByWhatIsInThem() throws IOException {
        String files = new String(
                CanonicalJson.of(List.of(
                        Map.of("name", "un", "text", Files.readString(VECTORS.resolve("logged.json"))),
                        Map.of("name", "deux", "text", Files.readString(VECTORS.resolve("registry-policy.txt"))),
                        Map.of("name", "trois", "text", Files.readString(VECTORS.resolve("quoted.txt"))))),
                StandardCharsets.UTF_8);
        browser.evaluate("""
                (() => {
                  const dataTransfer = new DataTransfer();
                  %s.forEach(({ name, text }) => dataTransfer.items.add(new File([text], name)));
                  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
                })()""".formatted(files));
        assertThat(verdict("warn")).contains("Présent dans corpus/essai", "ce sont celles de la preuve", "acceptent");
    }

    @Test
    void saysWhenItCannotReadAWork() throws IOException {
        Path latin = Files.write(directory.resolve("latin1.txt"), "été".getBytes(StandardCharsets.ISO_8859_1));
        browser.choose("#work", latin);
        browser.choose("#bundle", VECTORS.resolve("quoted.json"));
        browser.await("byId('verdict').innerText.includes('UTF-8')");
        assertThat(verdict("warn")).contains("L’œuvre n’a pas pu être comparée", "corpus verify-proof");
    }

    @Test
    void speaksEnglishToo() {
        browser.choose("#bundle", VECTORS.resolve("absent.json"));
        verdict("warn");
        browser.evaluate("byId('language').click()");
        browser.await("byId('verdict').innerText.includes('Absent from corpus/essai')");
        assertThat((String) browser.evaluate("document.body.innerText"))
                .contains("Your files", "Choose files…", ProofLimits.TEXT.get("en"))
                .doesNotContain("preuve", "proof.page", "undefined");
        assertThat(browser.evaluate("document.documentElement.lang")).isEqualTo("en");
    }

    @Test
    void canBeUsedByKeyboardAndHeard() {
        assertThat(browser.accessible())
                .contains(
                        "heading: Vérifier un récépissé ou une preuve",
                        "button: Récépissé ou preuve",
                        "button: Œuvre (facultatif)")
                .contains("button: Règles de confiance (policy.txt)", "form: Vos fichiers", "button: Tout effacer")
                .anyMatch(node -> node.startsWith("status:"));
        browser.evaluate("byId('language').focus()");
        StringBuilder reached = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            browser.press("Tab");
            reached.append(browser.evaluate("document.activeElement.id")).append(' ');
        }
        assertThat(reached.toString()).isEqualTo("bundle policy work reset print ");
    }

    @Test
    void fitsASmallScreenAndPaper() {
        browser.choose("#bundle", VECTORS.resolve("quoted.json"));
        verdict("warn");
        browser.look(320, "dark");
        assertThat((Long) browser.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(320L);
        assertThat(new String(browser.pdf(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    void reachesNoNetworkEvenIfItsProgramWanted() {
        assertThat(browser.evaluate("""
                new Promise((resolve) => {
                  document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true });
                  fetch('http://127.0.0.1:9/').catch(() => {});
                })""")).isEqualTo("connect-src");
        assertThat(browser.evaluate("""
                new Promise((resolve) => {
                  document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true });
                  document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.strange = 1' }));
                })""")).isEqualTo("script-src-elem");
        assertThat(browser.evaluate(
                        "window.strange === undefined && performance.getEntriesByType('resource').length === 0"))
                .isEqualTo(true);
    }

    @Test
    void neverReadsAStrangersTextAsHtml() throws IOException {
        String name = "<img src=x onerror=alert(1)>.json";
        byte[] proof = "{\"format\":\"corpus-release-proof@1\"}".getBytes(StandardCharsets.UTF_8);
        browser.evaluate(
                "take([new File([Uint8Array.from(atob('" + Base64.getEncoder().encodeToString(proof)
                        + "'), (c) => c.charCodeAt(0))], '" + name + "')], 'bundle')");
        assertThat(verdict("bad")).contains("Ce n’est pas une preuve de publication");
        assertThat(browser.evaluate(
                        "byId('bundle-given').innerText.includes('<img') && document.querySelector('img') === null"))
                .isEqualTo(true);
    }
}
