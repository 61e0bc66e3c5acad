package fr.corpus.eval.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PatienceTest {

    /** Time that passes only while somebody sleeps. */
    private static final class SlowClock implements RunClock {
        private long now = 1_000_000_000L;
        private final List<Long> naps = new ArrayList<>();

        @Override
        public synchronized long nanoTime() {
            return now;
        }

        @Override
        public synchronized void sleep(long nanos) {
            naps.add(nanos);
            now += nanos;
        }

        double seconds() {
            return (now - 1_000_000_000L) / 1e9;
        }
    }

    private static PatientServer patient(LoopbackModel model, SlowClock clock, int attempts) {
        return new PatientServer(
                new ModelServer(ServerAddress.parse(model.address()), Optional.empty(), Traffic.USUAL),
                new Throttle(OptionalLong.empty(), OptionalLong.empty(), clock),
                new Backoff(Duration.ofSeconds(1), 7),
                attempts,
                clock);
    }

    private static int ask(PatientServer server) throws ServerFault, InterruptedException {
        return server.ask("essai", "chat/completions", new TreeMap<>(Map.of("model", "m")), response -> response)
                .attempts();
    }

    @Test
    void waitsAsLongAsTheServerAsks() throws Exception {
        SlowClock clock = new SlowClock();
        try (LoopbackModel model = new LoopbackModel(call -> {
            if (call.number() == 1) {
                call.exchange().getResponseHeaders().set("Retry-After", "37");
                call.json(429, Map.of());
            } else {
                call.chat("Oui.");
            }
        })) {
            assertThat(ask(patient(model, clock, 3))).isEqualTo(2);
            assertThat(clock.seconds()).isEqualTo(37);
        }
    }

    @Test
    void doublesItsWaitsLessAShareThatDependsOnTheSeed() throws Exception {
        SlowClock clock = new SlowClock();
        try (LoopbackModel model = new LoopbackModel(call -> call.json(503, Map.of()))) {
            PatientServer server = patient(model, clock, 5);
            ServerFault fault = null;
            try {
                ask(server);
            } catch (ServerFault caught) {
                fault = caught;
            }
            assertThat(fault).isNotNull();
            assertThat(fault.code()).isEqualTo("http-503");
            assertThat(model.bodies()).hasSize(5);
            assertThat(clock.naps).hasSize(4);
            for (int i = 0; i < 4; i++) {
                double full = 1e9 * (1 << i);
                assertThat(clock.naps.get(i).doubleValue()).isBetween(full / 2, full);
                assertThat(clock.naps.get(i))
                        .isEqualTo(new Backoff(Duration.ofSeconds(1), 7)
                                .after("essai", i + 1)
                                .toNanos())
                        .isNotEqualTo(new Backoff(Duration.ofSeconds(1), 8)
                                .after("essai", i + 1)
                                .toNanos());
            }
        }
    }

    @Test
    void neverWaitsLongerThanAMinuteOfItsOwn() {
        for (int attempt : List.of(1, 7, 30, 64, 100)) {
            assertThat(new Backoff(Duration.ofSeconds(3600), 1).after("essai", attempt))
                    .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
        }
    }

    @Test
    void startsNoMoreRequestsInAMinuteThanItMay() throws Exception {
        SlowClock clock = new SlowClock();
        Throttle throttle = new Throttle(OptionalLong.of(120), OptionalLong.empty(), clock);
        for (int i = 0; i < 121; i++) {
            throttle.enter(1000);
        }
        assertThat(clock.seconds()).isEqualTo(60);
    }

    @Test
    void countsTokensAsTheyWereUsed() throws Exception {
        SlowClock clock = new SlowClock();
        Throttle throttle = new Throttle(OptionalLong.empty(), OptionalLong.of(6000), clock);
        throttle.enter(600);
        throttle.settle(600, 100);
        throttle.enter(600);
        assertThat(clock.seconds()).isEqualTo(1);
        throttle.settle(600, 1200);
        throttle.enter(1);
        assertThat(clock.seconds()).isEqualTo(13);
    }

    @Test
    void letsNobodyInWhileItIsPaused() throws Exception {
        SlowClock clock = new SlowClock();
        Throttle throttle = new Throttle(OptionalLong.empty(), OptionalLong.empty(), clock);
        throttle.pause(Duration.ofSeconds(20));
        throttle.enter(1);
        assertThat(clock.seconds()).isEqualTo(20);
    }

    @Test
    void readsSecondsAndDates() throws IOException {
        Instant now = Instant.parse("2026-11-24T08:00:00Z");
        assertThat(RetryAfter.parse(" 120 ", now)).contains(Duration.ofSeconds(120));
        assertThat(RetryAfter.parse("0.5", now)).contains(Duration.ofMillis(500));
        assertThat(RetryAfter.parse("Tue, 24 Nov 2026 08:00:30 GMT", now)).contains(Duration.ofSeconds(30));
        assertThat(RetryAfter.parse("Tue, 24 Nov 2026 07:00:00 GMT", now)).contains(Duration.ZERO);
        assertThat(RetryAfter.parse("999999999", now)).contains(RetryAfter.LONGEST);
        assertThat(RetryAfter.parse("bientôt", now)).isEmpty();
        assertThat(RetryAfter.parse("-3", now)).isEmpty();
    }
}
