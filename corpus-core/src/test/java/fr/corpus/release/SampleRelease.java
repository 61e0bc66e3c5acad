package fr.corpus.release;

import fr.corpus.document.Annotations;
import fr.corpus.document.CanonicalText;
import fr.corpus.document.Document;
import fr.corpus.document.Identifier;
import fr.corpus.document.LicenseId;
import fr.corpus.document.Mention;
import fr.corpus.document.Metadata;
import fr.corpus.document.Provenance;
import fr.corpus.document.Span;
import fr.corpus.document.Token;
import fr.corpus.document.Word;
import fr.corpus.error.SourceLocation;
import fr.corpus.fingerprint.CopyTraces;
import fr.corpus.fingerprint.NearCode;
import fr.corpus.hash.Sha256;
import fr.corpus.iscc.TextCode;
import fr.corpus.step.Evidence;
import fr.corpus.step.Reason;
import fr.corpus.step.RightsDecision;
import fr.corpus.text.Signal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A small release with every kind of row, made from a seed. */
final class SampleRelease {

    static final String RECIPE = "{\"recipe\":1,\"name\":\"essai\",\"seed\":7}";

    private static final String[] WORDS = {
        "la", "rivière", "coule", "l’été", "«", "œuvre", "»", "20 %", "déjà", "😀", "\"cité\"", "\n", "bois\tvert"
    };

    final List<ReleaseRow> data = new ArrayList<>();
    final List<DropRow> drops = new ArrayList<>();
    final List<DuplicateRow> duplicates = new ArrayList<>();

    SampleRelease(long seed, int rows) {
        Random random = new Random(seed);
        for (int i = 0; i < rows; i++) {
            Document document = document(random, i, i % 3 == 0 ? "fleuve" : "ruisseau");
            switch (i % 5) {
                case 0 -> drops.add(dropped(document, i));
                case 1 -> {
                    if (data.isEmpty()) {
                        data.add(released(document, random));
                    } else {
                        duplicates.add(duplicate(document, data.get(0).document(), i));
                    }
                }
                default -> data.add(released(document, random));
            }
        }
        joinCluster();
        data.sort(ReleaseRow.ORDER);
        drops.sort(DropRow.ORDER);
        duplicates.sort(DuplicateRow.ORDER);
    }

    /** All copies are of the first document: one cluster, with one id and one size. */
    private void joinCluster() {
        if (duplicates.isEmpty()) {
            return;
        }
        DuplicateRow smallest = Collections.min(duplicates, Comparator.comparing(DuplicateRow::cluster));
        duplicates.replaceAll(row -> new DuplicateRow(
                smallest.cluster(),
                row.member(),
                row.origin(),
                row.survivor(),
                row.match(),
                row.license(),
                row.traces()));
        ReleaseRow first = data.get(0);
        data.set(0, new ReleaseRow(first.document(), first.admission(), first.measures(), 1 + duplicates.size()));
    }

    private static Document document(Random random, int i, String source) {
        StringBuilder text = new StringBuilder("Texte " + i + ".");
        for (int words = random.nextInt(200); words > 0; words--) {
            text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
        }
        Metadata.Builder metadata = new Metadata.Builder();
        if (random.nextBoolean()) {
            metadata.title("Titre n° " + i).author("Autrice " + i % 4).date("18" + i % 100);
        }
        if (random.nextBoolean()) {
            metadata.uri("https://exemple.fr/" + i);
        }
        if (i % 4 == 0) {
            metadata.identifiers(List.of(
                    new Identifier(Identifier.Scheme.ISBN, "9782070360024"),
                    new Identifier(Identifier.Scheme.DOI, "10.1234/" + i)));
        }
        long offset = random.nextBoolean() ? i * 1000L : -1;
        Provenance provenance = new Provenance(
                source,
                "n" + i,
                new SourceLocation("fichiers/" + source + ".jsonl", offset, i),
                "jsonl@1",
                Sha256.of(text.toString()));
        return Document.of(text.toString(), metadata.build(), provenance);
    }

    private static ReleaseRow released(Document document, Random random) {
        double[] signals = new double[Signal.values().length];
        for (int i = 0; i < signals.length; i++) {
            signals[i] = Signal.values()[i] == Signal.LANGUAGE_SCORE
                    ? random.nextDouble()
                    : random.nextInt(4) == 0 ? Double.NaN : random.nextInt(400) / (double) random.nextInt(1, 500);
        }
        Document cut = random.nextBoolean()
                ? document
                : document.with(Annotations.NONE.withSentences(
                        random.nextBoolean() ? List.of() : List.of(new Span(0, 5), new Span(6, 7))));
        RightsDecision.Admit admission = random.nextBoolean()
                ? new RightsDecision.Admit(LicenseId.of("CC-BY-4.0"), "Autrice, 1850")
                : new RightsDecision.Admit(LicenseId.of("CC0-1.0"), "");
        Measures measures = new Measures(
                random.nextInt(9) == 0 ? Optional.empty() : Optional.of("fra"),
                Quality.of(signals),
                random.nextInt(300));
        return new ReleaseRow(cut, Optional.of(admission), measures, 1);
    }

