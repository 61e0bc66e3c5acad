package fr.corpus.search;

import fr.corpus.Corpus;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.identifier.Key;
import fr.corpus.optout.WorkFingerprint;
import fr.corpus.release.ReleaseReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Small releases of our own texts. */
final class SearchFixture {

    static final String SEA = """
            La mer, ce matin-là, était grise et plate comme une ardoise. Le vieux pêcheur rentrait ses filets sans un mot, \
            et les goélands tournaient autour de la barque. On entendait au loin la cloche de l’église, que le vent \
            apportait par bouffées. « Demain, dit-il, nous irons jusqu’aux îles. » Sa fille ne répondit rien ; elle \
            regardait l’horizon, où montait une fumée noire.

            Le lendemain, la brume cachait encore les rochers quand ils poussèrent la barque sur les galets. Trois mouettes \
            dormaient sur le toit du hangar. Le père surveillait le courant, la fille tenait la barre, et personne au village \
            ne les vit partir, sauf le douanier, qui fumait sa pipe derrière la digue en comptant les voiles. Il nota l’heure \
            dans son carnet, puis il oublia. Les îles, cette année-là, appartenaient à des marchands de sable ; on y creusait \
            des fosses profondes, on y chargeait des chalands plats, et les oiseaux avaient quitté leurs nids. Quand la barque \
            accosta, une vieille femme descendit le sentier avec une lanterne. Elle reconnut le pêcheur à sa démarche, elle qui \
            n’avait plus vu personne depuis la Toussaint, et leur offrit du pain, des oignons et une histoire de naufrage.""";

    static final String LAW = """
            Les élèves élevés dans les lycées nationaux apprennent le droit coutumier. Un cheval vaut dix chevaux de bois, \
            disait le professeur, et l’ancienne coutume de 1580 vaut mieux que celle de 1984. La répu-
            blique des lettres n’a pas de frontière.""";

    static final String PLAIN = """
            Un texte sans accent parlait aussi des eleves eleves dans les lycees nationaux, que personne ne relisait \
            jamais et qui dormait dans une armoire avec beaucoup d’autres papiers de la même farine.""";

    private SearchFixture() {}

    /** One record. */
    static Map<String, Object> record(String id, String text, String... fields) {
        Map<String, Object> record = new TreeMap<>(Map.of("id", id, "text", text));
        for (int i = 0; i < fields.length; i += 2) {
            record.put(fields[i], fields[i + 1]);
        }
        return record;
    }

    /** The records of most tests. */
    static List<Map<String, Object>> records() {
        return List.of(
                record(
                        "mer",
                        SEA,
                        "title",
                        "Les Îles grises",
                        "author",
                        "Anne Exemple",
                        "uri",
                        "https://exemple.fr/mer"),
                record("droit", LAW, "title", "Coutumes, 9782070360024", "author", "Jean d’Essai; Paul Sample"),
                record("isbn:9782070360024", PLAIN, "title", "Papiers", "uri", "https://exemple.fr/poemes/papiers"));
    }

    /** Builds a release; {@code output} is the recipe's key of that name. */
    static Path release(Path directory, String name, List<Map<String, Object>> records, String output)
            throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Map<String, Object> record : records) {
            lines.append(new String(CanonicalJson.of(record), StandardCharsets.UTF_8))
                    .append('\n');
        }
        Files.writeString(directory.resolve(name + ".jsonl"), lines);
        Path recipe = directory.resolve(name + ".yaml");
        Files.writeString(recipe, """
                recipe: 1
                name: %s
                language: fra
                sources:
                  - id: textes
                    format: jsonl
                    paths: [ %s.jsonl ]
                    license: CC0-1.0
                    fields: { title: title, author: author, uri: uri }
                steps:
                  - { use: rights.licenses@1, allow: [ CC0-1.0 ] }
                output: { %s }
                """.formatted(name, name, output));
        return Corpus.build(recipe, directory.resolve(name)).release();
    }

    static Path release(Path directory) throws IOException {
        return release(directory, "petit", records(), "keys: true");
    }

    /** Makes the index where it stands by default. */
    static Path index(Path release) throws IOException {
        return index(release, 2);
    }

    static Path index(Path release, int threads) throws IOException {
        Path out = ReleaseIndexer.defaultDirectory(release);
        new ReleaseIndexer(ReleaseReader.open(release)).build(out, threads, ReleaseIndexer.Progress.SILENT);
        return out;
    }

    static Question text(String text) {
        return new Question(Optional.empty(), List.of(), List.of(), List.of(), Phrase.parse(text));
    }

    static Question title(String words) {
        return new Question(Optional.empty(), List.of(), Phrase.parse(words), List.of(), List.of());
    }

    static Question author(String words) {
        return new Question(Optional.empty(), List.of(), List.of(), Phrase.parse(words), List.of());
    }

    static Question key(Key key) {
        return new Question(Optional.empty(), List.of(key), List.of(), List.of(), List.of());
    }

    static Question work(WorkFingerprint work) {
        return new Question(Optional.of(work), List.of(), List.of(), List.of(), List.of());
    }

    /** Kind and source id of each hit, in order, with the index if there is one. */
    static List<String> ask(Path release, Question question) throws IOException {
        return answer(release, question).hits().stream()
                .map(hit -> hit.matches().get(0).kind().word() + " "
                        + hit.row().document().provenance().sourceId())
                .toList();
    }

    static Answer answer(Path release, Question question) throws IOException {
        Path index = ReleaseIndexer.defaultDirectory(release);
        Optional<Path> existing = Optional.of(index).filter(Files::exists);
        try (ReleaseSearch search = ReleaseSearch.open(release, existing)) {
            return search.ask(question, 10, 2);
        }
    }
}
