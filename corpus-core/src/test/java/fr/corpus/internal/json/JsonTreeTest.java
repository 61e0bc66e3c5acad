package fr.corpus.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTreeTest {

    private static byte[] nested(int depth) {
        return ("[".repeat(depth) + "]".repeat(depth)).getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void readsValuesAsDeepAsItSays() {
        Object value = JsonTree.parse(nested(JsonTree.MAX_DEPTH));
        int depth = 0;
        while (value instanceof List<?> list) {
            depth++;
            value = list.isEmpty() ? null : list.get(0);
        }
        assertThat(depth).isEqualTo(JsonTree.MAX_DEPTH);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000, 1_000_000})
    void refusesDeeperOnesWhateverTheDepth(int more) {
        byte[] deep = nested(JsonTree.MAX_DEPTH + more);
        assertThatThrownBy(() -> JsonTree.parse(deep)).isInstanceOf(IllegalArgumentException.class);
        byte[] objects = "{\"a\":".repeat(JsonTree.MAX_DEPTH + more).getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> JsonTree.parse(objects)).isInstanceOf(IllegalArgumentException.class);
    }
}
