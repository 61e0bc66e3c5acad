package fr.corpus.rights;

import fr.corpus.document.LicenseId;
import fr.corpus.document.Metadata;
import fr.corpus.document.Provenance;
import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.license.License;
import fr.corpus.license.LicenseCatalog;
import fr.corpus.license.LicenseTerms;
import fr.corpus.license.Permission;
import fr.corpus.license.Use;
import fr.corpus.step.Evidence;
import fr.corpus.step.Parameter;
import fr.corpus.step.Reason;
import fr.corpus.step.RightsDecision;
import fr.corpus.step.RightsGate;
import fr.corpus.step.Settings;
import fr.corpus.step.StepId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Admits a document whose declared licence is in the catalogue and on the recipe's list; withholds every other. Immutable.
 *
 * <p>A licence that forbids publishing, or publishing a cleaned text, cannot be on the list. Of {@code A OR B} the
 * strongest listed licence is taken; {@code A AND B} is withheld, since a row of a release has one licence.
 */
public final class LicenseGate implements RightsGate {

    /** Name and version. */
    public static final StepId ID = StepId.parse("rights.licenses@1");

    /** What a recipe may write. */
    public static final List<Parameter> PARAMETERS = List.of(Parameter.of("allow", Parameter.Type.NAMES));

    private static final Reason MISSING = Reason.of("missing-license");
    private static final Reason UNKNOWN = Reason.of("unknown-license");
    private static final Reason NOT_ALLOWED = Reason.of("license-not-allowed");
    private static final Reason SEVERAL = Reason.of("several-licenses");

    /** Added to the rank of what the gate admits, so that it is always above what it withholds. */
    private static final int ADMITTED = 1000;

    /** An unknown licence is told in the ledger by its first characters: an address at most, never a text. */
    private static final int MAX_LABEL_CHARS = 80;

    private final LicenseCatalog catalog;
    private final Set<LicenseId> allowed;

    private LicenseGate(LicenseCatalog catalog, Set<LicenseId> allowed) {
        this.catalog = catalog;
        this.allowed = Set.copyOf(allowed);
    }

    /**
     * The gate of a recipe.
     *
     * @throws RecipeException if the list is empty, or names a licence that the catalogue does not have or whose terms
     *     forbid what a release does
     */
    public static LicenseGate from(Settings settings) {
        return of(settings.names("allow"));
    }

    /**
     * A gate that admits some licences, written by identifier or in any way that the catalogue knows.
     *
     * @throws RecipeException as {@link #from}
     */
    public static LicenseGate of(List<String> allow) {
        LicenseCatalog catalog = LicenseCatalog.load();
        if (allow.isEmpty()) {
            throw new RecipeException(UserMessage.of("rights.nothing-allowed"));
        }
        Set<LicenseId> ids = new TreeSet<>();
        for (String name : allow) {
            License license = catalog.find(name).orElseThrow(() -> unknown(catalog, name));
            requireGrant(license, Use.REDISTRIBUTE, "rights.redistribution-forbidden");
            requireGrant(license, Use.ADAPT, "rights.adaptation-forbidden");
            ids.add(license.id());
        }
        return new LicenseGate(catalog, ids);
    }

    private static void requireGrant(License license, Use use, String key) {
        if (license.permission(use) == Permission.FORBIDDEN) {
            throw new RecipeException(UserMessage.of(key, license.id().value()));
        }
    }

    private static RecipeException unknown(LicenseCatalog catalog, String name) {
        Optional<LicenseId> nearest = NearestLicense.of(name, catalog);
        return new RecipeException(
                nearest.map(id -> UserMessage.of("rights.unknown-allowed-license-nearest", name, id.value()))
                        .orElseGet(() -> UserMessage.of("rights.unknown-allowed-license", name)));
    }

    @Override
    public StepId id() {
        return ID;
    }

    /** The licences that it admits, by identifier. */
    public Set<LicenseId> allowed() {
        return new TreeSet<>(allowed);
    }

    @Override
    public RightsDecision decide(Metadata metadata, Provenance provenance) {
        Optional<String> declared = metadata.license();
        if (declared.isEmpty()) {
            return new RightsDecision.Withhold(MISSING, Evidence.NONE);
        }
        List<LicenseTerms> alternatives = catalog.alternatives(declared.get());
        if (alternatives.isEmpty()) {
            return new RightsDecision.Withhold(UNKNOWN, Evidence.of("declared-license", label(declared.get())));
        }
        Optional<LicenseTerms> admitted = admitted(alternatives);
        if (admitted.isPresent()) {
            LicenseTerms terms = admitted.get();
            return new RightsDecision.Admit(terms.id(), AttributionLine.of(terms, metadata, provenance));
        }
        Reason reason = alternatives.stream().anyMatch(this::isListed) ? SEVERAL : NOT_ALLOWED;
        return new RightsDecision.Withhold(
                reason, Evidence.of("license", alternatives.get(0).id().value()));
    }

    @Override
    public int rank(Metadata metadata) {
        List<LicenseTerms> alternatives =
                metadata.license().map(catalog::alternatives).orElse(List.of());
        return admitted(alternatives)
                .map(terms -> ADMITTED + terms.rank())
                .orElseGet(
                        () -> alternatives.isEmpty() ? 0 : alternatives.get(0).rank());
    }

    private Optional<LicenseTerms> admitted(List<LicenseTerms> alternatives) {
        return alternatives.stream()
                .filter(terms -> terms.licenses().size() == 1)
                .filter(this::isListed)
                .findFirst();
    }

    private boolean isListed(LicenseTerms terms) {
        return terms.licenses().stream().allMatch(license -> allowed.contains(license.id()));
    }

    private static String label(String declared) {
        int end = declared.length() <= MAX_LABEL_CHARS
                ? declared.length()
                : declared.offsetByCodePoints(0, MAX_LABEL_CHARS / 2);
        return end == declared.length() ? declared : declared.substring(0, end) + "…";
    }
}
