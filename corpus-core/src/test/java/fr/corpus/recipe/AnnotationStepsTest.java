package fr.corpus.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.annotate.AnnotationSamples;
import fr.corpus.annotate.Layer;
import fr.corpus.annotate.LayerChain;
import fr.corpus.annotate.model.ModelFile;
import fr.corpus.document.Annotations;
import fr.corpus.document.Mention;
import fr.corpus.document.TextOffsets;
import fr.corpus.document.Token;
import fr.corpus.document.Word;
import fr.corpus.error.RecipeException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import opennlp.tools.lemmatizer.LemmaSample;
import opennlp.tools.lemmatizer.LemmatizerFactory;
import opennlp.tools.lemmatizer.LemmatizerME;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.postag.POSSample;
import opennlp.tools.postag.POSTaggerFactory;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorFactory;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceSample;
import opennlp.tools.tokenize.TokenSample;
import opennlp.tools.tokenize.TokenizerFactory;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;
import opennlp.tools.util.model.BaseModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps of annotation in recipes, with models of a user's own. */
class AnnotationStepsTest {

    @TempDir
    private Path dir;

    private RecipePlan plan(String... steps) throws IOException {
        Path file = dir.resolve("recette.yaml");
        Files.writeString(
                file,
                """
                recipe: 1
                name: essai
                seed: 1
                language: fra
                sources:
                  - { id: t, format: text, paths: "*.txt", license: CC0-1.0, profile: book }
                steps:
                """
                        + String.join(
                                "",
                                Arrays.stream(steps)
                                        .map(step -> "  - { use: " + step + " }\n")
                                        .toList()));
        return RecipeReader.read(file).resolve();
    }

    private static Annotations run(RecipePlan plan, String text) {
        return AnnotationSamples.annotate(AnnotationSamples.workers(plan.annotators()), text);
    }

