package fr.corpus.eval.run;

import java.nio.file.Path;
import java.util.Optional;

/** A process of its own that asks until it is killed: address, directory. */
final class RunChild {

    private RunChild() {}

    public static void main(String[] arguments) throws Exception {
        RunRequest request =
                RunRequest.of("fr-varietes@1", "modele", Path.of(arguments[1])).with(RunMethod.CHAT);
        try (EvaluationRun run = EvaluationRun.open(request)) {
            run.execute(ServerAddress.parse(arguments[0]), Optional.empty(), Traffic.USUAL, RunListener.SILENT);
        }
    }
}
