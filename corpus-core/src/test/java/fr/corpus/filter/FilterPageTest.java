package fr.corpus.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/filters.md says what the code and the table of thresholds say. */
class FilterPageTest {

    private static final List<String> COLUMNS =
            List.of("default", "press", "book", "law", "theatre", "verse", "speech", "technical", "fineweb2");

    private static String page = "";

    @BeforeAll
    static void read() throws IOException {
        Path here = Path.of("docs/filters.md");
        page = Files.readString(Files.exists(here) ? here : Path.of("corpus-core/docs/filters.md"));
    }

    @Test
    void everyThresholdOfEveryProfileIsInItsCell() {
        assertThat(page).contains("| parameter | " + String.join(" | ", COLUMNS) + " |");
        List.of(RepetitionFilter.ID, LineFilter.ID, QualityFilter.ID).forEach(id -> {
            String step = id.toString();
            Map<String, Map<String, Object>> profiles = Profiles.table().get(step);
            assertThat(COLUMNS).as("columns of the page").containsAll(profiles.keySet());
            String section = section(step);
            profiles.get("default").keySet().stream()
                    .filter(parameter -> !parameter.equals("stop-words"))
                    .forEach(parameter -> assertThat(section).contains(row(profiles, parameter)));
        });
    }

    @Test
    void theStopWordsOfBothListsAreThereInOrder() {
        Map<String, Map<String, Object>> quality = Profiles.table().get(QualityFilter.ID.toString());
        String spaced = page.replaceAll("\\s+", " ");
        for (String profile : List.of("default", "fineweb2")) {
            List<String> words = new ArrayList<>();
            ((List<?>) quality.get(profile).get("stop-words")).forEach(word -> words.add("`" + word + "`"));
            assertThat(spaced).contains("of `" + profile + "`: " + String.join(" ", words) + " ");
        }
    }

    @Test
    void everyRuleHasItsRowInTheOrderOfItsFilter() {
        for (List<Rule> rules : List.of(RepetitionFilter.RULES, LineFilter.RULES, QualityFilter.RULES)) {
            int at = 0;
            for (Rule rule : rules) {
                String row = "| `" + rule.reason() + "` | `" + rule.parameter().name() + "` | ";
                int found = page.indexOf(row, at);
                assertThat(found).as("%s, in order", row).isGreaterThanOrEqualTo(at);
                at = found;
            }
        }
    }

    private static String section(String step) {
        int from = page.indexOf("### `" + step + "`");
        assertThat(from).as(step).isPositive();
        int to = page.indexOf("##", from + 3);
        return page.substring(from, to < 0 ? page.length() : to);
    }

    private static String row(Map<String, Map<String, Object>> profiles, String parameter) {
        StringBuilder row = new StringBuilder("| `" + parameter + "` |");
        for (String profile : COLUMNS) {
            Object value = profiles.getOrDefault(profile, Map.of()).get(parameter);
            row.append(' ').append(cell(value)).append(" |");
        }
        return row.append('\n').toString();
    }

    private static String cell(Object value) {
        if (value instanceof List<?> signs) {
            return String.join(" ", signs.stream().map(String::valueOf).toList());
        }
        return value == null ? "" : String.valueOf(value);
    }
}
