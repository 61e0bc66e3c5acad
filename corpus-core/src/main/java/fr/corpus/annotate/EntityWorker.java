package fr.corpus.annotate;

import fr.corpus.annotate.entity.EntitySpans;
import fr.corpus.annotate.entity.EntityTagger;
import fr.corpus.annotate.tag.TagSet;
import fr.corpus.annotate.token.TokenSpans;
import fr.corpus.document.Annotations;
import fr.corpus.document.Mention;
import fr.corpus.document.TextOffsets;
import fr.corpus.document.Token;
import fr.corpus.document.Word;
import fr.corpus.step.Annotator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds entities with an {@link EntityTagger} of its own. Confined to one thread. */
final class EntityWorker implements Annotator.Worker {

    private static final Map<String, Byte> NUMBERS = numbers();

    private final EntityTagger tagger;
    private final boolean tagged;
    private final Annotator.Worker tags = PosAnnotator.standardWithoutFeatures().newWorker();
    private final TokenSpans spans = new TokenSpans();
    private final EntitySpans found = new EntitySpans();
    private byte[] numbers = new byte[64];

    /**
     * A worker.
     *
     * @param tagged whether the layers that it is given have the tags that the model wants
     */
    EntityWorker(EntityTagger tagger, boolean tagged) {
        this.tagger = tagger;
        this.tagged = tagged;
    }

    private static Map<String, Byte> numbers() {
        Map<String, Byte> numbers = new HashMap<>();
        for (byte i = 0; i < TagSet.SIZE; i++) {
            numbers.put(TagSet.name(i), i);
        }
        return Map.copyOf(numbers);
    }

    @Override
    public Annotations annotate(String text, Annotations before) {
        Annotations layers = tagged ? before : tags.annotate(text, before);
        List<Token> tokens = layers.tokens().orElseThrow();
        List<Mention> mentions = new ArrayList<>();
        TextOffsets offsets = new TextOffsets(text);
        TextOffsets back = new TextOffsets(text);
        TokenSentences.each(layers, (from, to) -> {
            fill(tokens.subList(from, to), offsets);
            tagger.find(text, spans, numbers, found);
            for (int i = 0; i < found.size(); i++) {
                int start = back.codePointsOf(found.start(i));
                mentions.add(new Mention(
                        start, back.codePointsOf(found.end(i)), found.type(i).name()));
            }
        });
        return before.withEntities(mentions);
    }

    private void fill(List<Token> tokens, TextOffsets offsets) {
        spans.clear();
        numbers = numbers.length < tokens.size() ? new byte[tokens.size() * 2] : numbers;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            int start = offsets.unitsOf(token.start());
            spans.add(start, offsets.unitsOf(token.end()));
            numbers[i] = number(token.words());
        }
    }

    private static byte number(List<Word> words) {
        String tag = words.get(0).upos();
        tag = words.size() == 1 ? tag : tag + "+" + words.get(1).upos();
        return NUMBERS.getOrDefault(tag, (byte) TagSet.number("X"));
    }
}
