package fr.corpus.engine.local;

import fr.corpus.match.Reservations;
import fr.corpus.pipeline.Pipeline;
import fr.corpus.pipeline.SourceChain;
import fr.corpus.source.SourceFile;
import java.io.IOException;
import java.util.Optional;

/** Everything that the files of an interrupted run depend on, as text: the resolved recipe, the state of the registry and each input file. */
final class RunPlan {

    /** Changes when the work files do. */
    private static final String FORMAT = "corpus-work@3";

    private RunPlan() {}

    static String of(Pipeline pipeline, Optional<Reservations> reservations) throws IOException {
        StringBuilder plan = new StringBuilder(FORMAT).append('\n');
        plan.append(pipeline.plan().digest()).append('\n');
        reservations.ifPresent(honoured -> plan.append(honoured.checkpoint())
                .append(' ')
                .append(honoured.broad().word())
                .append('\n'));
        for (SourceChain source : pipeline.sources()) {
            plan.append(source.id())
                    .append(' ')
                    .append(source.reader().version())
                    .append('\n');
            for (SourceFile file : source.files()) {
                plan.append(file.name()).append(' ').append(file.bytes()).append(' ');
                plan.append(file.lastModifiedMillis()).append('\n');
            }
        }
        return plan.toString();
    }
}
