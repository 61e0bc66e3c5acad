package fr.corpus.release;

import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Sha256;
import fr.corpus.internal.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** {@code manifest.json} and back. */
final class ManifestJson {

    private ManifestJson() {}

    static byte[] write(Manifest manifest) {
        Map<String, Object> json = new LinkedHashMap<>();
        Manifest.Identity identity = manifest.identity();
        json.put("format", Manifest.FORMAT);
        json.put("name", identity.name());
        json.put("corpusVersion", identity.corpusVersion());
        json.put("seed", identity.seed());
        json.put("languages", identity.languages());
        if (!identity.supersedes().isEmpty()) {
            json.put(
                    "supersedes",
                    identity.supersedes().stream().map(ManifestJson::superseded).toList());
        }
        identity.broadClaims().ifPresent(claims -> json.put("broadClaims", BroadClaimsJson.write(claims)));
        Map<String, Object> roots = new LinkedHashMap<>();
        for (Table table : Table.values()) {
            roots.put(table.directory(), manifest.roots().of(table).hex());
        }
        json.put("roots", roots);
        manifest.keys().ifPresent(keys -> json.put("keys", keys(keys)));
        Manifest.Statistics statistics = manifest.statistics();
        json.put("counts", counts(statistics.counts()));
        json.put("textBytesRead", statistics.textBytesRead());
        json.put("released", volume(statistics.released()));
        json.put(
                "sources",
                statistics.sources().stream().map(ManifestJson::source).toList());
        json.put("releasedByLicense", shares("license", statistics.licenses()));
        json.put("releasedByLanguage", shares("language", statistics.languages()));
        json.put(
                "reasons",
                statistics.reasons().stream().map(ManifestJson::reason).toList());
        json.put("components", identity.components());
        Map<String, Object> recipe = new LinkedHashMap<>();
        recipe.put("sha256", identity.recipeDigest().hex());
        recipe.put("resolved", JsonTree.parse(identity.recipe().getBytes(StandardCharsets.UTF_8)));
        json.put("recipe", recipe);
        json.put("files", manifest.files().stream().map(ManifestJson::file).toList());
        return PrettyJson.of(json);
    }

