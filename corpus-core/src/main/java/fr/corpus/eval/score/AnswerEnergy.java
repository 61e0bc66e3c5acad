package fr.corpus.eval.score;

import fr.corpus.energy.EnergyEstimate;
import fr.corpus.energy.EnergyModel;
import fr.corpus.eval.format.OutputRecord;
import java.util.List;
import java.util.Optional;

/**
 * The energy of a list of answers. Immutable.
 *
 * @param model what it is estimated by
 * @param known answers whose generated tokens are known
 * @param unknown answers of which they are not, and that are in no sum
 * @param tokens generated in the known ones
 * @param total of the known ones; empty when there is none
 */
public record AnswerEnergy(EnergyModel model, int known, int unknown, long tokens, Optional<EnergyEstimate> total) {

    static AnswerEnergy of(EnergyModel model, List<OutputRecord> outputs) {
        EnergyModel.Estimator estimator = model.estimator();
        int known = 0;
        long tokens = 0;
        EnergyEstimate total = null;
        for (OutputRecord output : outputs) {
            Optional<EnergyEstimate> one = ofOne(estimator, output);
            if (one.isPresent()) {
                known++;
                tokens += output.usage().tokensOut().orElse(0);
                total = total == null ? one.get() : total.plus(one.get());
            }
        }
        return new AnswerEnergy(model, known, outputs.size() - known, tokens, Optional.ofNullable(total));
    }

    /** Of an answer that was written; likelihoods alone generate nothing that the formula knows of. */
    static Optional<EnergyEstimate> ofOne(EnergyModel.Estimator estimator, OutputRecord output) {
        boolean weighed = output.output().isEmpty() && !output.choices().isEmpty();
        return weighed
                ? Optional.empty()
                : estimator.estimate(output.usage().tokensOut(), output.usage().latencySeconds());
    }
}
