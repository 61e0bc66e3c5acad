package fr.corpus.cli.command.release;

import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.registry.IdentifierOptions;
import fr.corpus.document.Metadata;
import fr.corpus.release.ReleaseRow;
import fr.corpus.search.Answer;
import fr.corpus.search.Hit;
import fr.corpus.search.Match;
import fr.corpus.search.Passage;
import fr.corpus.search.Question;
import fr.corpus.step.RightsDecision;
import java.text.NumberFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What releases said to a question, in words or as JSON. */
final class WhoseView {

    /** A text of anybody must not move the cursor, nor take more than its line. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}\\s]+");

    private static final int MAX_FIELD = 200;

    private final Console console;

    WhoseView(Console console) {
        this.console = console;
    }

    void print(Answer answer) {
        String release = answer.release().toString();
        if (answer.copiesWithoutCode() > 0) {
            console.note("cli.whose-unknown-codes", release, answer.copiesWithoutCode());
        }
        if (!answer.isFound()) {
            console.print("cli.whose-none", release);
            return;
        }
        console.print(
                answer.isExact() ? "cli.whose-found" : "cli.whose-found-more",
                release,
                answer.total(),
                answer.hits().size());
        int number = 0;
        for (Hit hit : answer.hits()) {
            print(answer, hit, ++number);
        }
    }

    private void print(Answer answer, Hit hit, int number) {
        ReleaseRow row = hit.row();
        Metadata metadata = row.document().metadata();
        String title = metadata.title().map(WhoseView::line).orElseGet(() -> console.text("cli.whose-untitled"));
        String author = metadata.author().map(name -> ", " + line(name)).orElse("");
        String date = metadata.date().map(when -> ", " + line(when)).orElse("");
        console.out().println();
        console.print("cli.whose-document", number, title + author + date);
        for (int i = 0; i < hit.matches().size(); i++) {
            Match match = hit.matches().get(i);
            console.print("cli.whose-match", kind(match));
            match.copy().ifPresent(this::print);
            boolean last = i == hit.matches().size() - 1;
            if (last || !match.passage().equals(hit.matches().get(i + 1).passage())) {
                print(match.passage());
            }
        }
        print(answer, row.admission());
        console.print(
                "cli.whose-source",
                line(row.document().provenance().source()),
                metadata.uri()
                        .map(WhoseView::line)
                        .orElseGet(() -> line(row.origin().sourceId())),
                hit.id().hex());
        if (!metadata.identifiers().isEmpty()) {
            console.print("cli.whose-identifiers", line(String.join("  ", IdentifierOptions.shown(metadata))));
        }
        if (row.clusterSize() > 1) {
            console.print("cli.whose-copies", row.clusterSize() - 1);
        }
    }

    private String kind(Match match) {
        String asked = match.asked().isEmpty() ? "" : line(match.asked());
        String kind = console.text("cli.whose-kind-" + match.kind().word(), asked);
        return match.shares()
                .map(shares ->
                        console.text("cli.whose-shares", kind, percent(shares.ofWork()), percent(shares.ofDocument())))
                .or(() -> match.likeness().code().map(bits -> console.text("cli.whose-code", kind, percent(bits))))
                .orElse(kind);
    }

    private void print(Match.Copy copy) {
        console.print(
                "cli.whose-on-copy",
                line(copy.origin().source()),
                copy.uri()
                        .map(WhoseView::line)
                        .orElseGet(() -> line(copy.origin().sourceId())),
                copy.id().hex());
    }

    private String percent(double share) {
        return NumberFormat.getPercentInstance(console.locale()).format(share);
    }

    private void print(Passage passage) {
        String cut = passage.extract().codePointCount(0, passage.extract().length()) < passage.length() ? " […]" : "";
        console.print(
                "cli.whose-passage", line(passage.before()), line(passage.extract()) + cut, line(passage.after()));
    }

    private void print(Answer answer, Optional<RightsDecision.Admit> admission) {
        String gates = String.join(", ", answer.gates());
        if (admission.isEmpty()) {
            console.print("cli.whose-no-gate");
        } else if (admission.get().attribution().isEmpty()) {
            console.print("cli.whose-admitted", admission.get().license().value(), gates);
        } else {
            console.print(
                    "cli.whose-credited",
                    admission.get().license().value(),
                    gates,
                    line(admission.get().attribution()));
        }
    }

    /** What an answer does not say. */
    void limits(Question question) {
        if (question.work().isPresent()) {
            console.out().println();
            console.print("cli.whose-limits");
        }
    }

