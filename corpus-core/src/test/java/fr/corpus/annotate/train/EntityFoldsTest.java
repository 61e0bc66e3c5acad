package fr.corpus.annotate.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.annotate.entity.Entity;
import fr.corpus.annotate.entity.EntityType;
import fr.corpus.annotate.entity.GoldText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntityFoldsTest {

    private static final String TEXT = "Marie Roux vit à Lyon avec Paul";

    private static GoldText gold() {
        List<GoldText.Token> tokens = new ArrayList<>();
        int start = 0;
        for (String token : TEXT.split(" ")) {
            tokens.add(new GoldText.Token(start, start + token.length()));
            start += token.length() + 1;
        }
        List<Entity> entities = List.of(
                new Entity(EntityType.PER, 0, 10),
                new Entity(EntityType.LOC, 17, 21),
                new Entity(EntityType.PER, 27, 31));
        return new GoldText("t", TEXT, entities, tokens, Map.of());
    }

    @Test
    void cutsOneTextBetweenEntitiesAndKeepsAllOfIt() {
        List<List<GoldText>> parts = EntityFolds.parts(List.of(gold()), 7);
        List<String> texts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (List<GoldText> part : parts) {
            for (GoldText text : part) {
                if (!text.text().isEmpty()) {
                    texts.add(text.text());
                }
                text.entities().forEach(e -> names.add(text.text().substring(e.start(), e.end())));
            }
        }
        assertThat(String.join(" ", texts)).isEqualTo(TEXT);
        assertThat(names).containsExactly("Marie Roux", "Lyon", "Paul");
    }

    @Test
    void keepsTextsWholeWhenThereAreEnough() {
        List<List<GoldText>> parts = EntityFolds.parts(List.of(gold(), gold(), gold()), 2);
        assertThat(parts).extracting(List::size).containsExactly(1, 2);
        assertThat(parts.get(0).get(0)).isEqualTo(gold());
    }

    @Test
    void refusesASinglePart() {
        assertThatThrownBy(() -> EntityFolds.parts(List.of(gold()), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 2");
    }
}
