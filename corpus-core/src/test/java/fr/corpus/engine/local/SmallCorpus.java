package fr.corpus.engine.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A seeded corpus of short French texts in JSONL files, with copies, near copies, junk and broken lines, and its recipe. */
final class SmallCorpus {

    static final long SEED = 20261124;

    private static final String[] SUBJECTS = {
        "la bibliothécaire", "le vieux pêcheur", "ma voisine", "le conseil municipal", "une apprentie",
                "l’institutrice",
        "le facteur", "notre équipe", "la compagnie", "un marin de Saint-Malo", "le jardinier", "la conservatrice"
    };
    private static final String[] VERBS = {
        "raconte",
        "prépare",
        "observe",
        "répare",
        "décrit",
        "rassemble",
        "traduit",
        "mesure",
        "retrouve",
        "protège",
        "dessine",
        "range"
    };
    private static final String[] OBJECTS = {
        "les archives de la commune", "un filet déchiré", "la recette de sa grand-mère", "le plan du quartier",
        "une lettre oubliée", "les outils de l’atelier", "la carte des sentiers", "un poème appris par cœur",
        "le registre des naissances", "une photographie de famille", "les étoiles du mois d’août",
                "la charpente du lavoir"
    };
    private static final String[] PLACES = {
        "au bord du canal",
        "dans la grande salle",
        "pendant la pluie",
        "avec beaucoup de patience",
        "à la nuit tombée",
        "pour les enfants du village",
        "sous les tilleuls",
        "depuis le mois de mai",
        "sans faire de bruit",
        "à côté de la gare",
        "avant le marché",
        "chez son cousin"
    };

    private final Path folder;
    private final List<List<String>> files = new ArrayList<>();

    SmallCorpus(Path folder, int documents, int fileCount) {
        this.folder = folder;
        for (int i = 0; i < fileCount; i++) {
            files.add(new ArrayList<>());
        }
        Random random = new Random(SEED);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < documents; i++) {
            String text;
            int choice = random.nextInt(20);
            if (choice == 0 && !texts.isEmpty()) {
                text = texts.get(random.nextInt(texts.size()));
            } else if (choice == 1 && !texts.isEmpty()) {
                text = texts.get(random.nextInt(texts.size())).replaceFirst("Le matin", "Le soir");
            } else if (choice == 2) {
                text = "trop court";
            } else {
                text = text(random);
                texts.add(text);
            }
            String license = choice == 3 ? "CC-BY-NC-4.0" : choice == 4 ? "inconnue" : "CC-BY-4.0";
            files.get(i % fileCount)
                    .add("{\"id\":\"d" + i + "\",\"text\":\"" + text.replace("\n", "\\n") + "\",\"license\":\""
                            + license + "\"}");
        }
        files.get(0).add(Math.min(1, files.get(0).size()), "{\"id\":\"cassé\",\"text\":");
    }

    /** A shuffled copy, so that no phrase comes twice in one text. */
    private static List<String> shuffled(Random random, String[] phrases) {
        List<String> list = new ArrayList<>(List.of(phrases));
        Collections.shuffle(list, random);
        return list;
    }

    private static String text(Random random) {
        List<String> subjects = shuffled(random, SUBJECTS);
        List<String> verbs = shuffled(random, VERBS);
        List<String> objects = shuffled(random, OBJECTS);
        List<String> places = shuffled(random, PLACES);
        StringBuilder text = new StringBuilder(
                "Le matin du " + (1 + random.nextInt(28)) + ", " + places.get(11) + ", on se souvient de tout.\n");
        for (int i = 0; i < 6; i++) {
            String subject = subjects.get(2 * i);
            text.append(subject.substring(0, 1).toUpperCase(Locale.FRENCH)).append(subject.substring(1));
            text.append(' ')
                    .append(verbs.get(2 * i))
                    .append(' ')
                    .append(objects.get(2 * i))
                    .append(' ');
            text.append(places.get(i))
                    .append(", et ")
                    .append(subjects.get(2 * i + 1))
                    .append(' ');
            text.append(verbs.get(2 * i + 1))
                    .append(' ')
                    .append(objects.get(2 * i + 1))
                    .append('.');
            text.append(i % 3 == 2 ? "\n" : " ");
        }
        return text.toString().strip();
    }

    /** Writes the files under these names, in this order of content, and the recipe; answers the recipe. */
    Path write(String... names) throws IOException {
        Files.createDirectories(folder.resolve("data"));
        for (int i = 0; i < files.size(); i++) {
            Files.writeString(folder.resolve("data").resolve(names[i]), String.join("\n", files.get(i)) + "\n");
        }
        Path recipe = folder.resolve("recipe.yaml");
        Files.writeString(recipe, """
                recipe: 1
                name: essai
                seed: 1
                language: fra
                sources:
                  - id: contes
                    format: jsonl
                    paths: [ data/*.jsonl ]
                    license-field: license
                    profile: web
                    max-malformed-per-million: 100000
                steps:
                  - { use: filter.repetition@1 }
                  - { use: filter.lines@1 }
                  - { use: filter.quality@1 }
                  - { use: dedup.exact@1 }
                  - { use: dedup.minhash@1 }
                  - { use: rights.licenses@1, allow: [ CC-BY-4.0 ] }
                  - { use: annotate.tokens@1 }
                  - { use: annotate.pos@1 }
                  - { use: annotate.entities@1 }
                output: { shard-bytes: 65536, compression: zstd }
                """);
        return recipe;
    }
}
