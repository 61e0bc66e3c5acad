package fr.corpus.eval.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.RecipeException;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.internal.json.JsonTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputRecordsTest {

    private static final String WHOLE =
            "{\"choices\":[{\"loglikelihood\":-1.5,\"tokens\":2,\"unconditioned\":-3},{\"loglikelihood\":-2}],\"finish_reason\":\"stop\","
                    + "\"item_id\":\"a-1\",\"latency_s\":0.25,\"model\":\"m\",\"output\":\"Où\u2028ça\",\"pack\":\"p\",\"pack_version\":\"1.1\","
                    + "\"prompt_id\":\"direct\",\"prompt_sha256\":\"00\",\"revision\":\"r\",\"run_id\":\"x\",\"sampling\":{\"temperature\":0},"
                    + "\"tokens_in\":12,\"tokens_out\":3}";

    private static OutputRecord parse(String json) {
        return OutputRecords.parse(JsonTree.parse(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everyFieldComesBack() {
        String again = new String(CanonicalJson.of(OutputRecords.json(parse(WHOLE))), StandardCharsets.UTF_8);
        assertThat(again).isEqualTo(WHOLE);
    }

    @Test
    void whatIsUnknownStaysUnknown() {
        OutputRecord record = parse("{\"item_id\":7,\"output\":\"B\",\"extra\":[]}");
        assertThat(record).isEqualTo(OutputRecord.of("7", "B"));
        assertThat(OutputRecords.json(record)).containsOnlyKeys("item_id", "output");
    }

    @Test
    void likelihoodsMayBeBareNumbers() {
        assertThat(parse("{\"item_id\":\"a\",\"choices\":[-1,-2.5]}").choices())
                .isEqualTo(List.of(ChoiceLikelihood.of(-1), ChoiceLikelihood.of(-2.5)));
    }

    @Test
    void aLineThatIsNoRecordIsSaidWithItsPlace(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("s.jsonl"), WHOLE + "\n{\"output\":\"x\"}\n");
        assertThatThrownBy(() -> OutputRecords.read(file))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("s.jsonl:2")
                .hasMessageContaining("item_id");
        assertThat(OutputRecords.read(Files.writeString(file, WHOLE + "\n\n"))).hasSize(1);
    }

    @Test
    void aFaultIsToldInTheLanguageOfTheReader() {
        assertThatThrownBy(() -> parse("{\"item_id\":\"a\",\"output\":[]}"))
                .isInstanceOfSatisfying(RecordFault.class, fault -> {
                    assertThat(fault.at("s.jsonl:3").message().in(Locale.FRENCH))
                            .isEqualTo("s.jsonl:3\u00A0: ce n’est pas la réponse d’un modèle à un élément\u00A0:"
                                    + " «\u00A0output\u00A0» doit être un texte");
                    assertThat(fault).hasMessageContaining("“output” must be a text");
                });
    }

    @Test
    void aNumberOfTokensBeyondAnyTextIsRefused() {
        assertThatThrownBy(
                        () -> parse("{\"item_id\":\"a\",\"choices\":[{\"loglikelihood\":-1,\"tokens\":9999999999}]}"))
                .isInstanceOf(RecordFault.class)
                .hasMessageContaining("choices.tokens");
    }
}
