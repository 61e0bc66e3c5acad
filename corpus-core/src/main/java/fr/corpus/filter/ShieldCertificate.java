package fr.corpus.filter;

import fr.corpus.hash.Digest;
import java.util.List;

/**
 * What a release is shielded from. Immutable.
 *
 * @param owners packs and files, in the order of the recipe
 */
public record ShieldCertificate(List<Owner> owners) {

    public ShieldCertificate {
        owners = List.copyOf(owners);
    }

    /**
     * A pack or a file of items. Immutable.
     *
     * @param name the pack, {@code id@version}, or the name of the file
     * @param isPack whether it is a pack
     * @param digest SHA-256 of {@code pack.yaml}, which holds that of the items, or of the file
     * @param data SHA-256 of the official files of a pack that does not carry its items
     * @param items its items
     * @param shielded items of which at least one text is shielded
     * @param tooShort texts that are too short to be
     */
    public record Owner(
            String name, boolean isPack, Digest digest, List<Digest> data, long items, long shielded, long tooShort) {

        public Owner {
            data = List.copyOf(data);
        }
    }
}
