package fr.corpus.eval.pack;

import java.util.List;
import java.util.Optional;

/**
 * What is asked of a model, how, and how it is judged; the items apart. Immutable.
 *
 * @param id name, as {@code fr-morphosyntaxe}
 * @param version digits and points, as {@code 1} or {@code 1.1}
 * @param about for people
 * @param task what is asked
 * @param variety BCP 47 tag of items that do not say their own
 * @param ledger rights
 * @param prompts ways to ask, at least three, the first by default
 * @param fewShot examples
 * @param extraction how the answer is found in a text
 * @param metrics names of metrics, the first is the headline
 * @param groups tags by which results are shown
 * @param data where the items are
 */
public record Pack(
        String id,
        String version,
        About about,
        Task task,
        String variety,
        LicenseLedger ledger,
        List<Prompt> prompts,
        FewShotRule fewShot,
        ExtractionRule extraction,
        List<String> metrics,
        List<String> groups,
        PackData data) {

    public Pack {
        prompts = List.copyOf(prompts);
        metrics = List.copyOf(metrics);
        groups = List.copyOf(groups);
    }

    /**
     * What people read.
     *
     * @param title a few words
     * @param description a sentence
     * @param paper title and place of the paper
     * @param citation how to cite
     */
    public record About(Bilingual title, Bilingual description, Optional<String> paper, Optional<String> citation) {}

    /** {@code id@version}. */
    public String reference() {
        return id + "@" + version;
    }

    /** The prompt of a name. */
    public Optional<Prompt> prompt(String name) {
        return prompts.stream().filter(prompt -> prompt.id().equals(name)).findFirst();
    }
}
