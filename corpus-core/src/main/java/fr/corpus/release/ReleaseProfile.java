package fr.corpus.release;

import fr.corpus.annotate.profile.Profile;
import fr.corpus.annotate.term.LemmaFrequencies;
import fr.corpus.document.Annotations;
import fr.corpus.document.Token;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the texts of a release speak of and how they are written, from its layers. Of a large release the first documents by id:
 * an id is a digest of the text, so that these are as good as drawn by lot. Immutable.
 *
 * @param profile what was measured
 * @param reference what lemmas were compared with
 * @param isWhole whether all documents were measured
 */
record ReleaseProfile(Profile profile, LemmaFrequencies reference, boolean isWhole) {

    /** No further document is read after this many tokens, those of documents that cannot be measured included. */
    static final long MOST_TOKENS = 1 << 20;

    /** Keywords and terms that are asked for; those that are names are not shown. */
    private static final int MOST_TERMS = 200;

    /**
     * The profile of a release.
     *
     * @param files of its data table, in order
     * @return empty unless a document has parts of speech and lemmas
     */
    static Optional<ReleaseProfile> of(Path release, List<String> files) throws IOException {
        LemmaFrequencies reference = null;
        Profile.Collector collector = null;
        long tokens = 0;
        try (RowStream<ReleaseRow> rows = new RowStream<>(release, files, new DataLayout(), null)) {
            if (rows.columnCount() <= DataLayout.WITHOUT_LAYERS) {
                return Optional.empty();
            }
            Optional<ReleaseRow> row = rows.next();
            for (; row.isPresent() && tokens < MOST_TOKENS; row = rows.next()) {
                Annotations layers = row.get().document().annotations();
                if (isLemmatized(layers)) {
                    reference = reference == null ? LemmaFrequencies.load() : reference;
                    collector = collector == null ? new Profile.Collector(reference) : collector;
                    collector.add(row.get().document().text(), layers);
                    tokens += layers.tokens().orElse(List.of()).size();
                } else {
                    tokens += row.get().measures().tokens();
                }
            }
            return collector == null || reference == null
                    ? Optional.empty()
                    : Optional.of(new ReleaseProfile(collector.profile(MOST_TERMS), reference, row.isEmpty()));
        }
    }

    private static boolean isLemmatized(Annotations layers) {
        for (Token token : layers.tokens().orElse(List.of())) {
            if (!token.words().isEmpty()) {
                return layers.sentences().isPresent()
                        && !token.words().get(0).upos().isEmpty()
                        && !token.words().get(0).lemma().isEmpty();
            }
        }
        return false;
    }
}
