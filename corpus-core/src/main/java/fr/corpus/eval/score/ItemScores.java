package fr.corpus.eval.score;

import fr.corpus.eval.format.JsonLines;
import fr.corpus.eval.pack.Pack;
import fr.corpus.eval.pack.PackItem;
import fr.corpus.eval.pack.Prompt;
import fr.corpus.hash.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Writes what became of each item as JSONL (docs/formats/eval-output.md, “Item score”). Thread-safe. */
public final class ItemScores {

    private ItemScores() {}

    /** Writes one object for each item that was answered, in the order of the pack; the file appears when it is whole. */
    public static void write(Scoring scoring, Path file) throws IOException {
        IntStream places = IntStream.range(0, scoring.table().items().size());
        Iterable<Map<String, Object>> objects = places.mapToObj(place -> json(scoring, place))::iterator;
        JsonLines.write(file, objects);
    }

    /**
     * One item. Texts of a pack that may not be redistributed are not given: the digest of the prompt stands for it.
     *
     * @param place among the answered items
     */
    static Map<String, Object> json(Scoring scoring, int place) {
        ScoreTable table = scoring.table();
        PackItem item = table.items().get(place);
        Map<String, Object> json = new TreeMap<>();
        json.put("item_id", item.id());
        String prompt =
                scoring.given(place).orElseGet(() -> prompt(scoring.stored().pack(), scoring.prompt(), item));
        if (scoring.stored().pack().ledger().redistribution().allowsTexts()) {
            json.put("prompt", prompt);
        } else {
            json.put("prompt_sha256", Sha256.of(prompt).hex());
        }
        json.put("output", table.outputs().get(place).output());
        for (int column = 0; column < table.columns().size(); column++) {
            Column one = table.columns().get(column);
            double value = table.values()[column][place];
            if (one.ofItems()) {
                if (!Double.isNaN(value)) {
                    json.put(one.name(), one.kind() == Column.Kind.FLAG ? (Object) (value > 0) : (Object) value);
                } else if (scoring.stored().pack().metrics().contains(one.name())) {
                    json.put(one.name(), Map.of("unknown", "no-likelihoods"));
                }
            }
        }
        scoring.request()
                .energy()
                .flatMap(model ->
                        AnswerEnergy.ofOne(model.estimator(), table.outputs().get(place)))
                .ifPresent(estimate -> json.put("energy_wh", EnergyJson.wattHours(estimate)));
        ItemDetail detail = table.details()[place];
        detail.verdicts().ifPresent(verdicts -> {
            json.put("strict", verdicts.strict());
            json.put("loose", verdicts.loose());
        });
        detail.extraction().ifPresent(extraction -> {
            json.put("extraction", extraction.outcome().name().toLowerCase(Locale.ROOT));
            if (extraction.start() >= 0) {
                json.put("extracted", extraction.value());
            }
        });
        return json;
    }

    /** The text that was given, by the prompt of that name or the pack’s first. */
    static String prompt(Pack pack, String name, PackItem item) {
        boolean bare = item instanceof PackItem.MinimalPair && name.equals(Prompt.SENTENCES.id());
        Prompt prompt = pack.prompt(name)
                .orElseGet(() -> bare ? Prompt.SENTENCES : pack.prompts().get(0));
        return prompt.render(item);
    }
}
