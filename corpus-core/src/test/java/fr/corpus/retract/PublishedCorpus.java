package fr.corpus.retract;

import fr.corpus.Corpus;
import fr.corpus.optout.Declaration;
import fr.corpus.optout.Holder;
import fr.corpus.optout.HolderKind;
import fr.corpus.optout.IdentityTier;
import fr.corpus.optout.OptOutRegistry;
import fr.corpus.optout.Selector;
import fr.corpus.optout.UseCategory;
import fr.corpus.pipeline.BuildOptions;
import fr.corpus.pipeline.HeededRegistry;
import fr.corpus.pipeline.Version;
import fr.corpus.tlog.TlogPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** A registry, and a release of several parts that was built under it: pages of many sites, in words that no language has. */
final class PublishedCorpus {

    static final int SITES = 40;
    private static final int PAGES = 8;
    private static final long SEED = 20261124;

    final Path folder;
    final Path registry;
    final Path v1;

    private PublishedCorpus(Path folder) {
        this.folder = folder;
        this.registry = folder.resolve("registre");
        this.v1 = folder.resolve("v1");
    }

    static PublishedCorpus in(Path folder) throws IOException {
        PublishedCorpus corpus = new PublishedCorpus(folder);
        OptOutRegistry.create(
                corpus.registry,
                "registre.exemple.fr/essai",
                Optional.empty(),
                OptOutRegistry.DEFAULT_MERGE_DELAY,
                OptOutRegistry.Environment.system());
        Random random = new Random(SEED);
        StringBuilder lines = new StringBuilder();
        for (int site = 0; site < SITES; site++) {
            for (int page = 0; page < PAGES; page++) {
                lines.append("{\"id\":\"p" + site + "-" + page + "\",\"text\":\"" + words(random)
                        + "\",\"uri\":\"https://site" + site + ".exemple.fr/" + page + "\"}\n");
            }
        }
        Files.writeString(folder.resolve("data.jsonl"), lines);
        Path recipe = Files.writeString(folder.resolve("recipe.yaml"), """
                recipe: 1
                name: essai
                seed: 1
                language: fra
                sources:
                  - id: pages
                    format: jsonl
                    paths: [ data.jsonl ]
                    license: CC-BY-4.0
                    profile: web
                    fields: { id: id, text: text, uri: uri }
                steps:
                  - { use: dedup.exact@1 }
                output: { shard-bytes: 65536, compression: zstd }
                """);
        Corpus.build(
                recipe,
                corpus.v1,
                BuildOptions.standard().withThreads(2).withRegistry(HeededRegistry.open(corpus.registry)));
        return corpus;
    }

    private static String words(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 150; i++) {
            for (int letter = 0; letter < 5 + random.nextInt(5); letter++) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            text.append(i % 11 == 10 ? ". " : " ");
        }
        return text.toString();
    }

    /** Reserves all pages of a site. */
    void reserve(int site) throws IOException {
        Selector pages = Selector.ofUrl("https://site" + site + ".exemple.fr/*").orElseThrow();
        try (OptOutRegistry open =
                OptOutRegistry.open(registry, Duration.ofSeconds(30), OptOutRegistry.Environment.system())) {
            open.register(new Declaration(
                    new Holder("Anne Exemple", HolderKind.AUTHOR),
                    Optional.empty(),
                    IdentityTier.EMAIL,
                    UseCategory.DEFAULT,
                    List.of(pages),
                    Declaration.Origin.registry(Instant.now())));
        }
    }

    /** Retracts what is reserved now. */
    RetractionReport retract(Path release, String name) throws IOException {
        return new Retraction(release, folder.resolve(name), 2, Version.current()).run(HeededRegistry.open(registry));
    }

    TlogPolicy policy() throws IOException {
        return TlogPolicy.parse(Files.readAllBytes(registry.resolve("policy.txt")));
    }

    /** A copy of a release as somebody downloaded it, before anything was said of it. */
    Path copy(Path release, String name) throws IOException {
        Path target = folder.resolve(name);
        try (Stream<Path> files = Files.walk(release)) {
            for (Path file : files.toList()) {
                Path there = target.resolve(release.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(there);
                } else {
                    Files.copy(file, there);
                }
            }
        }
        return target;
    }
}
