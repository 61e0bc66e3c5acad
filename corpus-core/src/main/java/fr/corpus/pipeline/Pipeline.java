package fr.corpus.pipeline;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.license.LicenseCatalog;
import fr.corpus.read.FieldMapping;
import fr.corpus.read.Reader;
import fr.corpus.read.ReaderOptions;
import fr.corpus.read.Readers;
import fr.corpus.read.RecordField;
import fr.corpus.recipe.RecipePlan;
import fr.corpus.recipe.RecipeSource;
import fr.corpus.recipe.SourcePlan;
import fr.corpus.source.SourceFiles;
import fr.corpus.step.Annotator;
import fr.corpus.step.Deduplicator;
import fr.corpus.step.RightsGate;
import java.util.List;

/**
 * A recipe with its files found and its steps built: all that an engine needs. Immutable; a built step serves all threads.
 *
 * @param plan the resolved recipe
 * @param sources the sources in the order of the recipe
 * @param shards the files of all sources, packed for reading
 */
public record Pipeline(RecipePlan plan, List<SourceChain> sources, List<Shard> shards) {

    public Pipeline {
        sources = List.copyOf(sources);
        shards = List.copyOf(shards);
    }

    /**
     * Finds the files of a resolved recipe.
     *
     * @throws fr.corpus.error.RecipeException if a pattern matches nothing or a format is unknown
     * @throws fr.corpus.error.EngineException if a folder cannot be read
     */
    public static Pipeline of(RecipePlan plan) {
        LicenseCatalog licenses = LicenseCatalog.load();
        List<SourceChain> sources = plan.sources().stream()
                .map(source -> chain(plan, source, licenses))
                .toList();
        return new Pipeline(plan, sources, Shard.plan(sources));
    }

    private static SourceChain chain(RecipePlan plan, SourcePlan planned, LicenseCatalog licenses) {
        RecipeSource source = planned.source();
        Reader reader = reader(source);
        for (String path : source.paths()) {
            if (path.endsWith("/") && !reader.readsFolders()) {
                throw new RecipeException(
                        UserMessage.of("source.no-folders", source.id(), path, source.format(), path + "*"));
            }
        }
        return new SourceChain(
                source.id(),
                reader,
                SourceFiles.expand(plan.recipe().directory(), source.id(), source.paths()),
                planned.tokenizer(),
                planned.normalizers(),
                planned.filters(),
                new SourceRights(source.license(), licenses),
                source.maxMalformedPerMillion());
    }

    private static Reader reader(RecipeSource source) {
        FieldMapping fields = FieldMapping.of(source.fields());
        if (source.licenseField().isPresent()) {
            fields = fields.with(RecordField.LICENSE, source.licenseField().get());
        }
        ReaderOptions options = ReaderOptions.DEFAULT.withFields(fields);
        if (source.encoding().isPresent()) {
            options = options.withEncoding(source.encoding().get());
        }
        return Readers.of(source.format(), options);
    }

    /** Deduplication steps, in order. */
    public List<Deduplicator> deduplicators() {
        return plan.deduplicators();
    }

    /** Rights gates, in order; all must admit a document. */
    public List<RightsGate> gates() {
        return plan.rightsGates();
    }

    /** Annotators, in order. */
    public List<Annotator> annotators() {
        return plan.annotators();
    }
}
