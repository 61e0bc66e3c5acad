package fr.corpus.cli.command.release;

import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.Reasons;
import fr.corpus.release.Change;
import fr.corpus.release.DropRow;
import fr.corpus.release.ReleaseChanges;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The differences of two releases, line by line, or as JSON. */
final class ChangesView {

    private final Console console;
    private final Reasons reasons;

    ChangesView(Console console) {
        this.console = console;
        this.reasons = new Reasons(console);
    }

    void print(ReleaseChanges changes, List<Change> listed) {
        listed.forEach(this::print);
        long all = changes.entered() + changes.left() + changes.changed();
        if (listed.size() < all) {
            console.print("cli.diff-more", all - listed.size());
        }
        if (changes.isEmpty()) {
            console.print("cli.diff-none", changes.same());
            return;
        }
        console.print("cli.diff-counts", changes.entered(), changes.left(), changes.changed(), changes.same());
        because("cli.diff-entered-because", changes.enteredBecause());
        because("cli.diff-left-because", changes.leftBecause());
    }

    private void print(Change change) {
        if (change instanceof Change.Entered entered) {
            console.print("cli.diff-entered", document(entered.document()), fate(entered.before()));
        } else if (change instanceof Change.Left left) {
            console.print("cli.diff-left", document(left.document()), fate(left.after()));
        } else if (change instanceof Change.Changed changed) {
            console.print("cli.diff-changed", document(changed.document()), String.join(", ", changed.columns()));
        }
    }

    private String document(Change.Summary document) {
        return console.text(
                "cli.diff-document",
                document.id().hex(),
                document.origin().source(),
                document.origin().sourceId(),
                document.title().orElse(""));
    }

    private String fate(Change.Fate fate) {
        if (fate instanceof Change.Fate.Rejected rejected) {
            DropRow row = rejected.row();
            return console.text(
                    "cli.fate-" + fate.word(),
                    row.cause().step(),
                    reasons.sentence(row.cause().step(), row.cause().reason().code()));
        }
        if (fate instanceof Change.Fate.Copy copy) {
            return console.text("cli.fate-duplicate", copy.row().survivor().id().hex());
        }
        if (fate instanceof Change.Fate.Edited edited) {
            return console.text("cli.fate-edited", edited.other().hex());
        }
        return console.text("cli.fate-absent");
    }

    private void because(String head, Map<String, Long> counts) {
        if (counts.isEmpty()) {
            return;
        }
        console.print(head);
        counts.forEach((words, count) -> {
            String[] parts = words.split(" ");
            String sentence = parts.length == 3 ? reasons.sentence(parts[1], parts[2]) : "";
            String word = console.text("cli.fate-word-" + parts[0]);
            String step = parts.length == 3 ? " " + parts[1] + " " + parts[2] + "  " + sentence : "";
            console.out().println("  " + console.number(count) + "  " + word + step);
        });
    }

    static Map<String, Object> json(Change change) {
        Map<String, Object> json = new TreeMap<>();
        if (change instanceof Change.Entered entered) {
            document(entered.document(), json);
            json.put("change", "entered");
            json.put("before", json(entered.before()));
        } else if (change instanceof Change.Left left) {
            document(left.document(), json);
            json.put("change", "left");
            json.put("after", json(left.after()));
        } else if (change instanceof Change.Changed changed) {
            document(changed.document(), json);
            json.put("change", "changed");
            json.put("columns", changed.columns());
        }
        return json;
    }

    private static void document(Change.Summary document, Map<String, Object> json) {
        json.put("id", document.id().hex());
        json.put("source", document.origin().source());
        json.put("sourceId", document.origin().sourceId());
        document.title().ifPresent(title -> json.put("title", title));
        json.put("characters", document.chars());
    }

    private static Map<String, Object> json(Change.Fate fate) {
        Map<String, Object> json = new TreeMap<>();
        json.put("fate", fate.word());
        if (fate instanceof Change.Fate.Rejected rejected) {
            json.put("step", rejected.row().cause().step());
            json.put("reason", rejected.row().cause().reason().code());
        } else if (fate instanceof Change.Fate.Copy copy) {
            json.put("survivor", copy.row().survivor().id().hex());
        } else if (fate instanceof Change.Fate.Edited edited) {
            json.put("id", edited.other().hex());
        }
        return json;
    }
}
