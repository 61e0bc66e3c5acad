package fr.corpus.pipeline;

import fr.corpus.document.LicenseId;
import fr.corpus.document.Metadata;
import fr.corpus.license.License;
import fr.corpus.license.LicenseCatalog;
import java.util.Optional;

/**
 * Which licence a document has when the recipe states one for its source and the record states one of its own. Immutable.
 *
 * <p>The recipe's, unless the record's own is in the catalogue and grants less: a builder cannot widen what a record grants.
 *
 * @param stated the licence that the recipe states for the source
 * @param catalog where both are looked up
 */
public record SourceRights(Optional<LicenseId> stated, LicenseCatalog catalog) {

    /** The record's metadata with the licence that counts. */
    public Metadata complete(Metadata metadata) {
        if (stated.isEmpty()) {
            return metadata;
        }
        String licence = stated.get().value();
        Optional<License> own = metadata.license().flatMap(catalog::find);
        Optional<License> general = catalog.find(licence);
        boolean ownGrantsLess = own.isPresent()
                && general.isPresent()
                && own.get().rank() < general.get().rank();
        return ownGrantsLess ? metadata : metadata.withLicense(licence);
    }
}