    private static DropRow dropped(Document document, int i) {
        Origin origin = Origin.of(document.provenance());
        return switch (i % 3) {
            case 0 ->
                new DropRow(
                        Optional.of(document.id()),
                        origin,
                        Outcome.DROPPED,
                        new DropRow.Cause(
                                "filter.quality@1",
                                Reason.of("too-few-words"),
                                Evidence.of("words", 12).and("mean-word-length", 1 / 3d)));
            case 1 ->
                new DropRow(
                        Optional.of(document.id()),
                        origin,
                        Outcome.WITHHELD,
                        new DropRow.Cause(
                                "rights.licenses@1",
                                Reason.of("license-refused"),
                                Evidence.of("license", "CC-BY-NC-4.0")));
            default ->
                new DropRow(
                        Optional.empty(),
                        origin,
                        Outcome.MALFORMED,
                        new DropRow.Cause("jsonl@1", Reason.of("invalid-json"), Evidence.NONE));
        };
    }

    private static DuplicateRow duplicate(Document document, Document survivor, int i) {
        DuplicateRow.Match match = i % 2 == 0
                ? new DuplicateRow.Match(DuplicateRow.Kind.EXACT, 1)
                : new DuplicateRow.Match(DuplicateRow.Kind.NEAR, i % 11 == 0 ? Double.NaN : 7 / 9d);
        return new DuplicateRow(
                document.id().compareTo(survivor.id()) < 0 ? document.id() : survivor.id(),
                document.id(),
                Origin.of(document.provenance()),
                new DuplicateRow.Survivor(survivor.id(), survivor.provenance().sourceId()),
                match,
                i % 3 == 0 ? Optional.empty() : Optional.of("CC-BY-4.0"),
                new CopyTraces(
                        document.metadata().uri(),
                        document.metadata().author(),
                        Optional.of(document.provenance().rawDigest()),
                        i % 2 == 0 ? Optional.empty() : Optional.of(CanonicalText.digest(document.text())),
                        i % 2 == 0 ? Optional.empty() : Optional.of(List.of(-16L * i, 32L * i)),
                        i % 4 == 1
                                ? Optional.of(NearCode.of(
                                        TextCode.of(document.text()),
                                        document.text().length()))
                                : Optional.empty(),
                        document.metadata().identifiers()));
    }

    ReleaseInfo info() {
        List<ReleaseInfo.Input> inputs = new ArrayList<>();
        for (String source : List.of("fleuve", "ruisseau")) {
            long read = data.stream()
                            .filter(row -> row.origin().source().equals(source))
                            .count()
                    + drops.stream()
                            .filter(row -> row.origin().source().equals(source))
                            .count()
                    + duplicates.stream()
                            .filter(row -> row.origin().source().equals(source))
                            .count();
            inputs.add(new ReleaseInfo.Input(source, read, 1000 * read));
        }
        return new ReleaseInfo(
                "essai", "0.1.0", 7, List.of("fra"), RECIPE, Map.of("tokenizer.web", "french@1"), inputs);
    }

    /** The same rows, most of them with tokens, words, entities and terms of which the text holds the spans. */
    SampleRelease withLayers(long seed) {
        Random random = new Random(seed);
        data.replaceAll(row -> new ReleaseRow(
                row.document().with(layers(row, random)), row.admission(), row.measures(), row.clusterSize()));
        return this;
    }

    private static Annotations layers(ReleaseRow row, Random random) {
        Annotations layers = row.document().annotations();
        List<Token> tokens = new ArrayList<>();
        List<Mention> mentions = new ArrayList<>();
        for (int at = 0; at + 5 < Math.min(row.chars(), 200); at += 1 + random.nextInt(5)) {
            List<Word> words = new ArrayList<>();
            for (int n = random.nextInt(3); n > 0; n--) {
                Word word = Word.of(WORDS[random.nextInt(WORDS.length)]);
                word = random.nextBoolean() ? word.tagged("NOUN", random.nextBoolean() ? "_" : "Number=Sing") : word;
                words.add(random.nextBoolean() ? word.lemmatized("moi", "je") : word);
            }
            tokens.add(new Token(at, at + 1, words));
            if (random.nextInt(4) == 0) {
                mentions.add(new Mention(at, at + 1, random.nextBoolean() ? "PER" : "à part"));
            }
        }
        layers = random.nextInt(5) == 0 ? layers : layers.withTokens(tokens);
        layers = random.nextBoolean() ? layers : layers.withEntities(mentions);
        return random.nextBoolean() ? layers : layers.withTerms(mentions);
    }

    private boolean hasLayers() {
        return data.stream().anyMatch(row -> row.document().annotations().isRich());
    }

    /** Writes this release in a work directory, the data table in several parts; returns the directory of the release. */
    Path write(Path work, int dataParts) throws IOException {
        ReleaseWriter writer = ReleaseWriter.open(work, ReleaseWriter.DEFAULT_ZSTD_LEVEL, false, hasLayers());
        for (int i = 0; i < dataParts; i++) {
            if (!writer.isFinished(Table.DATA, i)) {
                writePart(writer.dataPart(i), slice(data, i, dataParts));
            }
        }
        writePart(writer.dropsPart(0), drops);
        writePart(writer.duplicatesPart(0), duplicates);
        writer.finish(info());
        return writer.release();
    }

    static <T> List<T> slice(List<T> rows, int part, int parts) {
        return rows.subList(rows.size() * part / parts, rows.size() * (part + 1) / parts);
    }

    static <T> void writePart(TablePart<T> part, List<T> rows) throws IOException {
        try (part) {
            for (T row : rows) {
                part.add(row);
            }
            part.commit();
        }
    }
}