    private static Map<String, Object> superseded(Superseded release) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("manifest", release.manifest().hex());
        json.put("registry", release.registry());
        json.put("withheld", release.withheld());
        json.put("clustersBanned", release.clustersBanned());
        return json;
    }

    private static List<Superseded> parseSuperseded(JsonNode json) {
        if (!json.has("supersedes")) {
            return List.of();
        }
        return json.objects("supersedes").stream()
                .map(release -> new Superseded(
                        release.digest("manifest"),
                        release.text("registry"),
                        release.number("withheld"),
                        release.number("clustersBanned")))
                .toList();
    }

    private static Map<String, Object> keys(Manifest.KeySet keys) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("set", keys.version());
        json.put("root", keys.root().hex());
        json.put("count", keys.count());
        return json;
    }

    private static Optional<Manifest.KeySet> parseKeys(JsonNode json) {
        if (!json.has("keys")) {
            return Optional.empty();
        }
        JsonNode keys = json.object("keys");
        return Optional.of(new Manifest.KeySet(keys.text("set"), keys.digest("root"), keys.number("count")));
    }

    private static Map<String, Object> counts(Counts counts) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("read", counts.read());
        json.put("released", counts.released());
        json.put("dropped", counts.dropped());
        json.put("duplicates", counts.duplicates());
        json.put("withheld", counts.withheld());
        json.put("malformed", counts.malformed());
        return json;
    }

    private static Map<String, Object> volume(Volume volume) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("documents", volume.documents());
        json.put("textBytes", volume.textBytes());
        json.put("characters", volume.characters());
        json.put("tokens", volume.tokens());
        return json;
    }

    private static Map<String, Object> source(Manifest.SourceFigures figures) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("source", figures.source());
        json.put("counts", counts(figures.counts()));
        json.put("textBytesRead", figures.textBytesRead());
        json.put("released", volume(figures.released()));
        return json;
    }

    private static List<Map<String, Object>> shares(String key, List<Manifest.Share> shares) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Manifest.Share share : shares) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put(key, share.name());
            json.putAll(volume(share.volume()));
            list.add(json);
        }
        return list;
    }

    private static Map<String, Object> reason(Manifest.ReasonCount reason) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("step", reason.step());
        json.put("reason", reason.reason());
        json.put("outcome", reason.outcome().word());
        json.put("records", reason.records());
        return json;
    }

    private static Map<String, Object> file(FileEntry file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", file.path());
        json.put("bytes", file.bytes());
        json.put("sha256", file.sha256().hex());
        if (file.rows().isPresent()) {
            json.put("rows", file.rows().getAsLong());
        }
        return json;
    }

    /** Reads a manifest; throws {@link IllegalArgumentException} if it is not one of this format. */
    static Manifest parse(byte[] utf8) {
        JsonNode json = JsonNode.parse(utf8);
        String format = json.text("format");
        if (!format.equals(Manifest.FORMAT)) {
            throw new IllegalArgumentException("$.format: expected " + Manifest.FORMAT + ", found " + format);
        }
        JsonNode recipe = json.object("recipe");
        byte[] resolved = CanonicalJson.of(recipe.raw("resolved"));
        Manifest.Identity identity = new Manifest.Identity(
                json.text("name"),
                json.text("corpusVersion"),
                json.number("seed"),
                json.texts("languages"),
                new String(resolved, StandardCharsets.UTF_8),
                recipe.digest("sha256"),
                json.textsByName("components"),
                parseSuperseded(json),
                json.has("broadClaims")
                        ? Optional.of(BroadClaimsJson.parse(json.object("broadClaims")))
                        : Optional.empty());
        if (!Sha256.of(resolved).equals(identity.recipeDigest())) {
            throw new IllegalArgumentException("$.recipe.sha256: the resolved recipe hashes to " + Sha256.of(resolved));
        }
        JsonNode roots = json.object("roots");
        return new Manifest(
                identity,
                new Manifest.Roots(roots.digest("data"), roots.digest("drops"), roots.digest("duplicates")),
                parseKeys(json),
                statistics(json),
                json.objects("files").stream().map(ManifestJson::parseFile).toList());
    }

    private static Manifest.Statistics statistics(JsonNode json) {
        return new Manifest.Statistics(
                parseCounts(json.object("counts")),
                json.number("textBytesRead"),
                parseVolume(json.object("released")),
                json.objects("sources").stream()
                        .map(source -> new Manifest.SourceFigures(
                                source.text("source"),
                                parseCounts(source.object("counts")),
                                source.number("textBytesRead"),
                                parseVolume(source.object("released"))))
                        .toList(),
                parseShares("license", json.objects("releasedByLicense")),
                parseShares("language", json.objects("releasedByLanguage")),
                json.objects("reasons").stream()
                        .map(reason -> new Manifest.ReasonCount(
                                reason.text("step"),
                                reason.text("reason"),
                                Outcome.parse(reason.text("outcome")),
                                reason.number("records")))
                        .toList());
    }

    private static Counts parseCounts(JsonNode json) {
        return new Counts(
                json.number("read"),
                json.number("released"),
                json.number("dropped"),
                json.number("duplicates"),
                json.number("withheld"),
                json.number("malformed"));
    }

    private static Volume parseVolume(JsonNode json) {
        return new Volume(
                json.number("documents"), json.number("textBytes"), json.number("characters"), json.number("tokens"));
    }

    private static List<Manifest.Share> parseShares(String key, List<JsonNode> list) {
        return list.stream()
                .map(share -> new Manifest.Share(share.text(key), parseVolume(share)))
                .toList();
    }

    private static FileEntry parseFile(JsonNode json) {
        OptionalLong rows = json.has("rows") ? OptionalLong.of(json.number("rows")) : OptionalLong.empty();
        return new FileEntry(json.text("path"), json.number("bytes"), json.digest("sha256"), rows);
    }
}
