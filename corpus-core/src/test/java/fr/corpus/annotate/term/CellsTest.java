package fr.corpus.annotate.term;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellsTest {

    private static Cells<Cells.Cell> cells(int most) {
        return new Cells<>(most, Cells.Cell::new);
    }

    private static void meet(Cells<Cells.Cell> cells, String key, int times) {
        for (int i = 0; i < times; i++) {
            cells.of(key).meet(1);
        }
    }

    @Test
    void countHowOftenAndInHowManyDocuments() {
        Cells<Cells.Cell> cells = cells(10);
        cells.of("mer").meet(1);
        cells.of("mer").meet(1);
        cells.of("mer").meet(3);
        assertThat(cells.of("mer").count()).isEqualTo(3);
        assertThat(cells.of("mer").documents()).isEqualTo(2);
        assertThat(cells.find("port")).isNull();
    }

    @Test
    void forgetThoseMetOnceFirst() {
        Cells<Cells.Cell> cells = cells(8);
        for (int i = 0; i < 8; i++) {
            meet(cells, "k" + i, i < 3 ? 1 : 2);
        }
        meet(cells, "new", 1);
        assertThat(cells.find("k0")).isNull();
        assertThat(cells.find("k2")).isNull();
        assertThat(cells.find("k3")).isNotNull();
        assertThat(cells.find("new")).isNotNull();
        assertThat(cells.size()).isEqualTo(6);
    }

    @Test
    void neverGrowPastTheirRoomWhenNothingWasMetOnce() {
        Cells<Cells.Cell> cells = cells(100);
        meet(cells, "often", 1000);
        for (int i = 0; i < 2000; i++) {
            meet(cells, "k" + i, 5);
            assertThat(cells.size()).isLessThanOrEqualTo(100);
        }
        assertThat(cells.of("often").count()).isEqualTo(1000);
    }
}
