package fr.corpus.search;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.Corpus;
import fr.corpus.identifier.Isbn;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.match.NearWork;
import fr.corpus.match.ReservationIndex;
import fr.corpus.optout.WorkFingerprint;
import fr.corpus.release.DuplicateRow;
import fr.corpus.release.ReleaseReader;
import fr.corpus.release.RowStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Works that are found by their Text-Codes, and on copies that were left out of the release. */
class NearSearchTest {

    private static final String POEM =
            "Au bord du canal où la brume se lève,\nun pêcheur compte en silence les barques,\n"
                    + "la lune pâlit sur l’eau comme un rêve,\nle vent du matin efface ses marques.\n"
                    + "Il range au panier trois ablettes grises,\nregarde le pont, la rive et l’église,\n"
                    + "puis s’en va tout droit, la gaule à l’épaule,\nsaluer le saule.";

    @TempDir
    Path directory;

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int letter = 0; letter < 5 + random.nextInt(5); letter++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    private static List<String> words(Random random, int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(word(random));
        }
        return words;
    }

    private static List<String> changed(Random random, List<String> words, int changes) {
        List<String> changed = new ArrayList<>(words);
        for (int i = 0; i < changes; i++) {
            changed.set(random.nextInt(changed.size()), word(random));
        }
        return changed;
    }

    private static boolean isNear(WorkFingerprint work, String text) {
        return NearWork.of(work).orElseThrow().similarity(text).isPresent();
    }

    private static boolean quotes(WorkFingerprint work, String text) {
        WorkSamples samples = new WorkSamples(work);
        return samples.isQuotation(samples.common(text));
    }

    /** Releases with index and keys, with keys alone, with an index alone, with neither: of the same records. */
    private List<Path> releases(List<Map<String, Object>> records) throws IOException {
        List<Path> releases = new ArrayList<>();
        for (String name : List.of("tout", "cles", "index", "rien")) {
            boolean keys = name.equals("tout") || name.equals("cles");
            Path release = SearchFixture.release(directory, name, records, "keys: " + keys);
            if (name.equals("tout") || name.equals("index")) {
                SearchFixture.index(release);
            }
            releases.add(release);
        }
        return releases;
    }

    private static Match only(Path release, Question question, String sourceId) throws IOException {
        Answer answer = SearchFixture.answer(release, question);
        assertThat(answer.hits()).as(release.getFileName().toString()).hasSize(1);
        assertThat(answer.total()).isEqualTo(1);
        assertThat(answer.hits().get(0).row().origin().sourceId()).isEqualTo(sourceId);
        assertThat(answer.hits().get(0).matches()).hasSize(1);
        return answer.hits().get(0).matches().get(0);
    }

    @Test
    void aPoemWithWrongLettersIsANearDuplicateWithItsSimilarity() throws IOException {
        List<Map<String, Object>> records = new ArrayList<>(SearchFixture.records());
        records.add(SearchFixture.record("poeme", POEM));
        String misread = POEM.replace("brume", "brune").replace("gaule", "gauIe");
        for (Path release : releases(records)) {
            Match match = only(release, SearchFixture.work(WorkFingerprint.of(misread)), "poeme");
            assertThat(match.kind()).isEqualTo(MatchKind.NEAR_DUPLICATE);
            assertThat(match.likeness().code().orElseThrow()).isBetween(0.75, 0.99);
            assertThat(match.shares()).isEmpty();
            assertThat(match.copy()).isEmpty();
            assertThat(match.passage().extract()).startsWith("Au bord du canal");
            // The poem itself is the same text, and that it is near besides goes without saying.
            assertThat(only(release, SearchFixture.work(WorkFingerprint.of(POEM)), "poeme")
                            .kind())
                    .isEqualTo(MatchKind.TEXT);
        }
    }

    @Test
    void aStoryWhoseSamplesAreTornApartIsANearDuplicateByItsCode() throws IOException {
        List<String> story = words(new Random(20261124), 100);
        String text = String.join(" ", story);
        String torn = "";
        for (long seed = 1; torn.isEmpty() && seed < 20_000; seed++) {
            String bad = String.join(" ", changed(new Random(seed), story, 16));
            WorkFingerprint work = WorkFingerprint.of(bad);
            boolean shares = !new WorkSamples(work).common(text).isEmpty();
            if (!NearWork.comparesEveryDocument(work) && shares && !quotes(work, text) && isNear(work, text)) {
                torn = bad;
            }
        }
        WorkFingerprint work = WorkFingerprint.of(torn);
        assertThat(work.samples().length).isBetween(4, ReservationIndex.MOST_NEAR_SAMPLES);
        List<Map<String, Object>> records = new ArrayList<>(SearchFixture.records());
        records.add(SearchFixture.record("conte", text));
        for (Path release : releases(records)) {
            Match match = only(release, SearchFixture.work(work), "conte");
            assertThat(match.kind()).isEqualTo(MatchKind.NEAR_DUPLICATE);
            assertThat(match.likeness().code()).isPresent();
            // Many questions one after the other do not compare codes.
            assertThat(lookUp(release, work)).isZero();
        }
    }

    private static long lookUp(Path release, WorkFingerprint work) throws IOException {
        try (ReleaseSearch search = ReleaseSearch.open(release, Optional.empty())) {
            return search.scans(SearchFixture.work(work))
                    ? 0
                    : search.lookUp(SearchFixture.work(work), 10).total();
        }
    }

    /** A release of near copies; those of {@code closed} are under a licence that no gate admits. */
    private Path withCopies(List<String> open, List<String> closed) throws IOException {
        StringBuilder lines = new StringBuilder();
        Random random = new Random(99);
        List<String> texts = new ArrayList<>(open);
        texts.addAll(closed);
        for (int i = 0; i < 6; i++) {
            texts.add(String.join(" ", words(random, 150)));
        }
        for (int i = 0; i < texts.size(); i++) {
            String isbn = i == 0 ? "9782070360024" : i == 1 ? "9782070413119" : "";
            boolean isClosed = i >= open.size() && i < open.size() + closed.size();
            lines.append("{\"id\":\"n" + i + "\",\"text\":\"" + texts.get(i) + "\",\"uri\":\"https://site" + i
                    + ".exemple.fr/\",\"isbn\":\"" + isbn + "\",\"license\":\""
                    + (isClosed ? "CC-BY-NC-4.0" : "CC0-1.0") + "\"}\n");
        }
        Files.writeString(directory.resolve("copies.jsonl"), lines);
        Path recipe = Files.writeString(directory.resolve("copies.yaml"), """
                recipe: 1
                name: copies
                sources:
                  - id: pages
                    format: jsonl
                    paths: copies.jsonl
                    license-field: license
                    fields: { id: id, uri: uri, identifier: isbn }
                steps:
                  - { use: dedup.minhash@1 }
                  - { use: rights.licenses@1, allow: [ CC0-1.0 ] }
                """);
        return Corpus.build(recipe, directory.resolve("copies")).release();
    }

    private static List<DuplicateRow> copies(Path release) throws IOException {
        List<DuplicateRow> copies = new ArrayList<>();
        try (RowStream<DuplicateRow> rows = ReleaseReader.open(release).duplicates()) {
            for (Optional<DuplicateRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                copies.add(row.get());
            }
        }
        return copies;
    }

    @Test
    void whatIsFoundOnACopyIsToldOfTheDocumentThatStandsForIt() throws IOException {
        Random random = new Random(5);
        List<String> one = words(random, 150);
        List<String> texts = List.of(String.join(" ", one), String.join(" ", changed(random, one, 4)));
        Path release = withCopies(texts, List.of());
        DuplicateRow copy = copies(release).get(0);
        int gone = Integer.parseInt(copy.origin().sourceId().substring(1));
        String kept = copy.survivor().sourceId();

        Match address = only(release, SearchFixture.key(new Key(KeyType.URL, "site" + gone + ".exemple.fr/")), kept);
        assertThat(address.kind()).isEqualTo(MatchKind.ADDRESS);
        assertThat(address.copy().orElseThrow().id()).isEqualTo(copy.member());
        assertThat(address.copy().orElseThrow().uri()).contains("https://site" + gone + ".exemple.fr/");
        String isbn = gone == 0 ? "9782070360024" : "9782070413119";
        assertThat(only(release, SearchFixture.key(Isbn.find(isbn).orElseThrow().key()), kept)
                        .copy())
                .isPresent();

        WorkFingerprint same = WorkFingerprint.of(texts.get(gone));
        Hit hit = SearchFixture.answer(release, SearchFixture.work(same)).hits().get(0);
        assertThat(hit.row().origin().sourceId()).isEqualTo(kept);
        assertThat(hit.matches()).extracting(Match::kind).contains(MatchKind.TEXT, MatchKind.NEAR_DUPLICATE);
        assertThat(hit.matches().get(0).copy()).isPresent();
        assertThat(hit.matches().get(1).copy()).as("of the document itself").isEmpty();

        List<String> words = List.of(texts.get(gone).split(" "));
        WorkFingerprint near = null;
        for (long seed = 1; near == null && seed < 20_000; seed++) {
            Random again = new Random(seed);
            WorkFingerprint work = WorkFingerprint.of(String.join(" ", changed(again, words, 14 + again.nextInt(12))));
            boolean known = quotes(work, texts.get(0)) || quotes(work, texts.get(1));
            if (!known && isNear(work, texts.get(gone)) && !isNear(work, texts.get(1 - gone))) {
                boolean shares = !new WorkSamples(work).common(texts.get(gone)).isEmpty();
                near = shares && work.samples().length >= 4 ? work : null;
            }
        }
        Match byCode = only(release, SearchFixture.work(java.util.Objects.requireNonNull(near)), kept);
        assertThat(byCode.kind()).isEqualTo(MatchKind.NEAR_DUPLICATE);
        assertThat(byCode.likeness().code().orElseThrow()).isBetween(0.75, 0.99);
        assertThat(byCode.copy().orElseThrow().id()).isEqualTo(copy.member());
    }

    @Test
    void aCopyOfADocumentThatIsNotReleasedIsNotThere() throws IOException {
        Random random = new Random(6);
        List<String> one = words(random, 150);
        Path release = withCopies(List.of(), List.of(String.join(" ", one), String.join(" ", changed(random, one, 4))));
        DuplicateRow copy = copies(release).get(0);
        Answer answer = SearchFixture.answer(
                release,
                SearchFixture.key(
                        new Key(KeyType.URL, "site" + copy.origin().sourceId().substring(1) + ".exemple.fr/")));
        assertThat(answer.isFound()).isFalse();
        assertThat(answer.total()).isZero();
    }
}
