package fr.corpus.release;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The claims that were too broad, in the manifest and back. */
final class BroadClaimsJson {

    private BroadClaimsJson() {}

    static Map<String, Object> write(BroadClaims claims) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", claims.rule());
        json.put("choice", claims.choice());
        json.put("documents", claims.documents());
        json.put("letThrough", claims.letThrough());
        json.put(
                "selectors",
                claims.selectors().stream().map(BroadClaimsJson::write).toList());
        return json;
    }

    private static Map<String, Object> write(BroadClaims.Selector selector) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("reservation", selector.reservation());
        json.put("selector", selector.kind());
        json.put("place", selector.place());
        json.put("documents", selector.documents());
        json.put("broad", selector.isBroad());
        if (!selector.passages().isEmpty()) {
            json.put("passages", selector.passages());
        }
        return json;
    }

    static BroadClaims parse(JsonNode json) {
        return new BroadClaims(
                json.text("rule"),
                json.text("choice"),
                json.number("documents"),
                json.number("letThrough"),
                json.objects("selectors").stream()
                        .map(BroadClaimsJson::selector)
                        .toList());
    }

    private static BroadClaims.Selector selector(JsonNode json) {
        return new BroadClaims.Selector(
                json.text("reservation"),
                json.text("selector"),
                Math.toIntExact(json.number("place")),
                json.number("documents"),
                json.truth("broad"),
                json.has("passages") ? json.places("passages") : List.of());
    }
}
