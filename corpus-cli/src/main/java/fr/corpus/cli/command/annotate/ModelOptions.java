package fr.corpus.cli.command.annotate;

import fr.corpus.annotate.EntityAnnotator;
import fr.corpus.annotate.LayerChain;
import fr.corpus.annotate.LemmaAnnotator;
import fr.corpus.annotate.LineBreaks;
import fr.corpus.annotate.MissingStops;
import fr.corpus.annotate.PosAnnotator;
import fr.corpus.annotate.SentenceAnnotator;
import fr.corpus.annotate.SentenceSplitter;
import fr.corpus.annotate.entity.EntityModel;
import fr.corpus.annotate.lemma.MorphologyModel;
import fr.corpus.annotate.model.ModelFile;
import fr.corpus.annotate.tag.TaggerModel;
import fr.corpus.annotate.term.LemmaFrequencies;
import fr.corpus.step.ModelIdentity;
import fr.corpus.text.language.LanguageIdentifier;
import fr.corpus.text.language.LanguageModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Models to use in place of those that the library carries. */
final class ModelOptions {

    @Option(names = "--models", paramLabel = "DIR", descriptionKey = "models")
    @Nullable
    Path folder;

    /** What identifies languages: {@code language.model} of the folder when it holds one. */
    LanguageIdentifier languages() throws IOException {
        Path own = folder == null ? null : folder.resolve("language.model");
        if (own == null || !Files.exists(own)) {
            return LanguageIdentifier.load();
        }
        try (InputStream in = Files.newInputStream(own)) {
            return LanguageIdentifier.of(LanguageModel.read(in, own.toString()));
        }
    }

    /** What lemmas are compared with: {@code frequencies.model} of the folder when it holds one. */
    LemmaFrequencies frequencies() throws IOException {
        Path models = folder;
        if (models == null || !Files.exists(models.resolve(LemmaFrequencies.KIND + ".model"))) {
            return LemmaFrequencies.load();
        }
        return LemmaFrequencies.of(read(models, LemmaFrequencies.KIND), name(models, LemmaFrequencies.KIND));
    }

    /** The steps with the same models. */
    LayerChain.Steps steps() {
        Path models = folder;
        LayerChain.Steps standard = LayerChain.Steps.standard();
        if (models == null) {
            return standard;
        }
        try {
            ModelFile pos = read(models, TaggerModel.KIND);
            ModelFile lemma = read(models, MorphologyModel.LEMMA);
            ModelFile features = read(models, MorphologyModel.FEATURES);
            return new LayerChain.Steps(
                    new SentenceAnnotator(splitter(models)),
                    PosAnnotator.of(
                            TaggerModel.of(pos, name(models, TaggerModel.KIND)),
                            identity(pos),
                            Optional.of(new PosAnnotator.Known<>(
                                    MorphologyModel.of(features, name(models, MorphologyModel.FEATURES)),
                                    identity(features)))),
                    LemmaAnnotator.of(MorphologyModel.of(lemma, name(models, MorphologyModel.LEMMA)), identity(lemma)),
                    entities(models, standard));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EntityAnnotator entities(Path models, LayerChain.Steps standard) throws IOException {
        if (!Files.exists(models.resolve(EntityModel.KIND + ".model"))) {
            return standard.entities();
        }
        ModelFile entities = read(models, EntityModel.KIND);
        return EntityAnnotator.of(EntityModel.of(entities, name(models, EntityModel.KIND)), identity(entities));
    }

    /** A model that the user has trained: its licence is not asked for here. */
    private static ModelIdentity identity(ModelFile file) {
        return new ModelIdentity(
                file.kind() + ".model", Integer.toString(ModelFile.VERSION), file.digest(), "undeclared");
    }

    private static SentenceSplitter splitter(Path models) throws IOException {
        if (!Files.exists(models.resolve(MissingStops.KIND + ".model"))) {
            return SentenceSplitter.newest(LineBreaks.AUTO);
        }
        ModelFile stops = read(models, MissingStops.KIND);
        return SentenceSplitter.with(LineBreaks.AUTO, MissingStops.of(stops, name(models, MissingStops.KIND)));
    }

    private static String name(Path models, String kind) {
        return models.resolve(kind + ".model").toString();
    }

    private static ModelFile read(Path models, String kind) throws IOException {
        Path file = models.resolve(kind + ".model");
        return ModelFile.parse(Files.readAllBytes(file), kind, file.toString());
    }
}
