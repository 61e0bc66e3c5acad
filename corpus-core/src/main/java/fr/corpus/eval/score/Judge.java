package fr.corpus.eval.score;

import fr.corpus.eval.format.OutputRecord;
import fr.corpus.eval.pack.Pack;
import fr.corpus.eval.pack.PackItem;
import java.util.List;

/** Judges the outputs of one task, item by item. Thread-safe. */
interface Judge {

    /** What is measured, the headline first. */
    List<Column> columns();

    /**
     * Judges one output.
     *
     * @param row takes one number for each column, NaN where nothing can be said
     */
    ItemDetail judge(PackItem item, OutputRecord output, double[] row);

    /**
     * The judge of a pack.
     *
     * @param by what choices are told by, for signatures
     */
    static Judge of(Pack pack, ChoiceJudge.By by) {
        return switch (pack.task()) {
            case MULTIPLE_CHOICE, MINIMAL_PAIRS -> new ChoiceJudge(pack, by);
            case SHORT_ANSWER -> new AnswerJudge(pack);
            case INSTRUCTIONS -> new InstructionJudge();
            case GENERATION -> new TextJudge(pack);
        };
    }
}
