package fr.corpus.cli.command.eval;

import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.Table;
import fr.corpus.eval.contamination.Band;
import fr.corpus.eval.contamination.ContaminationCheck;
import fr.corpus.eval.contamination.ContaminationReport;
import fr.corpus.eval.contamination.Exposer;
import fr.corpus.eval.contamination.ItemFinding;
import fr.corpus.eval.contamination.ItemPart;
import fr.corpus.eval.contamination.ScoreSplit;
import fr.corpus.eval.contamination.TextFinding;
import fr.corpus.eval.pack.StoredPack;
import fr.corpus.eval.stats.TwoSamples;
import fr.corpus.release.ReleaseReader;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a release has of a pack, in words or as JSON.
 *
 * @param splits scores of exposed and clean items; none without scores
 * @param unscored items of the pack that the scores do not have; empty without scores
 */
record ContaminationView(
        Console console,
        StoredPack stored,
        ReleaseReader reader,
        ContaminationReport report,
        List<ScoreSplit> splits,
        Optional<Integer> unscored) {

    /** A text of anybody must not move the cursor. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}\\s]+");

    void print(Path release, int limit, boolean samples) {
        Map<ItemFinding.Exposure, Long> exposures = report.exposures();
        console.print(
                "cli.contamination-head",
                stored.pack().reference(),
                release.toString(),
                report.items().size());
        console.print(
                "cli.contamination-counts",
                exposures.get(ItemFinding.Exposure.EXPOSED),
                exposures.get(ItemFinding.Exposure.CLEAN),
                exposures.get(ItemFinding.Exposure.TOO_SHORT),
                percent(report.leastShare()));
        console.out().println();
        bands();
        licenses();
        items(limit);
        halves();
        console.out().println();
        console.print("cli.contamination-limits", ContaminationCheck.SEQUENCE_WORDS, ContaminationCheck.PHRASE_WORDS);
        if (!samples) {
            console.print("cli.contamination-no-samples");
        }
    }

    private void bands() {
        Table table =
                new Table().row(List.of(console.text("cli.contamination-bands").split("\\|")));
        report.bands().forEach((kind, counts) -> {
            List<String> cells = new ArrayList<>();
            cells.add(kind(kind));
            for (Band band :
                    List.of(Band.NONE, Band.UNDER_20, Band.FROM_20, Band.FROM_50, Band.FROM_80, Band.TOO_SHORT)) {
                cells.add(console.number(counts.getOrDefault(band, 0L)));
            }
            table.row(cells);
        });
        table.print(console);
    }

    private void licenses() {
        if (report.licenses().isEmpty()) {
            return;
        }
        console.out().println();
        Table table = new Table()
                .row(List.of(console.text("cli.contamination-licenses").split("\\|")));
        report.licenses()
                .forEach((license, count) -> table.row(List.of(
                        license.isEmpty() ? console.text("cli.show-unknown") : license, console.number(count))));
        table.print(console);
    }

    private void items(int limit) {
        List<ItemFinding> exposed = exposed();
        if (exposed.isEmpty() || limit == 0) {
            return;
        }
        console.out().println();
        console.print("cli.contamination-items", Math.min(limit, exposed.size()), exposed.size());
        for (ItemFinding item : exposed.subList(0, Math.min(limit, exposed.size()))) {
            for (ItemFinding.Part part : item.parts()) {
                TextFinding found = part.found();
                if (found.isExposed(report.leastShare())) {
                    console.print(
                            "cli.contamination-item",
                            line(item.id()),
                            kind(part.part().kind()),
                            words(found));
                    found.places().forEach(place -> document(place.exposer()));
                }
            }
        }
    }

    private List<ItemFinding> exposed() {
        return report.items().stream()
                .filter(item -> item.exposure(report.leastShare()) == ItemFinding.Exposure.EXPOSED)
                .sorted(Comparator.comparing(ItemFinding::band).reversed())
                .toList();
    }

    private String words(TextFinding found) {
        if (found.isWhole()) {
            return console.text("cli.contamination-whole", found.words());
        }
        String covered = console.text("cli.contamination-covered", percent(found.share()), found.words());
        return found.near()
                .map(near -> console.text("cli.contamination-near", covered, percent(near.ofWork())))
                .orElse(covered);
    }

    private void document(Exposer exposer) {
        console.print(
                "cli.contamination-document",
                line(exposer.title().orElseGet(exposer::sourceId)),
                line(exposer.source()),
                exposer.admission()
                        .map(admit -> admit.license().value())
                        .orElseGet(() -> console.text("cli.show-unknown")),
                exposer.document().hex());
    }

    private void halves() {
        if (splits.isEmpty()) {
            return;
        }
        console.out().println();
        Table table =
                new Table().row(List.of(console.text("cli.contamination-scores").split("\\|")));
        for (ScoreSplit split : splits) {
            table.row(List.of(
                    line(split.metric()),
                    half(split.exposed()),
                    half(split.clean()),
                    split.difference().map(this::difference).orElse("–"),
                    split.difference()
                            .flatMap(TwoSamples::pValue)
                            .map(this::decimal)
                            .orElse("–")));
        }
        table.print(console);
        boolean clustered =
                splits.stream().flatMap(split -> split.difference().stream()).anyMatch(TwoSamples::clustered);
        console.print(clustered ? "cli.contamination-clustered" : "cli.contamination-permuted", TwoSamples.TRIALS);
        if (unscored.orElse(0) > 0) {
            console.print("cli.contamination-unscored", unscored.orElse(0));
        }
    }

    private String half(Optional<ScoreSplit.Half> half) {
        return half.map(all ->
                        decimal(all.mean()) + " [" + decimal(all.interval().low()) + " ; "
                                + decimal(all.interval().high()) + "] (" + console.number(all.items()) + ")")
                .orElse("–");
    }

    private String difference(TwoSamples difference) {
        String interval = difference
                .interval()
                .map(ends -> " [" + decimal(ends.low()) + " ; " + decimal(ends.high()) + "]")
                .orElse("");
        return decimal(difference.difference()) + interval;
    }

    private String kind(ItemPart.Kind kind) {
        return console.text("cli.contamination-" + kind.word());
    }

    private String decimal(double value) {
        NumberFormat format = NumberFormat.getNumberInstance(console.locale());
        format.setMinimumFractionDigits(3);
        format.setMaximumFractionDigits(4);
        return format.format(value);
    }

    private String percent(double share) {
        return NumberFormat.getPercentInstance(console.locale()).format(share);
    }

    private static String line(String text) {
        String line = UNPRINTABLE.matcher(text).replaceAll(" ");
        return line.length() > 200 ? line.substring(0, line.offsetByCodePoints(0, 99)) + "…" : line;
    }

    Map<String, Object> json(Path release, boolean samples) {
        Map<String, Object> json = new TreeMap<>();
        json.put("pack", stored.pack().reference());
        json.put("packSha256", stored.digest().hex());
        json.put("release", release.toString());
        json.put("root", reader.manifest().roots().data().hex());
        json.put("sequenceWords", ContaminationCheck.SEQUENCE_WORDS);
        json.put("phraseWords", ContaminationCheck.PHRASE_WORDS);
        json.put("minShare", report.leastShare());
        json.put("samples", samples);
        Map<String, Long> exposures = new TreeMap<>();
        report.exposures().forEach((exposure, count) -> exposures.put(exposure.word(), count));
        json.put("exposures", exposures);
        Map<String, Map<String, Long>> bands = new TreeMap<>();
        report.bands().forEach((kind, counts) -> {
            Map<String, Long> byBand = new TreeMap<>();
            counts.forEach((band, count) -> byBand.put(band.word(), count));
            bands.put(kind.word(), byBand);
        });
        json.put("bands", bands);
        json.put("licenses", report.licenses());
        json.put("items", report.items().stream().map(this::json).toList());
        unscored.ifPresent(count -> {
            json.put("unscored", count);
            json.put("scores", splits.stream().map(ContaminationView::json).toList());
        });
        return json;
    }

    private Map<String, Object> json(ItemFinding item) {
        return Map.of(
                "item_id",
                item.id(),
                "exposure",
                item.exposure(report.leastShare()).word(),
                "parts",
                item.parts().stream().map(ContaminationView::json).toList());
    }

    private static Map<String, Object> json(ItemFinding.Part part) {
        TextFinding found = part.found();
        Map<String, Object> json = new TreeMap<>();
        json.put("part", part.part().kind().word());
        json.put("number", part.part().number());
        json.put("words", found.words());
        json.put("covered", found.covered());
        json.put("band", found.band().word());
        json.put("whole", found.isWhole());
        found.near().ifPresent(near -> {
            json.put("near", rounded(near.resemblance()));
            json.put("nearOfText", rounded(near.ofWork()));
        });
        json.put("documents", found.documents());
        json.put("places", found.places().stream().map(ContaminationView::json).toList());
        return json;
    }

    private static Map<String, Object> json(TextFinding.Place place) {
        Exposer exposer = place.exposer();
        Map<String, Object> json = new TreeMap<>();
        json.put("document", exposer.document().hex());
        json.put("covered", place.covered());
        json.put("source", exposer.source());
        json.put("sourceId", exposer.sourceId());
        exposer.title().ifPresent(title -> json.put("title", title));
        exposer.admission().ifPresent(admit -> {
            json.put("license", admit.license().value());
            json.put("attribution", admit.attribution());
        });
        return json;
    }

    private static Map<String, Object> json(ScoreSplit split) {
        Map<String, Object> json = new TreeMap<>();
        json.put("metric", split.metric());
        split.exposed().ifPresent(half -> json.put("exposed", json(half)));
        split.clean().ifPresent(half -> json.put("clean", json(half)));
        split.tooShort().ifPresent(half -> json.put("too-short", json(half)));
        split.difference().ifPresent(difference -> {
            json.put("difference", difference.difference());
            difference.interval().ifPresent(ends -> json.put("interval", List.of(ends.low(), ends.high())));
            difference.pValue().ifPresent(p -> json.put("p", p));
            json.put("test", difference.clustered() ? "clustered-normal" : "permutation");
        });
        return json;
    }

    private static Map<String, Object> json(ScoreSplit.Half half) {
        return Map.of(
                "items", half.items(),
                "mean", half.mean(),
                "interval", List.of(half.interval().low(), half.interval().high()));
    }

    private static double rounded(double share) {
        return Math.round(share * 1e4) / 1e4;
    }
}
