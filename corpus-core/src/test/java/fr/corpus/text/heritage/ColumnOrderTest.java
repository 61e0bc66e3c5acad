package fr.corpus.text.heritage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnOrderTest {

    private static final List<String> LEFT = List.of(
            "Le marchand empile les jour-",
            "naux du matin et regarde la",
            "pluie. Les cartables de la mai-",
            "son sentent le cuir, la ser-",
            "vante ouvre les fe-",
            "nêtres du salon.");
    private static final List<String> RIGHT = List.of(
            "La mer était calme ce ma-",
            "tin, et les pêcheurs reve-",
            "naient avec des paniers pleins de pois-",
            "sons. Sur le quai, des en-",
            "fants jouaient aux bil-",
            "les sous les arbres.");

    private static String alternating(String between) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LEFT.size(); i++) {
            text.append(LEFT.get(i)).append(between).append(RIGHT.get(i)).append('\n');
        }
        return text.toString();
    }

    @Test
    void findsColumnsThatAlternateLineByLine() {
        ColumnOrder order = ColumnOrder.of(alternating("\n"));
        assertThat(order.isSuspect()).isTrue();
        assertThat(order.jumps()).isGreaterThanOrEqualTo(7);
    }

    @Test
    void findsLinesOfTwoColumnsThatBecameOne() {
        assertThat(ColumnOrder.of(alternating(" ")).isSuspect()).isTrue();
    }

    @Test
    void staysFastOnALineOfNothingButHyphens() {
        ColumnOrder order = ColumnOrder.of("por- ".repeat(400_000) + "\nte");
        assertThat(order.jumps()).isEqualTo(399_999);
        assertThat(order.straight()).isEqualTo(1);
    }

    @Test
    void findsNothingInColumnsReadOneAfterTheOther() {
        ColumnOrder order = ColumnOrder.of(String.join("\n", LEFT) + "\n" + String.join("\n", RIGHT));
        assertThat(order).isEqualTo(new ColumnOrder(9, 0));
        assertThat(ColumnOrder.of("").share()).isZero();
    }

    @Test
    void tellsARealPageFromItsColumnsMixed() throws IOException {
        Path page =
                SharedFolder.need("data/alto/gallicorpora-17e/bpt6k1110784.txt").getParent();
        StringBuilder lines = new StringBuilder();
        try (var files = Files.list(
                page.resolveSibling("expositions-universelles/Donnees/Article_Les_villes_negres_et_leur_commerce"))) {
            for (Path file : files.sorted().toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> line.contains("CONTENT="))
                        .map(line -> line.replaceFirst(".*CONTENT=\"([^\"]*)\".*", "$1")
                                .replace('¬', '-'))
                        .forEach(line -> lines.append(line).append('\n'));
            }
        }
        List<String> straight = lines.toString().lines().toList();
        assertThat(ColumnOrder.of(lines.toString()).isSuspect()).isFalse();
        StringBuilder mixed = new StringBuilder();
        int half = straight.size() / 2;
        for (int i = 0; i < half; i++) {
            mixed.append(straight.get(i))
                    .append('\n')
                    .append(straight.get(half + i))
                    .append('\n');
        }
        assertThat(ColumnOrder.of(mixed.toString()).isSuspect()).isTrue();
    }
}
