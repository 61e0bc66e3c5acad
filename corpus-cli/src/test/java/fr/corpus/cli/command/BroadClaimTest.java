package fr.corpus.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A corpus of 300 pages of many sites of which strangers claim what is everybody’s. */
class BroadClaimTest {

    private static final long SEED = 20261125;
    private static final int PAGES = 300;

    /** What the banner of nearly every page says. */
    private static final String BANNER =
            "Nous utilisons des cookies et des traceurs pour mesurer l’audience de nos pages,"
                    + " personnaliser les contenus et proposer des publicités adaptées à vos centres d’intérêt. Vous pouvez accepter"
                    + " l’ensemble des traceurs, refuser leur dépôt ou paramétrer chaque finalité depuis le centre de préférences."
                    + " Votre choix sera conservé pendant treize mois et peut être modifié à tout moment depuis le lien placé en bas"
                    + " de chaque page. Certains partenaires déposent également leurs propres traceurs afin de limiter la répétition"
                    + " des annonces, compter les visites uniques et détecter les utilisations frauduleuses de nos services. La liste"
                    + " complète des partenaires, leurs durées de conservation et leurs politiques de confidentialité figurent dans"
                    + " la rubrique consacrée aux données personnelles, que nous vous invitons à consulter régulièrement.";

    /** A licence that every second page ends in. */
    private static final String LICENCE = "Vous êtes libre de partager, copier, distribuer et communiquer le présent"
            + " contenu par tous moyens et sous tous formats, ainsi que de l’adapter, le remixer et le transformer, pour toute"
            + " utilisation, y compris commerciale. L’offrant ne peut retirer les autorisations concédées tant que vous"
            + " respectez les termes suivants : vous devez créditer l’œuvre, intégrer un lien vers la licence et indiquer si"
            + " des modifications ont été effectuées. Vous n’êtes pas autorisé à appliquer des conditions légales ou des"
            + " mesures techniques qui restreindraient légalement autrui à utiliser cette œuvre dans les conditions décrites."
            + " Aucune garantie n’est donnée ; il est possible que la licence ne vous donne pas toutes les permissions"
            + " nécessaires pour votre utilisation, notamment au titre du droit à l’image ou de la vie privée.";

    @TempDir
    Path folder;

    private String registry;
    private String recipe;

