package fr.corpus.cli.command.eval;

import fr.corpus.cli.command.console.UsageError;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.run.ServerAddress;
import fr.corpus.eval.run.Traffic;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which server is asked, how hard it may be pressed and how patiently. */
final class ServerOptions {

    private static final String KEY = "CORPUS_API_KEY";
    private static final int MAX_ATTEMPTS = 100;
    private static final double MAX_SECONDS = 86_400;

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec = CommandSpec.create();

    @Option(names = "--endpoint", paramLabel = "URL", descriptionKey = "run.endpoint")
    @Nullable
    String endpoint;

    @Option(names = "--api-key-env", paramLabel = "NAME", descriptionKey = "run.api-key-env")
    String keyName = KEY;

    @Option(names = "--concurrency", paramLabel = "N", descriptionKey = "run.concurrency")
    int concurrency = Traffic.USUAL.concurrency();

    @Option(names = "--requests-per-minute", paramLabel = "N", descriptionKey = "run.requests-per-minute")
    @Nullable
    Long requests;

    @Option(names = "--tokens-per-minute", paramLabel = "N", descriptionKey = "run.tokens-per-minute")
    @Nullable
    Long tokens;

    @Option(names = "--attempts", paramLabel = "N", descriptionKey = "run.attempts")
    int attempts = Traffic.USUAL.attempts();

    @Option(names = "--retry-wait", paramLabel = "SECONDS", descriptionKey = "run.retry-wait")
    double retryWait = Traffic.USUAL.firstWait().toMillis() / 1e3;

    @Option(names = "--connect-timeout", paramLabel = "SECONDS", descriptionKey = "run.connect-timeout")
    double connect = Traffic.Timeouts.USUAL.connect().toMillis() / 1e3;

    @Option(names = "--read-timeout", paramLabel = "SECONDS", descriptionKey = "run.read-timeout")
    double silence = Traffic.Timeouts.USUAL.silence().toMillis() / 1e3;

    @Option(names = "--timeout", paramLabel = "SECONDS", descriptionKey = "run.timeout")
    double total = Traffic.Timeouts.USUAL.total().toMillis() / 1e3;

    Traffic traffic() {
        return new Traffic(
                (int) within("--concurrency", concurrency, 1, Traffic.MAX_CONCURRENCY),
                limit("--requests-per-minute", requests),
                limit("--tokens-per-minute", tokens),
                (int) within("--attempts", attempts, 1, MAX_ATTEMPTS),
                seconds("--retry-wait", retryWait),
                new Traffic.Timeouts(
                        seconds("--connect-timeout", connect),
                        seconds("--read-timeout", silence),
                        seconds("--timeout", total)),
                Traffic.USUAL.maxResponseBytes());
    }

    private OptionalLong limit(String option, @Nullable Long value) {
        return value == null
                ? OptionalLong.empty()
                : OptionalLong.of((long) within(option, value, 1, 1_000_000_000_000L));
    }

    private Duration seconds(String option, double value) {
        return Duration.ofMillis((long) (1000 * within(option, value, 0.001, MAX_SECONDS)));
    }

    private double within(String option, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new UsageError.Refused(
                    spec.commandLine(), UserMessage.of("cli.run-range", option, least, most, value));
        }
        return value;
    }

    /** The server. */
    ServerAddress address() {
        if (endpoint == null) {
            throw new UsageError.Refused(spec.commandLine(), UserMessage.of("cli.run-no-endpoint"));
        }
        return ServerAddress.parse(endpoint);
    }

    /** The key that the environment holds; its value is never told. */
    Optional<String> key(Map<String, String> environment) {
        String key = environment.getOrDefault(keyName, "").strip();
        if (key.isEmpty() && !keyName.equals(KEY)) {
            throw new UsageError.Refused(spec.commandLine(), UserMessage.of("cli.run-no-key", keyName));
        }
        if (!key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new UsageError.Refused(spec.commandLine(), UserMessage.of("cli.run-bad-key", keyName));
        }
        return key.isEmpty() ? Optional.empty() : Optional.of(key);
    }
}
