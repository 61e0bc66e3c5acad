package fr.corpus.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LanguageScoresTest {

    private static final String TABLE = """
            fra\tLes barques rentraient au port avant la nuit.
            oci-prv\tLi pichot jogon darrié l’oustau emé un chinet.
            eng\tLa marée remontait doucement dans le port.
            arb\tكان الصيادون يصلحون شباكهم في انتظار المد في المساء
            chr\tᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ ᎠᏓᏅᏖᏗ ᎤᎵᎮᎵᏍᏗ ᎠᎴ ᎢᏣᎵᏍᎠᏁᏗ
            """;

    @TempDir
    Path folder;

    private Ran accuracy(Path gold, String... options) {
        String[] arguments = {"accuracy", "--layer", "language", "--gold", gold.toString()};
        String[] all =
                Stream.concat(Arrays.stream(arguments), Arrays.stream(options)).toArray(String[]::new);
        return Ran.corpus(all);
    }

    @Test
    void countsByLanguageAndLength() throws IOException {
        Path gold = Files.writeString(folder.resolve("or.tsv"), TABLE);
        Ran ran = accuracy(gold, "--json");
        assertThat(ran.code()).as(ran.err()).isZero();
        JsonNode file = JsonMapper.shared().readTree(ran.out()).at("/files/0");
        assertThat(file.at("/languages/fra/gold").asInt()).isEqualTo(1);
        assertThat(file.at("/languages/fra/system").asInt()).isEqualTo(2);
        assertThat(file.at("/languages/fra/precision").asDouble()).isCloseTo(0.5, within(1e-9));
        assertThat(file.at("/languages/oci/correct").asInt()).isEqualTo(1);
        assertThat(file.at("/languages/ara/correct").asInt()).isEqualTo(1);
        assertThat(file.at("/languages/und/correct").asInt()).isEqualTo(1);
        assertThat(file.at("/unknownGold").asInt()).isEqualTo(1);
        assertThat(file.at("/confusions/eng fra").asInt()).isEqualTo(1);
        assertThat(file.at("/lengths/120/all/gold").asInt()).isEqualTo(4);
        assertThat(file.at("/lengths/40/all/gold").asInt()).isEqualTo(1);
        assertThat(file.at("/all/recall").asDouble()).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void readsJsonlAndPrintsATable() throws IOException {
        Path gold = Files.writeString(
                folder.resolve("or.jsonl"),
                "{\"text\":\"Les barques rentraient au port avant la nuit.\",\"language\":\"fra\"}\n");
        Ran ran = accuracy(gold);
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("fra")
                .contains("100.00")
                .contains("≤ 120")
                .contains("1/1");
    }

    @Test
    void aLineWithoutALanguageIsTold() throws IOException {
        Path gold = Files.writeString(folder.resolve("or.tsv"), "fra\tOui.\nfrançais\tNon.\n");
        Ran ran = accuracy(gold);
        assertThat(ran.code()).isNotZero();
        assertThat(ran.err()).contains("or.tsv").contains("2").contains("français");
    }
}
