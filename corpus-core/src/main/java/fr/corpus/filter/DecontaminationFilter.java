package fr.corpus.filter;

import fr.corpus.step.Evidence;
import fr.corpus.step.Filter;
import fr.corpus.step.Parameter;
import fr.corpus.step.Reason;
import fr.corpus.step.StepId;
import fr.corpus.step.Verdict;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TextView;
import fr.corpus.text.TokenizedText;
import java.util.List;
import java.util.Optional;

/**
 * Drops documents in which texts of evaluation items stand, so that models trained on what is left can be evaluated on them.
 * Immutable.
 *
 * @param shield the texts
 * @param minShare share of the words of a text, 0 to 1, from which a document that has them is dropped; 0 for any sequence
 * @param certificate what is shielded, for the release to say
 */
public record DecontaminationFilter(Shield shield, double minShare, ShieldCertificate certificate) implements Filter {

    /** Its name and version. */
    public static final StepId ID = StepId.parse("filter.decontamination@1");

    /** Packs that are shielded: {@code id@version}, a folder, or {@code PACK=FILE} with its official file. */
    public static final Parameter PACKS = Parameter.of("packs", Parameter.Type.NAMES);

    /** Files of items, JSONL. */
    public static final Parameter ITEMS = Parameter.of("items", Parameter.Type.NAMES);

    /** Which texts of the items of packs. */
    public static final Parameter PARTS = Parameter.of("parts", Parameter.Type.NAMES);

    /** Words of a sequence. */
    public static final Parameter SEQUENCE_WORDS = Parameter.of("sequence-words", Parameter.Type.INTEGER);

    /** Words of the shortest text that is shielded, whole. */
    public static final Parameter PHRASE_WORDS = Parameter.of("phrase-words", Parameter.Type.OPTIONAL_INTEGER);

    /** The threshold. */
    public static final Parameter MIN_SHARE = Parameter.of("min-item-share", Parameter.Type.NUMBER);

    /** What a recipe may set. */
    public static final List<Parameter> PARAMETERS =
            List.of(PACKS, ITEMS, PARTS, SEQUENCE_WORDS, PHRASE_WORDS, MIN_SHARE);

    /** Why it drops. */
    public static final Reason REASON = Reason.of("evaluation-item");

    public DecontaminationFilter {
        if (!(minShare >= 0 && minShare <= 1)) {
            throw new IllegalArgumentException("min-item-share: need 0 to 1, got " + minShare);
        }
    }

    @Override
    public StepId id() {
        return ID;
    }

    @Override
    public Verdict judge(TextView view) {
        Optional<Shield.Hit> most = shield.most(view.text(), tokens(view)).filter(hit -> hit.share() >= minShare);
        if (most.isEmpty()) {
            return Verdict.keep();
        }
        Shield.Hit hit = most.get();
        return Verdict.drop(
                REASON,
                Evidence.of("pack", hit.text().owner())
                        .and("item", hit.text().item())
                        .and("part", hit.text().part())
                        .and("words", hit.words())
                        .and("share", hit.share())
                        .and(MIN_SHARE.name(), minShare));
    }

    /** The tokens in which the shield is cut; a profile with others has its texts cut again. */
    private static TokenizedText tokens(TextView view) {
        if (view.tokenizer() instanceof FrenchTokenizer) {
            return view.tokens();
        }
        TokenizedText tokens = new TokenizedText();
        new FrenchTokenizer().tokenize(view.text(), tokens);
        return tokens;
    }
}
