package fr.corpus.text.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.read.ReadResult;
import fr.corpus.read.Reader;
import fr.corpus.read.ReaderOptions;
import fr.corpus.read.Readers;
import fr.corpus.source.SourceFile;
import fr.corpus.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that the model did not learn from, see docs/models/ocr.md. */
class OcrAccuracyTest {

    private static final List<Double> RATES = List.of(0.0, 0.01, 0.02, 0.05, 0.10);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eltec-fra/FRA00201_Audoux.xml",
                "eltec-fra/FRA01701_GautierT.xml",
                "eltec-fra/FRA02702_Maupassant.xml",
                "eltec-fra/FRA04002_Verne.xml",
                "roman18/Bernardin_Chaumiere.xml"
            })
    void aKnownShareOfErrorsIsFoundInItsBand(String name) throws IOException {
        List<OcrAccuracy> rates =
                OcrAccuracy.of(OcrQuality.load(), text(SharedFolder.need("data/" + name)), RATES, OcrAccuracy.SEED);
        assertThat(rates).hasSize(RATES.size());
        for (OcrAccuracy rate : rates) {
            assertThat(rate.isRight())
                    .as("%s damaged by %s, found %s", name, rate.rate(), rate.estimate())
                    .isTrue();
            assertThat(rate.near()).isGreaterThanOrEqualTo(rate.windows() * 95 / 100);
        }
    }

    private static String text(Path path) throws IOException {
        SourceFile file = new SourceFile("essai", path, path.toString(), Files.size(path));
        Reader reader = Readers.of("tei", ReaderOptions.DEFAULT);
        List<String> texts = new ArrayList<>();
        reader.parse(
                file,
                reader.open(file).next().orElseThrow(),
                result -> texts.add(((ReadResult.Read) result).record().text()));
        return texts.get(0);
    }
}
