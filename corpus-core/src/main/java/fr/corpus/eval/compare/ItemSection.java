package fr.corpus.eval.compare;

import fr.corpus.eval.report.Html;
import fr.corpus.eval.score.ItemTexts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The items on which systems differ, with what each of them answered. Confined to one thread. */
final class ItemSection {

    private static final int MOST_ITEMS = 150;
    private static final int FIRST = 20;
    private static final int MOST_SYSTEMS = 8;
    private static final int MOST_TEXT = 2000;
    private static final int MOST_PAGE = 4_000_000;

    private final Html page;
    private final PackComparison pack;
    private final AlignedScores scores;

    ItemSection(Html page, PackComparison pack, AlignedScores scores) {
        this.page = page;
        this.pack = pack;
        this.scores = scores;
    }

    void write() throws IOException {
        Disagreement differing = Disagreement.of(scores);
        List<Integer> places = differing.some(MOST_ITEMS);
        List<Integer> systems =
                pack.order().subList(0, Math.min(MOST_SYSTEMS, pack.systems().size()));
        page.heading(3, page.text("cmp-items"));
        page.paragraph(
                "",
                page.text(
                        "cmp-items-counts",
                        scores.ids().size(),
                        differing.allRight(),
                        differing.allWrong(),
                        differing.places().size(),
                        places.size()));
        Map<Integer, ItemTexts> texts = texts(places, systems);
        if (places.isEmpty()) {
            return;
        }
        if (texts.isEmpty()) {
            table(places, systems);
            return;
        }
        if (systems.size() < pack.systems().size()) {
            page.paragraph("lead", page.text("cmp-items-first", systems.size()));
        }
        int first = places.size() <= FIRST + FIRST / 2 ? places.size() : FIRST;
        items(places.subList(0, first), systems, texts);
        if (first < places.size()) {
            page.open("", page.text("cmp-items-more", places.size() - first));
            items(places.subList(first, places.size()), systems, texts);
            page.close();
        }
    }

    private void items(List<Integer> places, List<Integer> systems, Map<Integer, ItemTexts> texts) {
        for (int place : places) {
            if (page.length() < MOST_PAGE) {
                item(place, systems, texts);
            }
        }
    }

    private void table(List<Integer> places, List<Integer> systems) {
        List<String> head = new ArrayList<>(List.of(page.text("head-item")));
        systems.forEach(system -> head.add(pack.systems().get(system).name()));
        List<List<Html.Cell>> rows = new ArrayList<>();
        for (int place : places) {
            List<Html.Cell> row =
                    new ArrayList<>(List.of(Html.Cell.of(scores.ids().get(place))));
            systems.forEach(system -> row.add(new Html.Cell(value(system, place), isRight(system, place) ? "" : "no")));
            rows.add(row);
        }
        page.open("", page.text("cmp-items-open", places.size()));
        page.grid(page.text("cmp-items"), head, rows);
        page.close();
    }

    private void item(int place, List<Integer> systems, Map<Integer, ItemTexts> texts) {
        String id = scores.ids().get(place);
        StringBuilder summary = new StringBuilder(id);
        for (int system : systems) {
            summary.append(" · ")
                    .append(pack.systems().get(system).name())
                    .append(' ')
                    .append(value(system, place));
        }
        page.open("", summary.toString());
        systems.stream()
                .map(texts::get)
                .filter(Objects::nonNull)
                .map(own -> Optional.ofNullable(own.byId().get(id)).flatMap(ItemTexts.Texts::prompt))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(prompt -> page.quote(page.text("head-prompt"), cut(prompt)));
        for (int system : systems) {
            ItemTexts own = texts.get(system);
            ItemTexts.Texts text = own == null ? null : own.byId().get(id);
            if (text != null) {
                page.quote(pack.systems().get(system).name() + "\u00A0: " + value(system, place), cut(text.output()));
            }
        }
        page.close();
    }

    private boolean isRight(int system, int place) {
        return scores.values()[system][place] >= 100 / scores.points();
    }

    private String value(int system, int place) {
        double value = scores.values()[system][place];
        return scores.areFlags() ? value > 0 ? "✓" : "✗" : page.number(scores.points() * value);
    }

    private Map<Integer, ItemTexts> texts(List<Integer> places, List<Integer> systems) throws IOException {
        Set<String> wanted = new LinkedHashSet<>();
        places.forEach(place -> wanted.add(scores.ids().get(place)));
        Map<Integer, ItemTexts> texts = new HashMap<>();
        for (int system : systems) {
            Map<String, Double> values = new HashMap<>();
            places.forEach(place -> values.put(scores.ids().get(place), scores.values()[system][place]));
            Optional<ItemTexts> own = SystemReader.texts(scores.scored().get(system), wanted, pack.metric(), values);
            own.ifPresent(found -> texts.put(system, found));
        }
        return texts;
    }

    private static String cut(String text) {
        return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + "…";
    }
}
