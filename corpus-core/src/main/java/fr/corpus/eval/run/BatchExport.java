package fr.corpus.eval.run;

import fr.corpus.error.RecipeException;
import fr.corpus.error.RightsException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.format.JsonLines;
import fr.corpus.eval.pack.Pack;
import fr.corpus.eval.pack.PackCatalog;
import fr.corpus.eval.pack.StoredPack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes the requests of a run as a batch of OpenAI’s interface, to be answered elsewhere. Thread-safe. */
public final class BatchExport {

    /** Most requests that the usual services take in one file. */
    public static final int MOST_REQUESTS = 50_000;

    private BatchExport() {}

    /**
     * Writes one request a line; the file appears when it is whole.
     *
     * @return number of requests
     * @throws RecipeException if likelihoods are wanted, for which a batch has no call that all know
     * @throws RightsException if the pack’s texts may not be written into a file
     */
    public static int write(RunRequest request, Path file) throws IOException {
        StoredPack stored = PackCatalog.load().find(request.pack());
        Pack pack = stored.pack();
        if (request.method() == RunMethod.LIKELIHOOD) {
            throw new RecipeException(UserMessage.of("eval.run-batch-likelihoods"));
        }
        if (!pack.ledger().redistribution().allowsTexts()) {
            throw new RightsException(UserMessage.of("eval.run-batch-rights", pack.reference()));
        }
        RunMethod method = request.method() == RunMethod.AUTO ? RunMethod.CHAT : request.method();
        Questions questions = Questions.of(stored, request, method);
        GeneratedAsking.Body body =
                new GeneratedAsking.Body(request.model(), method, questions.sampling(request, method), pack.task());
        List<Map<String, @Nullable Object>> lines = new ArrayList<>();
        for (Asked asked : questions.all()) {
            Map<String, @Nullable Object> line = new TreeMap<>();
            line.put(
                    "custom_id",
                    asked.key() + questions.preamble().map(name -> "#" + name).orElse(""));
            line.put("method", "POST");
            line.put("url", "/v1/" + body.path());
            line.put("body", body.of(asked));
            lines.add(line);
        }
        JsonLines.write(file, lines);
        return lines.size();
    }
}
