package fr.corpus.engine.local;

import fr.corpus.pipeline.BuildOptions;
import fr.corpus.pipeline.Pipeline;
import fr.corpus.recipe.RecipeReader;
import java.io.IOException;
import java.nio.file.Path;

/** Leaves on disk what a run killed at the barrier leaves. */
final class InterruptedRun {

    private InterruptedRun() {}

    static void upToTheBarrier(Path recipe, Path release, BuildOptions options) throws IOException {
        Pipeline pipeline = Pipeline.of(RecipeReader.read(recipe).resolve());
        try (WorkDirectory work = WorkDirectory.open(release, RunPlan.of(pipeline, options.reservations()));
                Meter meter = new Meter(options.listener())) {
            new ReadSegment(pipeline, work.units(), options, meter).run();
        }
    }
}