    @BeforeEach
    void writeTheCorpus() throws IOException {
        Random random = new Random(SEED);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < PAGES; i++) {
            String site = i % 3 != 0 ? "www.encyclopedie.exemple.fr" : "site" + i + ".exemple.fr";
            String text = "Il était une fois " + MadeUpPages.words(random, 120) + (i % 10 < 8 ? BANNER + " " : "")
                    + (i % 2 == 0 ? LICENCE : "");
            lines.append(MadeUpPages.line("p" + i, text, "https://" + site + "/" + i));
            if (i == 0) {
                Files.writeString(folder.resolve("roman.txt"), text);
            }
        }
        recipe = MadeUpPages.write(folder, lines.toString(), "{ use: rights.licenses@1, allow: [ CC-BY-4.0 ] }")
                .toString();
        registry = folder.resolve("registre").toString();
        assertThat(Ran.corpus("registry", "init", registry, "--origin", "registre.exemple.fr/essai")
                        .code())
                .isZero();
    }

    private String claim(String... selector) {
        List<String> arguments = new ArrayList<>(List.of("optout", "add", registry, "--holder", "Quelqu’un"));
        arguments.addAll(List.of(selector));
        Ran added = Ran.asJson(arguments.toArray(String[]::new));
        assertThat(added.code()).isZero();
        return added.json().get("reservation").asString();
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private JsonNode build(String name, String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("build", recipe, "--out", folder.resolve(name).toString(), "--quiet", "--registry", registry));
        arguments.addAll(List.of(options));
        Ran built = Ran.asJson(arguments.toArray(String[]::new));
        assertThat(built.code()).isZero();
        Ran audited = Ran.asJson("audit", folder.resolve(name).toString(), "--registry", registry);
        assertThat(audited.code()).as(audited.json().toString()).isZero();
        return built.json();
    }

    private static long withheld(JsonNode built) {
        return built.get("counts").get("withheld").asLong();
    }

    @Test
    void aWholeTopLevelDomainCannotBeClaimed() {
        for (String claim : List.of("*.fr", "fr")) {
            assertThat(Ran.corpus("optout", "add", registry, "--holder", "Q", "--domain", claim)
                            .code())
                    .as(claim)
                    .isEqualTo(2);
        }
        for (String url : List.of("https://*.fr/*", "https://*/*", "https://fr/*")) {
            assertThat(Ran.corpus("optout", "add", registry, "--holder", "Q", "--url", url)
                            .code())
                    .as(url)
                    .isEqualTo(2);
        }
        assertThat(withheld(build("v1"))).isZero();
    }

    @Test
    void aDomainOfManySitesOfWhichNobodyShowedControlIsSetAsideAndSaid() {
        String id = claim("--domain", "exemple.fr");
        JsonNode built = build("v1");
        assertThat(withheld(built)).isZero();
        JsonNode claims = built.get("broadClaims");
        assertThat(claims.get("choice").asString()).isEqualTo("set-aside");
        assertThat(claims.get("letThrough").asLong()).isEqualTo(PAGES);
        assertThat(claims.get("selectors")).hasSize(1);
        assertThat(claims.get("selectors").get(0).get("reservation").asString()).isEqualTo(id);
        assertThat(claims.get("selectors").get(0).get("selector").asString()).isEqualTo("domain");
        assertThat(claims.get("selectors").get(0).get("documents").asLong()).isEqualTo(PAGES);
        Ran shown = Ran.corpus("show", folder.resolve("v1").toString(), "--lang", "fr");
        assertThat(shown.out()).contains("trop large", id, "corpus optout decide");
        assertThat(folder.resolve("v1/README.fr.md")).content().contains("trop larges pour être suivis");
    }

    @Test
    void whatAnotherReservationWithholdsIsNotLetThrough() {
        claim("--domain", "exemple.fr");
        claim("--url", "https://site0.exemple.fr/0");
        JsonNode built = build("v1");
        assertThat(withheld(built)).isOne();
        assertThat(built.get("broadClaims").get("letThrough").asLong()).isEqualTo(PAGES - 1);
    }

    @Test
    void theOperatorMayWithholdAllTheSame() {
        claim("--domain", "exemple.fr");
        JsonNode built = build("v1", "--over-broad", "withhold");
        assertThat(withheld(built)).isEqualTo(PAGES);
        assertThat(built.get("broadClaims").get("choice").asString()).isEqualTo("withhold");
        assertThat(built.get("dropsByReason").get("rights.optout@1 suspended").asLong())
                .isEqualTo(PAGES);
    }

    @Test
    void whatTheOperatorAcceptsIsHeededHoweverBroadAndRetracted() {
        String id = claim("--host", "www.encyclopedie.exemple.fr");
        assertThat(withheld(build("v1"))).isZero();
        String v1 = folder.resolve("v1").toString();
        Ran nothing = Ran.asJson(
                "retract",
                v1,
                "--registry",
                registry,
                "--out",
                folder.resolve("v1b").toString());
        assertThat(nothing.json().get("retracted").asLong()).isZero();
        assertThat(nothing.json().get("broadClaims").get("selectors")).hasSize(1);
        assertThat(Ran.corpus("optout", "decide", registry, id, "verified", "--reason", "vu")
                        .code())
                .isZero();
        Ran retracted = Ran.asJson(
                "retract",
                v1,
                "--registry",
                registry,
                "--out",
                folder.resolve("v2").toString());
        assertThat(retracted.json().get("retracted").asLong()).isEqualTo(200);
        assertThat(retracted.json().has("broadClaims")).isFalse();
        assertThat(withheld(build("v3"))).isEqualTo(200);
    }

    @Test
    void whoeverShowedControlOfTheSiteIsHeededHoweverBroad() {
        assertThat(Ran.corpus(
                                "optout",
                                "add",
                                registry,
                                "--holder",
                                "Encyclopédie",
                                "--tier",
                                "2",
                                "--host",
                                "www.encyclopedie.exemple.fr")
                        .code())
                .isZero();
        JsonNode built = build("v1");
        assertThat(withheld(built)).isEqualTo(200);
        assertThat(built.has("broadClaims")).isFalse();
    }

    @Test
    void aSiteClaimedInManyPatternsIsAsBroadAsTheSite() {
        List<String> patterns = new ArrayList<>();
        for (int digit = 1; digit < 10; digit++) {
            patterns.addAll(List.of("--url", "https://www.encyclopedie.exemple.fr/" + digit + "*"));
        }
        claim(patterns.toArray(String[]::new));
        JsonNode built = build("v1");
        assertThat(withheld(built)).isBetween(1L, 150L);
        assertThat(built.get("broadClaims").get("selectors").size()).isPositive();
    }

    @Test
    void aFormulaABannerAndALicenceAreNobodysWork() throws IOException {
        claim("--work", file("formule.txt", "Il était une fois"));
        claim("--work", file("bandeau.txt", BANNER));
        claim("--work", file("licence.txt", LICENCE));
        JsonNode built = build("v1");
        assertThat(withheld(built)).isZero();
        JsonNode selectors = built.get("broadClaims").get("selectors");
        assertThat(selectors).hasSize(2);
        selectors.forEach(selector -> {
            assertThat(selector.get("selector").asString()).isEqualTo("sample");
            assertThat(selector.get("passages").asLong()).isPositive();
            assertThat(selector.get("documents").asLong()).isZero();
        });
    }

    @Test
    void aTextThatCarriesTheBannerAndTheLicenceIsStillFoundByItsOwnWords() {
        claim("--work", folder.resolve("roman.txt").toString());
        JsonNode built = build("v1");
        assertThat(withheld(built)).isOne();
        assertThat(built.get("broadClaims").get("letThrough").asLong()).isGreaterThan(200);
    }

    @Test
    void aManifestThatSetsAsideMoreThanItMayIsFoundOut() throws IOException {
        claim("--domain", "exemple.fr");
        build("v1");
        Path manifest = folder.resolve("v1/manifest.json");
        String honest = Files.readString(manifest);
        Files.writeString(manifest, honest.replace("\"place\": 1", "\"place\": 2"));
        assertThat(findings()).contains("audit.breadth-verified", "audit.reserved");
        Files.writeString(manifest, honest.replace("\"documents\": 300, \"broad\"", "\"documents\": 301, \"broad\""));
        assertThat(findings()).contains("audit.breadth-few").doesNotContain("audit.reserved");
        Files.writeString(manifest, honest.replace("\"documents\": 300,\n    \"let", "\"documents\": 30,\n    \"let"));
        assertThat(findings()).contains("audit.breadth-documents", "audit.reserved");
    }

    @Test
    void aManifestThatLeavesMoreOfAWorkOutThanItMayIsFoundOut() throws IOException {
        claim("--work", folder.resolve("roman.txt").toString());
        build("v1");
        Path manifest = folder.resolve("v1/manifest.json");
        String honest = Files.readString(manifest);
        for (String other : List.of("0", "2147483647")) {
            String forged = honest.replaceFirst("\"passages\": \\[", "\"passages\": [" + other + ", ");
            assertThat(forged).isNotEqualTo(honest);
            Files.writeString(manifest, forged);
            assertThat(findings()).as(other).contains("audit.breadth-passage");
        }
    }

    private List<String> findings() {
        Ran audited = Ran.asJson("audit", folder.resolve("v1").toString(), "--registry", registry);
        assertThat(audited.code()).isEqualTo(3);
        List<String> keys = new ArrayList<>();
        audited.json()
                .get("findings")
                .forEach(finding -> keys.add(finding.get("key").asString()));
        return keys;
    }
}
