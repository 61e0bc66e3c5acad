package fr.corpus.cli.command.release;

import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.Reasons;
import fr.corpus.cli.command.console.Table;
import fr.corpus.release.Counts;
import fr.corpus.release.Decontamination;
import fr.corpus.release.Manifest;
import fr.corpus.release.Volume;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A manifest in tables, or as JSON. */
final class ManifestView {

    private static final double MEGA = 1e6;

    private final Console console;

    ManifestView(Console console) {
        this.console = console;
    }

    void print(Path release, Manifest manifest) {
        Manifest.Identity identity = manifest.identity();
        Manifest.Statistics statistics = manifest.statistics();
        console.print("cli.show-title", identity.name(), release.toString(), identity.corpusVersion());
        console.print("cli.build-root", manifest.roots().data().hex());
        console.print("cli.show-recipe", identity.recipeDigest().hex());
        new BuildSummary(console).counts(statistics.counts());
        Volume released = statistics.released();
        console.print(
                "cli.show-volume",
                released.documents(),
                released.textBytes() / MEGA,
                released.characters(),
                released.tokens());
        console.out().println();
        sources(statistics.sources());
        shares("cli.show-licenses", statistics.licenses());
        shares("cli.show-languages", statistics.languages());
        Map<String, Long> reasons = new TreeMap<>();
        statistics
                .reasons()
                .forEach(count -> reasons.merge(count.step() + " " + count.reason(), count.records(), Long::sum));
        if (!reasons.isEmpty()) {
            console.print("cli.show-reasons");
            new Reasons(console).print(reasons);
        }
        new BroadClaimsView(console).print(identity.broadClaims());
        Decontamination.of(manifest).ifPresent(this::print);
    }

    private void print(Decontamination certificate) {
        console.out().println();
        console.print(
                "cli.show-shield",
                NumberFormat.getPercentInstance(console.locale()).format(certificate.minShare()),
                certificate.sequenceWords(),
                String.join(", ", certificate.sources()),
                certificate.dropped());
        for (Decontamination.Shielded shield : certificate.shields()) {
            console.print(
                    "cli.show-shielded",
                    shield.name(),
                    shield.shielded(),
                    shield.items(),
                    shield.tooShort(),
                    shield.digest().hex());
        }
    }

    private static Map<String, Object> json(Decontamination certificate) {
        return Map.of(
                "sources", certificate.sources(),
                "sequenceWords", certificate.sequenceWords(),
                "minShare", certificate.minShare(),
                "parts", certificate.parts(),
                "dropped", certificate.dropped(),
                "shields",
                        certificate.shields().stream()
                                .map(shield -> Map.of(
                                        "name", shield.name(),
                                        "sha256", shield.digest().hex(),
                                        "items", shield.items(),
                                        "shielded", shield.shielded(),
                                        "textsTooShort", shield.tooShort()))
                                .toList());
    }

    private void sources(List<Manifest.SourceFigures> sources) {
        Table table = new Table().row(List.of(console.text("cli.show-sources").split("\\|")));
        for (Manifest.SourceFigures source : sources) {
            Counts counts = source.counts();
            table.row(List.of(
                    source.source(),
                    console.number(counts.read()),
                    console.number(counts.released()),
                    console.number(counts.dropped()),
                    console.number(counts.duplicates()),
                    console.number(counts.withheld()),
                    console.number(counts.malformed())));
        }
        table.print(console);
        console.out().println();
    }

    private void shares(String head, List<Manifest.Share> shares) {
        Table table = new Table().row(List.of(console.text(head).split("\\|")));
        for (Manifest.Share share : shares) {
            table.row(List.of(
                    share.name().isEmpty() ? console.text("cli.show-unknown") : share.name(),
                    console.number(share.volume().documents()),
                    console.number(share.volume().characters()),
                    console.number(share.volume().tokens())));
        }
        table.print(console);
        console.out().println();
    }

    static Map<String, Object> json(Path release, Manifest manifest) {
        Manifest.Statistics statistics = manifest.statistics();
        Map<String, Object> json = new TreeMap<>();
        json.put("release", release.toString());
        json.put("name", manifest.identity().name());
        json.put("corpusVersion", manifest.identity().corpusVersion());
        json.put("recipeSha256", manifest.identity().recipeDigest().hex());
        json.put("root", manifest.roots().data().hex());
        json.put("counts", BuildJson.counts(statistics.counts()));
        json.put("textBytes", statistics.textBytesRead());
        json.put("released", volume(statistics.released()));
        json.put(
                "sources",
                statistics.sources().stream()
                        .map(source -> Map.of(
                                "source", source.source(),
                                "counts", BuildJson.counts(source.counts()),
                                "textBytes", source.textBytesRead(),
                                "released", volume(source.released())))
                        .toList());
        json.put("licenses", shares(statistics.licenses()));
        json.put("languages", shares(statistics.languages()));
        json.put(
                "reasons",
                statistics.reasons().stream()
                        .map(count -> Map.of(
                                "step", count.step(),
                                "reason", count.reason(),
                                "outcome", count.outcome().word(),
                                "records", count.records()))
                        .toList());
        manifest.identity().broadClaims().ifPresent(claims -> json.put("broadClaims", BroadClaimsView.json(claims)));
        Decontamination.of(manifest).ifPresent(certificate -> json.put("decontamination", json(certificate)));
        return json;
    }

    private static List<Map<String, Object>> shares(List<Manifest.Share> shares) {
        return shares.stream()
                .map(share -> Map.<String, Object>of("name", share.name(), "released", volume(share.volume())))
                .toList();
    }

    private static Map<String, Object> volume(Volume volume) {
        return Map.of(
                "documents", volume.documents(),
                "textBytes", volume.textBytes(),
                "characters", volume.characters(),
                "tokens", volume.tokens());
    }
}