    private static String line(String text) {
        String line = UNPRINTABLE.matcher(text).replaceAll(" ");
        int units =
                line.length() > 2 * MAX_FIELD + Passage.LONGEST ? line.offsetByCodePoints(0, MAX_FIELD) : line.length();
        return line.substring(0, units);
    }

    static Map<String, Object> json(Answer answer) {
        Map<String, Object> json = new TreeMap<>();
        json.put("release", answer.release().toString());
        json.put("name", answer.name());
        json.put("gates", answer.gates());
        json.put("documents", answer.total());
        json.put("exact", answer.isExact());
        json.put("copiesWithoutCode", answer.copiesWithoutCode());
        json.put("hits", answer.hits().stream().map(WhoseView::json).toList());
        return json;
    }

    private static Map<String, Object> json(Hit hit) {
        ReleaseRow row = hit.row();
        Metadata metadata = row.document().metadata();
        Map<String, Object> json = new TreeMap<>();
        json.put("document", hit.id().hex());
        json.put("source", row.document().provenance().source());
        json.put("sourceId", row.origin().sourceId());
        json.put("file", row.document().provenance().location().file());
        metadata.title().ifPresent(title -> json.put("title", title));
        metadata.author().ifPresent(author -> json.put("author", author));
        metadata.date().ifPresent(date -> json.put("date", date));
        metadata.uri().ifPresent(uri -> json.put("uri", uri));
        if (!metadata.identifiers().isEmpty()) {
            json.put("identifiers", IdentifierOptions.shown(metadata));
        }
        row.admission().ifPresent(admitted -> {
            json.put("license", admitted.license().value());
            json.put("attribution", admitted.attribution());
        });
        json.put("clusterSize", row.clusterSize());
        json.put("matches", hit.matches().stream().map(WhoseView::json).toList());
        return json;
    }

    private static Map<String, Object> json(Match match) {
        Map<String, Object> json = new TreeMap<>();
        json.put("kind", match.kind().word());
        if (!match.asked().isEmpty()) {
            json.put("asked", match.asked());
        }
        match.shares().ifPresent(shares -> {
            json.put("ofWork", rounded(shares.ofWork()));
            json.put("ofDocument", rounded(shares.ofDocument()));
            json.put("resemblance", rounded(shares.resemblance()));
        });
        match.likeness().code().ifPresent(bits -> json.put("codeSimilarity", rounded(bits)));
        match.copy().ifPresent(copy -> json.put("copy", json(copy)));
        Passage passage = match.passage();
        json.put(
                "passage",
                Map.of(
                        "before", passage.before(),
                        "extract", passage.extract(),
                        "after", passage.after(),
                        "start", passage.start(),
                        "length", passage.length()));
        return json;
    }

    private static Map<String, Object> json(Match.Copy copy) {
        Map<String, Object> json = new TreeMap<>();
        json.put("document", copy.id().hex());
        json.put("source", copy.origin().source());
        json.put("sourceId", copy.origin().sourceId());
        json.put("file", copy.origin().location().file());
        copy.uri().ifPresent(uri -> json.put("uri", uri));
        return json;
    }

    private static double rounded(double share) {
        return Math.round(share * 1e4) / 1e4;
    }
}
