package fr.corpus.cli.command.annotate;

import fr.corpus.annotate.EntityCheck;
import fr.corpus.annotate.LayerChain;
import fr.corpus.annotate.accuracy.EntityAccuracy;
import fr.corpus.annotate.accuracy.Score;
import fr.corpus.annotate.entity.EntityFiles;
import fr.corpus.annotate.entity.EntityType;
import fr.corpus.annotate.entity.GoldText;
import fr.corpus.annotate.train.EntityFolds;
import fr.corpus.cli.command.console.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Prints how right the found entities are on gold files, IOB or HIPE.
 *
 * @param folds 0 for the annotator's own model; else each file is cut into so many parts, each annotated by a model of the others
 */
record EntityScores(Console console, boolean json, int folds) {

    /** The layer's name. */
    static final String LAYER = "entities";

    /** What is compared: dates are not marked alike in any two sets. */
    private static final Set<EntityType> TYPES = EnumSet.of(EntityType.PER, EntityType.LOC, EntityType.ORG);

    void score(LayerChain.Steps with, List<Path> gold) throws IOException {
        List<Object> files = new ArrayList<>();
        for (Path file : gold) {
            List<GoldText> texts = EntityFiles.read(file);
            EntityAccuracy accuracy = folds == 0
                    ? EntityCheck.check(EntityCheck.chain(with, with.entities()), texts, TYPES)
                    : EntityFolds.check(with, texts, folds, TYPES);
            if (json) {
                files.add(json(file, accuracy));
            } else {
                print(file, accuracy);
            }
        }
        if (json) {
            console.json(Map.of("files", files, "raw", true));
        } else {
            console.print("cli.accuracy-experimental");
        }
    }

    private void print(Path file, EntityAccuracy accuracy) {
        console.out().println(file);
        console.print("cli.accuracy-head");
        line("exact", accuracy.exact());
        line("relaxed", accuracy.relaxed());
        line("spans", accuracy.spans());
        new TreeMap<>(accuracy.exactByType()).forEach((type, score) -> line(type.name(), score));
        console.out().println(String.format(Locale.ROOT, "  %-14s %23.2f", "macro", 100 * accuracy.macroF1()));
        new TreeMap<>(accuracy.confusions())
                .forEach((pair, count) -> console.print("cli.accuracy-confusion", pair.replace(" ", " → "), count));
    }

    private void line(String name, Score score) {
        console.out().println(ScoreView.line(name, score));
    }

    private static Map<String, Object> json(Path file, EntityAccuracy accuracy) {
        Map<String, Object> object = new TreeMap<>();
        object.put("gold", file.toString());
        object.put("exact", ScoreView.json(accuracy.exact()));
        object.put("relaxed", ScoreView.json(accuracy.relaxed()));
        object.put("spans", ScoreView.json(accuracy.spans()));
        object.put("macroF1", accuracy.macroF1());
        Map<String, Object> types = new TreeMap<>();
        accuracy.exactByType()
                .forEach((type, score) -> types.put(
                        type.name(),
                        Map.of(
                                "exact",
                                ScoreView.json(score),
                                "relaxed",
                                ScoreView.json(accuracy.relaxedByType().getOrDefault(type, score)))));
        object.put("types", types);
        object.put("confusions", new TreeMap<>(accuracy.confusions()));
        return object;
    }
}
