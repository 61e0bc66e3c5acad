package fr.corpus.release;

import fr.corpus.document.LicenseId;
import fr.corpus.error.RightsException;
import fr.corpus.error.UserMessage;
import fr.corpus.license.LicenseCatalog;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files of a release for people: data cards in two languages and the texts of the licences in use. */
final class ReleaseDocuments {

    /**
     * The card at the root. Its header tells Hugging Face {@code datasets} which files make which table; without it, opening
     * the release as a whole would mix the three.
     */
    private static final String CARD = """
            ---
            configs:
            - config_name: data
              data_files: data/*.parquet
              default: true
            - config_name: drops
              data_files: drops/*.parquet
            - config_name: duplicates
              data_files: duplicates/*.parquet
            ---

            # %s

            Fiche de données en français : [README.fr.md](README.fr.md).

            Data card in English: [README.en.md](README.en.md).
            """;

    private ReleaseDocuments() {}

    /**
     * Bytes by path.
     *
     * @param profile of its texts, when it has layers
     * @throws RightsException if texts are released under a licence that the catalogue does not have
     */
    static Map<String, byte[]> of(
            Manifest.Identity identity,
            Manifest.Roots roots,
            Manifest.Statistics statistics,
            Optional<ReleaseProfile> profile) {
        Map<String, byte[]> documents = new TreeMap<>();
        for (Manifest.Share share : statistics.licenses()) {
            if (!share.name().isEmpty()) {
                documents.put(ReleaseFiles.license(share.name()), utf8(licenseText(share.name())));
            }
        }
        documents.put(ReleaseFiles.CARD, utf8(String.format(Locale.ROOT, CARD, Markdown.escape(identity.name()))));
        documents.put(
                ReleaseFiles.CARD_FRENCH,
                utf8(new DataCard(Locale.FRENCH, identity, roots, statistics, profile).text()));
        documents.put(
                ReleaseFiles.CARD_ENGLISH,
                utf8(new DataCard(Locale.ENGLISH, identity, roots, statistics, profile).text()));
        return documents;
    }

    private static String licenseText(String id) {
        LicenseCatalog catalog = LicenseCatalog.load();
        LicenseId license = LicenseId.of(id);
        if (catalog.byId(license).isEmpty()) {
            throw new RightsException(UserMessage.of("release.unknown-license", id));
        }
        return catalog.text(license);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
