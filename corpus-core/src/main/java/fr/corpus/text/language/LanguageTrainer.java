package fr.corpus.text.language;

import fr.corpus.hash.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Learns a {@link LanguageModel} from texts: {@code DIR/<variety>/*.txt}, UTF-8, one passage a line, a variety being an
 * ISO 639-3 code or such a code, a hyphen and a name. The same files give the same bytes on every machine. Immutable.
 *
 * <p>Naive Bayes with a Dirichlet prior around the mean of all varieties. Every eighth passage is counted a second time
 * without accents, as people type it.
 *
 * @param prior strength of the prior in n-grams: how much a variety must show to be believed against the mean
 * @param ceiling n-grams of one length; a variety that has shown more counts as if it had shown that many
 * @param features how many n-grams the model keeps
 * @param calibration how its sums become scores
 */
public record LanguageTrainer(double prior, double ceiling, int features, Calibration calibration) {

    private static final int PLAIN_EVERY = 8;
    private static final int WEIGHT = 1;

    /** The settings of the model that comes with the library. */
    public static LanguageTrainer standard() {
        return new LanguageTrainer(4000, 200_000, 60_000, new Calibration(200, 0, 0));
    }

    /** {@code LanguageTrainer DIR MODEL}: learns from a directory, writes a model, prints its digest. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("need DIR MODEL, got " + arguments.length + " arguments");
        }
        LanguageModel model = standard().train(Path.of(arguments[0]));
        Files.write(Path.of(arguments[1]), model.toBytes());
        System.out.println(model.digest().hex());
    }

    /** Learns from the varieties in a directory. */
    public LanguageModel train(Path directory) throws IOException {
        List<String> varieties = list(directory).stream()
                .filter(Files::isDirectory)
                .map(path -> path.getFileName().toString())
                .toList();
        if (varieties.isEmpty() || varieties.size() > LanguageModel.MAX_VARIETIES) {
            throw new IllegalArgumentException("need 1 to " + LanguageModel.MAX_VARIETIES + " varieties in " + directory
                    + ", found " + varieties.size());
        }
        List<NgramCounts> counts = new ArrayList<>();
        for (String variety : varieties) {
            counts.add(count(directory.resolve(variety)));
        }
        ModelData data = new WeightTable(varieties, counts, this).build();
        return new LanguageModel(data, Sha256.of(data.toBytes()));
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    private static NgramCounts count(Path variety) throws IOException {
        NgramCounts counts = new NgramCounts();
        Letters letters = new Letters();
        for (Path file : list(variety)) {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                counts.add(letters.clear().add(line, 0, line.length()), WEIGHT);
                if (i % PLAIN_EVERY == 0) {
                    String plain = withoutAccents(line);
                    counts.add(letters.clear().add(plain, 0, plain.length()), WEIGHT);
                }
            }
        }
        return counts.sorted();
    }

    private static String withoutAccents(String line) {
        String apart = Normalizer.normalize(line, Normalizer.Form.NFD);
        StringBuilder out = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (c < '\u0300' || c > '\u036F') {
                out.append(c);
            }
        }
        return out.toString();
    }

    @Override
    public String toString() {
        return "prior=" + prior + " ceiling=" + ceiling + " features=" + features + " "
                + Arrays.toString(calibration.toArray());
    }
}
