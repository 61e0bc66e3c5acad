package fr.corpus.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Pages of words that no language has, and the recipe that builds a corpus of them. */
final class MadeUpPages {

    private MadeUpPages() {}

    /** Words that no language has, so that no two texts share a sequence by chance. */
    static String words(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            for (int letter = 0; letter < 5 + random.nextInt(5); letter++) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            text.append(i % 11 == 10 ? ". " : " ");
        }
        return text.toString();
    }

    /** A page as a line of {@code data.jsonl}. */
    static String line(String id, String text, String uri) {
        return "{\"id\":\"" + id + "\",\"text\":\"" + text + "\",\"uri\":\"" + uri + "\"}\n";
    }

    /**
     * Writes pages and the recipe of a corpus of them.
     *
     * @param lines see {@link #line}
     * @param steps more steps after exact duplicates, in YAML
     * @return the recipe
     */
    static Path write(Path folder, String lines, String... steps) throws IOException {
        Files.writeString(folder.resolve("data.jsonl"), lines);
        StringBuilder recipe = new StringBuilder("""
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
                """);
        List.of(steps).forEach(step -> recipe.append("  - ").append(step).append('\n'));
        return Files.writeString(folder.resolve("recipe.yaml"), recipe);
    }
}