    private static TrainingParameters quick() {
        TrainingParameters parameters = TrainingParameters.defaultParams();
        parameters.put(TrainingParameters.CUTOFF_PARAM, 0);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, 30);
        return parameters;
    }

    private static <T> List<T> often(List<T> samples) {
        List<T> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.addAll(samples);
        }
        return many;
    }

    private Path save(BaseModel model, String name) throws IOException {
        Path file = dir.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            model.serialize(out);
        }
        return file;
    }

    private static final String[] FORMS = {"Paul", "mange", "du", "pain", "."};
    private static final String[] TAGS = {"N-pers", "V", "ADP+DET", "NOUN", "PUNCT"};

    private Path pos() throws IOException {
        return save(
                POSTaggerME.train(
                        "fr",
                        ObjectStreamUtils.createObjectStream(often(List.of(new POSSample(FORMS, TAGS)))),
                        quick(),
                        new POSTaggerFactory()),
                "pos.bin");
    }

    private Path names() throws IOException {
        return save(
                NameFinderME.train(
                        "fr",
                        "person",
                        ObjectStreamUtils.createObjectStream(often(
                                List.of(new NameSample(FORMS, new Span[] {new Span(0, 1, "person")}, true)))),
                        quick(),
                        new TokenNameFinderFactory()),
                "names.bin");
    }

    private void models() throws IOException {
        pos();
        names();
        save(
                LemmatizerME.train(
                        "fr",
                        ObjectStreamUtils.createObjectStream(often(List.of(new LemmaSample(
                                new String[] {"Paul", "mange", "de", "le", "pain", "."},
                                new String[] {"N-pers", "V", "ADP", "DET", "NOUN", "PUNCT"},
                                new String[] {"Paul", "manger", "de", "le", "pain", "."})))),
                        quick(),
                        new LemmatizerFactory()),
                "lemma.bin");
        save(
                TokenizerME.train(
                        ObjectStreamUtils.createObjectStream(often(List.of(
                                new TokenSample("Paul mange du pain.", new Span[] {
                                    new Span(0, 4),
                                    new Span(5, 10),
                                    new Span(11, 13),
                                    new Span(14, 18),
                                    new Span(18, 19)
                                })))),
                        new TokenizerFactory("fr", null, true, null),
                        quick()),
                "tokens.bin");
        String two = "M. Paul mange du pain. M. Paul mange du pain.";
        save(
                SentenceDetectorME.train(
                        "fr",
                        ObjectStreamUtils.createObjectStream(
                                often(List.of(new SentenceSample(two, new Span(0, 22), new Span(23, 45))))),
                        new SentenceDetectorFactory("fr", true, null, null),
                        quick()),
                "sentences.bin");
    }

    @Test
    void modelsOfOpenNlpAnnotateFromFilesAndAreNamedInTheManifest() throws IOException {
        models();
        RecipePlan plan = plan(
                "annotate.sentences@2, model: \"opennlp:sentences.bin\", model-license: CC0-1.0",
                "annotate.tokens@1, model: \"opennlp:tokens.bin\", model-license: CC0-1.0",
                "annotate.pos@1, model: \"opennlp:pos.bin\", model-license: LicenseRef-maison",
                "annotate.lemma@1, model: \"opennlp:lemma.bin\", model-license: CC0-1.0",
                "annotate.entities@1, model: \"opennlp:names.bin\", model-license: CC0-1.0");
        String text = "😀 Paul mange du pain. Paul mange du pain.";
        Annotations layers = run(plan, text);
        TextOffsets offsets = new TextOffsets(text);
        assertThat(layers.sentences().orElseThrow()).hasSize(2);
        List<Token> tokens = layers.tokens().orElseThrow();
        assertThat(tokens).extracting(t -> offsets.slice(t.start(), t.end())).contains("😀", "Paul", "du", ".");
        assertThat(tokens.get(1).words()).containsExactly(new Word("Paul", "N-pers", "paul", "paul", ""));
        assertThat(tokens.get(3).words()).extracting(Word::form).containsExactly("de", "le");
        assertThat(layers.entities().orElseThrow()).extracting(Mention::label).contains("PER");
        String json = new String(plan.canonicalJson(), StandardCharsets.UTF_8);
        assertThat(json)
                .contains("\"license\":\"LicenseRef-maison\",\"name\":\"pos.bin\"")
                .doesNotContain("opennlp:pos.bin")
                .doesNotContain(dir.toString());
    }

    @Test
    void onlyNamesOfOpenNlpLookPastASentence() throws IOException {
        models();
        assertThat(isBySentence("annotate.entities@1")).isTrue();
        assertThat(isBySentence("annotate.pos@1, model: \"opennlp:pos.bin\", model-license: CC0-1.0"))
                .isTrue();
        assertThat(isBySentence("annotate.entities@1, model: \"opennlp:names.bin\", model-license: CC0-1.0"))
                .isFalse();
    }

    private boolean isBySentence(String step) throws IOException {
        return new LayerChain(EnumSet.of(Layer.ENTITIES), plan(step).annotators(), false).isBySentence();
    }

    @Test
    void theNamesStandForTheModelsThatComeAlong() throws IOException {
        RecipePlan ours = plan("annotate.pos@1");
        RecipePlan theirs = plan("annotate.pos@1, model: \"opennlp:pos-fr\"");
        assertThat(ours.digest()).isNotEqualTo(theirs.digest());
        assertThat(run(theirs, "Il vient du marché.").tokens().orElseThrow())
                .flatExtracting(Token::words)
                .extracting(Word::upos)
                .containsExactly("PRON", "VERB", "ADP", "DET", "NOUN", "PUNCT");
    }

    @Test
    void aModelOfOursFromAFileIsKnownByItsBytesNotItsPlace() throws IOException {
        Files.write(dir.resolve("pos.model"), ModelFile.load("pos").toBytes());
        Files.createDirectory(dir.resolve("la"));
        Files.copy(dir.resolve("pos.model"), dir.resolve("la/pos.model"));
        RecipePlan here = plan("annotate.pos@1, model: pos.model, model-license: CC-BY-SA-4.0");
        RecipePlan there = plan("annotate.pos@1, model: la/pos.model, model-license: CC-BY-SA-4.0");
        assertThat(here.digest()).isEqualTo(there.digest());
        assertThat(run(here, "Il dort.")).isEqualTo(run(plan("annotate.pos@1"), "Il dort."));
    }

    @Test
    void saysWhatIsWrongWithAModelAndWhere() throws IOException {
        byte[] model = ModelFile.load("pos").toBytes();
        Files.write(dir.resolve("court.model"), Arrays.copyOf(model, model.length / 2));
        byte[] newer = model.clone();
        newer[4] = 9;
        Files.write(dir.resolve("neuf.model"), newer);
        Files.write(dir.resolve("lemme.model"), ModelFile.load("lemma").toBytes());
        Files.writeString(dir.resolve("texte.bin"), "pas un modèle");
        names();
        String licence = ", model-license: CC0-1.0";
        String[][] wrong = {
            {"annotate.pos@1, model: court.model" + licence, "truncated"},
            {"annotate.pos@1, model: neuf.model" + licence, "version 9"},
            {"annotate.pos@1, model: lemme.model" + licence, "lemma"},
            {"annotate.pos@1, model: \"opennlp:texte.bin\"" + licence, "part-of-speech model of OpenNLP"},
            {"annotate.pos@1, model: \"opennlp:names.bin\"" + licence, "part-of-speech model of OpenNLP"},
            {"annotate.entities@1, model: \"opennlp:texte.bin\"" + licence, "model of names of OpenNLP"},
            {"annotate.pos@1, model: \"opennlp:absent.bin\"" + licence, "opennlp:pos-fr"},
            {"annotate.pos@1, model: \"corpus:ner\"", "corpus:pos"},
            {"annotate.lemma@1, model: \"opennlp:pos-fr\"" + licence, "corpus:lemma"},
            {"annotate.pos@1, model: lemme.model", "model-license"},
            {"annotate.pos@1, model: lemme.model, model-license: CC-BY-9.0", "CC-BY-9.0"},
            {"annotate.pos@1, model-license: CC0-1.0", "remove model-license"},
        };
        for (String[] each : wrong) {
            assertThatThrownBy(() -> plan(each[0]))
                    .as(each[0])
                    .isInstanceOf(RecipeException.class)
                    .hasMessageContaining("recette.yaml:8")
                    .hasMessageContaining(each[1]);
        }
    }

    @Test
    void layersComeInTheOrderInWhichTheyBuildOnEachOther() {
        assertThatThrownBy(() -> plan("annotate.pos@1", "annotate.tokens@1"))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("recette.yaml:9")
                .hasMessageContaining("annotate.tokens@1 stands after annotate.pos@1");
    }
}
