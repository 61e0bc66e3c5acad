package fr.corpus.annotate;

import fr.corpus.document.Annotations;
import fr.corpus.document.Mention;
import fr.corpus.document.TextOffsets;
import fr.corpus.document.Token;
import fr.corpus.internal.opennlp.OpenNlpModels;
import fr.corpus.step.Annotator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds entities with a model of OpenNLP. Confined to one thread. */
final class OpenNlpEntityWorker implements Annotator.Worker {

    /** What models of OpenNLP call our types. */
    private static final Map<String, String> TYPES =
            Map.of("PERSON", "PER", "LOCATION", "LOC", "ORGANIZATION", "ORG", "ORGANISATION", "ORG");

    private final OpenNlpModels.NameFinder finder;
    private final Annotator.Worker tokens = new TokenAnnotator().newWorker();

    OpenNlpEntityWorker(OpenNlpModels.NameFinder finder) {
        this.finder = finder;
    }

    @Override
    public Annotations annotate(String text, Annotations before) {
        Annotations layers = PosAnnotator.withTokens(text, before, tokens);
        List<Token> cut = layers.tokens().orElseThrow();
        List<Mention> mentions = new ArrayList<>();
        TextOffsets offsets = new TextOffsets(text);
        finder.forget();
        TokenSentences.each(layers, OpenNlpTagWorker.MOST_TOKENS, (from, to) -> {
            String[] forms = OpenNlpTagWorker.forms(cut.subList(from, to), offsets);
            for (OpenNlpModels.Name name : finder.find(forms)) {
                mentions.add(new Mention(
                        cut.get(from + name.start()).start(),
                        cut.get(from + name.end() - 1).end(),
                        label(name.type())));
            }
        });
        return before.withEntities(mentions);
    }

    private static String label(String type) {
        String upper = type.toUpperCase(Locale.ROOT);
        return TYPES.getOrDefault(upper, upper);
    }
}
