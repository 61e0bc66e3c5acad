package fr.corpus.cli.command.release;

import fr.corpus.cli.command.console.Console;
import fr.corpus.match.BroadChoice;
import fr.corpus.release.BroadClaims;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The unverified claims that were too broad to be heeded as they were made, in sentences or as JSON. */
final class BroadClaimsView {

    private static final int MAX_LISTED = 20;

    private final Console console;

    BroadClaimsView(Console console) {
        this.console = console;
    }

    /** Says which selectors, how many documents, and what the operator can do. */
    void print(Optional<BroadClaims> claims) {
        claims.ifPresent(this::print);
    }

    private void print(BroadClaims claims) {
        boolean withheld = claims.choice().equals(BroadChoice.WITHHOLD.word());
        if (claims.broad() > 0) {
            console.print(
                    withheld ? "cli.broad-withheld" : "cli.broad-set-aside",
                    claims.broad(),
                    claims.documents(),
                    claims.letThrough());
        }
        long passages =
                claims.selectors().stream().filter(claim -> !claim.isBroad()).count();
        claims.selectors().stream()
                .filter(BroadClaims.Selector::isBroad)
                .limit(MAX_LISTED)
                .forEach(claim -> console.print(
                        "cli.broad-selector", claim.reservation(), claim.kind(), claim.place(), claim.documents()));
        if (claims.broad() > MAX_LISTED) {
            console.print("cli.impact-more", claims.broad() - MAX_LISTED);
        }
        if (passages > 0) {
            console.print("cli.broad-passages", passages);
        }
        if (claims.broad() > 0) {
            console.print(withheld ? "cli.broad-withheld-do" : "cli.broad-do");
        }
    }

    static Map<String, Object> json(BroadClaims claims) {
        Map<String, Object> json = new TreeMap<>();
        json.put("rule", claims.rule());
        json.put("choice", claims.choice());
        json.put("documents", claims.documents());
        json.put("letThrough", claims.letThrough());
        json.put(
                "selectors",
                claims.selectors().stream().map(BroadClaimsView::json).toList());
        return json;
    }

    private static Map<String, Object> json(BroadClaims.Selector claim) {
        Map<String, Object> json = new TreeMap<>();
        json.put("reservation", claim.reservation());
        json.put("selector", claim.kind());
        json.put("place", claim.place());
        json.put("documents", claim.documents());
        json.put("broad", claim.isBroad());
        json.put("passages", claim.passages().size());
        return json;
    }
}
