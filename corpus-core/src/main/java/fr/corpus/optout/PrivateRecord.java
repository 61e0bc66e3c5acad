package fr.corpus.optout;

import fr.corpus.hash.CanonicalJson;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.internal.json.JsonFields;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The private record of entries that declare something, to and from canonical JSON: {@code docs/formats/opt-out-log-entry.md}. */
final class PrivateRecord {

    private static final int MAX_FORMAT = Integer.MAX_VALUE;

    private PrivateRecord() {}

    static byte[] write(Declaration declared) {
        Map<String, Object> json = new TreeMap<>();
        Declaration.Origin origin = declared.origin();
        json.put("v", LogEntry.FORMAT);
        json.put("holder", holder(declared.holder()));
        declared.mandate().ifPresent(mandate -> json.put("mandate", mandate(mandate)));
        json.put("tier", declared.tier().number());
        json.put("categories", UseCategory.words(declared.categories()));
        json.put("basis", origin.basis().word());
        json.put("channel", origin.channel().word());
        json.put("declaredAt", origin.declaredAt().toString());
        origin.evidence().ifPresent(digest -> json.put("evidence", digest.hex()));
        if (!declared.controls().isEmpty()) {
            json.put(
                    "controls",
                    declared.controls().stream().map(PrivateRecord::control).toList());
        }
        json.put(
                "selectors",
                declared.selectors().stream().map(PrivateRecord::selector).toList());
        return CanonicalJson.of(json);
    }

    private static Map<String, Object> control(DomainControl control) {
        return Map.of(
                "host", control.host(),
                "method", control.method().word(),
                "place", control.place(),
                "at", control.at().toString(),
                "received", control.received().hex());
    }

    private static Map<String, Object> holder(Holder holder) {
        return Map.of("name", holder.name(), "kind", holder.kind().word());
    }

    private static Map<String, Object> mandate(Mandate mandate) {
        Map<String, Object> json = new TreeMap<>();
        json.put("grantor", holder(mandate.grantor()));
        json.put("from", mandate.validFrom().toString());
        mandate.validUntil().ifPresent(end -> json.put("until", end.toString()));
        mandate.evidence().ifPresent(digest -> json.put("evidence", digest.hex()));
        mandate.chain().ifPresent(link -> json.put("chain", mandate(link)));
        return json;
    }

    private static Map<String, Object> selector(Selector selector) {
        if (selector instanceof Selector.Exact exact) {
            return Map.of(exact.key().type().word(), exact.key().value());
        }
        if (selector instanceof Selector.Pattern pattern) {
            return Map.of(
                    EntryKeys.PATTERN,
                    Map.of(
                            "host",
                            pattern.pattern().host(),
                            "path",
                            pattern.pattern().path()));
        }
        WorkFingerprint work = ((Selector.Work) selector).fingerprint();
        Map<String, Object> json = new TreeMap<>();
        work.bytes().ifPresent(digest -> json.put("bytes", digest.hex()));
        json.put("text", work.text().hex());
        json.put("iscc", HexFormat.of().formatHex(work.iscc()));
        StringBuilder samples = new StringBuilder();
        for (long sample : work.samples()) {
            samples.append(HexFormat.of().toHexDigits(sample));
        }
        json.put("samples", samples.toString());
        return Map.of("work", json);
    }

    static Declaration read(byte[] bytes) {
        JsonFields json = JsonFields.parse(bytes, Malformed::record);
        if (json.number("v", MAX_FORMAT) != LogEntry.FORMAT) {
            throw json.wrong("v");
        }
        try {
            Declaration.Origin origin = new Declaration.Origin(
                    json.word(LegalBasis.find(json.text("basis")), "basis"),
                    json.word(Channel.find(json.text("channel")), "channel"),
                    json.time("declaredAt"),
                    json.optionalDigest("evidence"));
            List<Selector> selectors = new ArrayList<>();
            json.objects("selectors").forEach(each -> selectors.add(selector(each)));
            List<DomainControl> controls = new ArrayList<>();
            if (json.has("controls")) {
                json.objects("controls").forEach(each -> controls.add(control(each)));
                if (controls.isEmpty()) {
                    throw json.wrong("controls");
                }
            }
            Declaration declared = new Declaration(
                    holder(json.object("holder")),
                    json.has("mandate") ? Optional.of(mandate(json.object("mandate"))) : Optional.empty(),
                    json.word(IdentityTier.find(json.number("tier", MAX_FORMAT)), "tier"),
                    LogEntryReader.categories(json),
                    selectors,
                    origin,
                    controls);
            json.end();
            return declared;
        } catch (IllegalArgumentException e) {
            throw json.wrong("value");
        }
    }

    private static DomainControl control(JsonFields json) {
        DomainControl control = new DomainControl(
                json.text("host"),
                json.word(DomainControl.Method.find(json.text("method")), "method"),
                json.text("place"),
                json.time("at"),
                json.digest("received"));
        json.end();
        return control;
    }

    private static Holder holder(JsonFields json) {
        Holder holder = new Holder(json.text("name"), json.word(HolderKind.find(json.text("kind")), "kind"));
        json.end();
        return holder;
    }

    private static Mandate mandate(JsonFields json) {
        Mandate mandate = new Mandate(
                holder(json.object("grantor")),
                json.time("from"),
                json.has("until") ? Optional.of(json.time("until")) : Optional.empty(),
                json.optionalDigest("evidence"),
                json.has("chain") ? Optional.of(mandate(json.object("chain"))) : Optional.empty());
        json.end();
        return mandate;
    }

    private static Selector selector(JsonFields json) {
        if (json.names().size() != 1) {
            throw json.wrong("selectors");
        }
        String type = json.names().iterator().next();
        if (type.equals(EntryKeys.PATTERN)) {
            JsonFields pattern = json.object(type);
            Selector selector = new Selector.Pattern(new UrlPattern(pattern.text("host"), pattern.text("path")));
            pattern.end();
            return selector;
        }
        if (type.equals("work")) {
            return new Selector.Work(work(json.object(type)));
        }
        return new Selector.Exact(new Key(json.word(KeyType.find(type), "selectors"), json.text(type)));
    }

    private static WorkFingerprint work(JsonFields json) {
        String hex = json.text("samples");
        if (hex.length() % 16 != 0 || !hex.matches("[0-9a-f]*")) {
            throw json.wrong("samples");
        }
        long[] samples = new long[hex.length() / 16];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = HexFormat.fromHexDigitsToLong(hex, 16 * i, 16 * i + 16);
        }
        WorkFingerprint work = WorkFingerprint.of(
                json.optionalDigest("bytes"),
                json.digest("text"),
                json.digest("iscc").bytes(),
                samples);
        json.end();
        return work;
    }
}
