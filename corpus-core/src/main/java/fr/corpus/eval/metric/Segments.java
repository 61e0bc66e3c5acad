package fr.corpus.eval.metric;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a system wrote and what it should have written, segment by segment. Immutable.
 *
 * @param hypotheses one for each segment
 * @param references for each stream of references one for each segment, null where the stream has none; an empty text is a
 *     reference of length 0
 */
public record Segments(List<String> hypotheses, List<List<@Nullable String>> references) {

    /**
     * Segments whose streams belong together.
     *
     * @throws MalformedSourceException if there is no segment or no stream, a stream has another length, or a segment has no
     *     reference at all
     */
    public Segments {
        hypotheses = List.copyOf(hypotheses);
        List<List<@Nullable String>> streams = new ArrayList<>();
        references.forEach(stream -> streams.add(Collections.unmodifiableList(new ArrayList<>(stream))));
        references = Collections.unmodifiableList(streams);
        check(hypotheses, references);
    }

    private static void check(List<String> hypotheses, List<List<@Nullable String>> references) {
        if (hypotheses.isEmpty()) {
            throw new MalformedSourceException(UserMessage.of("eval.no-segments"));
        }
        if (references.isEmpty()) {
            throw new MalformedSourceException(UserMessage.of("eval.no-references"));
        }
        for (int r = 0; r < references.size(); r++) {
            if (references.get(r).size() != hypotheses.size()) {
                throw new MalformedSourceException(UserMessage.of(
                        "eval.lengths-differ",
                        hypotheses.size(),
                        r + 1,
                        references.get(r).size()));
            }
        }
        for (int i = 0; i < hypotheses.size(); i++) {
            int segment = i;
            if (references.stream().allMatch(stream -> stream.get(segment) == null)) {
                throw new MalformedSourceException(UserMessage.of("eval.segment-without-reference", i + 1));
            }
        }
    }

    /** How many segments there are. */
    public int size() {
        return hypotheses.size();
    }

    /** The references of a segment, at least one. */
    public List<String> referencesOf(int segment) {
        if (references.size() == 1) {
            String only = references.get(0).get(segment);
            return only == null ? List.of() : List.of(only);
        }
        List<String> found = new ArrayList<>(references.size());
        for (List<@Nullable String> stream : references) {
            String reference = stream.get(segment);
            if (reference != null) {
                found.add(reference);
            }
        }
        return found;
    }

    /** How many references each segment has; empty when their number varies. */
    public OptionalInt referenceCount() {
        int count = referencesOf(0).size();
        for (int i = 1; i < size(); i++) {
            if (referencesOf(i).size() != count) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of(count);
    }
}
