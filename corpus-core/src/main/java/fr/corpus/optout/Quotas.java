package fr.corpus.optout;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the declarations of a day by tier and by holder. The counts are facts that become durable with the declaration; those of
 * holders, by a hash of their name, are gone with the first declaration of the next day. Confined to one thread.
 */
final class Quotas {

    /** How the facts that name holders begin. */
    static final String HOLDER = "quota holder ";

    private static final String TIER = "quota tier ";
    private static final String LIMIT = "quota limit ";

    private final RegistryStore store;

    Quotas(RegistryStore store) {
        this.store = store;
    }

    /** The quota of a tier: what the operator set, else the standard. */
    Optional<Quota> of(IdentityTier tier) {
        return store.mark(LIMIT + tier.number())
                .map(text -> text.equals("off") ? Optional.<Quota>empty() : Optional.of(quota(text)))
                .orElseGet(() -> Quota.standard(tier));
    }

    private static Quota quota(String text) {
        int space = text.indexOf(' ');
        return new Quota(Integer.parseInt(text.substring(0, space)), Integer.parseInt(text.substring(space + 1)));
    }

    /** The fact that sets the quota of a tier; empty for none. */
    static Map<String, String> limit(IdentityTier tier, Optional<Quota> quota) {
        String text =
                quota.map(limit -> limit.perHolder() + " " + limit.total()).orElse("off");
        return Map.of(LIMIT + tier.number(), text);
    }

    /**
     * The facts to keep with one more declaration.
     *
     * @throws RecipeException if it is one too many
     */
    Map<String, String> count(Declaration declared, long timeMillis) {
        Optional<Quota> quota = of(declared.tier());
        if (quota.isEmpty()) {
            return Map.of();
        }
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(timeMillis), ZoneOffset.UTC);
        String tier = TIER + declared.tier().number();
        String name = Sha256.of(declared.holder().name().getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, 32);
        String holder = HOLDER + declared.tier().number() + " " + name;
        int ofTier = counted(tier, day) + 1;
        int ofHolder = counted(holder, day) + 1;
        if (ofTier > quota.get().total() || ofHolder > quota.get().perHolder()) {
            throw new RecipeException(UserMessage.of(
                    "optout.quota",
                    declared.tier().number(),
                    quota.get().perHolder(),
                    quota.get().total()));
        }
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(tier, day + " " + ofTier);
        facts.put(holder, day + " " + ofHolder);
        return facts;
    }

    private int counted(String name, LocalDate day) {
        String today = day + " ";
        return store.mark(name)
                .filter(text -> text.startsWith(today))
                .map(text -> Integer.parseInt(text.substring(today.length())))
                .orElse(0);
    }
}
