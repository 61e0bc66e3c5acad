package fr.corpus.cli.command.release;

import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.Reasons;
import fr.corpus.cli.command.registry.IdentifierOptions;
import fr.corpus.document.Metadata;
import fr.corpus.release.DocumentHistory;
import fr.corpus.release.DropRow;
import fr.corpus.release.DuplicateRow;
import fr.corpus.release.Origin;
import fr.corpus.release.ReleaseRow;
import fr.corpus.step.Evidence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All that a release knows of one document, in sentences or as JSON. */
final class HistoryView {

    private final Console console;
    private final Reasons reasons;

    HistoryView(Console console) {
        this.console = console;
        this.reasons = new Reasons(console);
    }

    void print(DocumentHistory history) {
        history.id().ifPresent(id -> console.print("cli.doc-id", id.hex()));
        history.drops().forEach(this::print);
        for (DuplicateRow row : history.copyOf()) {
            origin(row.origin());
            console.print(
                    "cli.doc-copy-of-" + row.match().kind().word(),
                    row.survivor().id().hex(),
                    row.survivor().sourceId(),
                    row.match().similarity());
        }
        history.released().forEach(row -> print(row, history.copies()));
    }

    private void print(DropRow row) {
        origin(row.origin());
        String step = row.cause().step();
        String reason = row.cause().reason().code();
        console.print("cli.doc-" + row.outcome().word(), step, reason, reasons.sentence(step, reason));
        row.cause()
                .evidence()
                .items()
                .forEach(item -> console.out()
                        .println("  " + item.name() + " = " + item.value().shown()));
    }

    private void print(ReleaseRow row, List<DuplicateRow> copies) {
        origin(row.origin());
        console.print(
                "cli.doc-reader",
                row.document().provenance().reader(),
                row.document().provenance().rawDigest().hex());
        Metadata metadata = row.document().metadata();
        field("cli.doc-title", metadata.title());
        field("cli.doc-author", metadata.author());
        field("cli.doc-date", metadata.date());
        field("cli.doc-uri", metadata.uri());
        if (!metadata.identifiers().isEmpty()) {
            console.print("cli.doc-identifiers", String.join("  ", IdentifierOptions.shown(metadata)));
        }
        row.admission().ifPresent(admission -> {
            console.print("cli.doc-license", admission.license().value());
            field("cli.doc-attribution", Optional.of(admission.attribution()).filter(credit -> !credit.isEmpty()));
        });
        row.measures()
                .language()
                .ifPresent(language -> console.print(
                        "cli.doc-language", language, row.languageScore().orElse(0)));
        console.print(
                "cli.doc-size",
                row.chars(),
                row.measures().tokens(),
                row.document().annotations().sentences().map(List::size).orElse(0));
        for (DuplicateRow copy : copies) {
            console.print(
                    "cli.doc-kept-for-" + copy.match().kind().word(),
                    copy.member().hex(),
                    copy.origin().source(),
                    copy.origin().sourceId(),
                    copy.match().similarity());
        }
        console.out().println();
        console.out().println(row.document().text());
    }

    private void origin(Origin origin) {
        console.print(
                "cli.doc-origin",
                origin.source(),
                origin.sourceId(),
                origin.location().toString());
    }

    private void field(String key, Optional<String> value) {
        value.ifPresent(text -> console.print(key, text));
    }

    static Map<String, Object> json(DocumentHistory history) {
        Map<String, Object> json = new TreeMap<>();
        history.id().ifPresent(id -> json.put("id", id.hex()));
        json.put("released", history.released().stream().map(HistoryView::json).toList());
        json.put("drops", history.drops().stream().map(HistoryView::json).toList());
        json.put("copyOf", history.copyOf().stream().map(HistoryView::json).toList());
        json.put("copies", history.copies().stream().map(HistoryView::json).toList());
        return json;
    }

    private static Map<String, Object> json(ReleaseRow row) {
        Map<String, Object> json = origin(row.origin(), new TreeMap<>());
        Metadata metadata = row.document().metadata();
        metadata.title().ifPresent(title -> json.put("title", title));
        metadata.author().ifPresent(author -> json.put("author", author));
        metadata.date().ifPresent(date -> json.put("date", date));
        metadata.uri().ifPresent(uri -> json.put("uri", uri));
        if (!metadata.identifiers().isEmpty()) {
            json.put("identifiers", IdentifierOptions.shown(metadata));
        }
        row.admission().ifPresent(admission -> {
            json.put("license", admission.license().value());
            json.put("attribution", admission.attribution());
        });
        row.measures().language().ifPresent(language -> json.put("language", language));
        row.languageScore().ifPresent(score -> json.put("languageScore", score));
        json.put("reader", row.document().provenance().reader());
        json.put("rawSha256", row.document().provenance().rawDigest().hex());
        json.put("characters", row.chars());
        json.put("tokens", row.measures().tokens());
        json.put("clusterSize", row.clusterSize());
        json.put("text", row.document().text());
        return json;
    }

    private static Map<String, Object> json(DropRow row) {
        Map<String, Object> json = origin(row.origin(), new TreeMap<>());
        json.put("outcome", row.outcome().word());
        json.put("step", row.cause().step());
        json.put("reason", row.cause().reason().code());
        json.put(
                "evidence",
                row.cause().evidence().items().stream()
                        .collect(Collectors.toMap(
                                Evidence.Item::name, HistoryView::jsonValue, (one, other) -> one, TreeMap::new)));
        return json;
    }

    private static Object jsonValue(Evidence.Item item) {
        return item.value() instanceof Evidence.Value.Number number
                ? (Object) number.value()
                : item.value().shown();
    }

    private static Map<String, Object> json(DuplicateRow row) {
        Map<String, Object> json = origin(row.origin(), new TreeMap<>());
        json.put("cluster", row.cluster().hex());
        json.put("member", row.member().hex());
        json.put("survivor", row.survivor().id().hex());
        json.put("survivorSourceId", row.survivor().sourceId());
        json.put("kind", row.match().kind().word());
        json.put("similarity", row.match().similarity());
        return json;
    }

    private static Map<String, Object> origin(Origin origin, Map<String, Object> json) {
        json.put("source", origin.source());
        json.put("sourceId", origin.sourceId());
        json.put("location", origin.location().toString());
        return json;
    }
}
