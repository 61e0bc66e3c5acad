package fr.corpus.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void doEachTaskOnce(int threads) {
        AtomicIntegerArray times = new AtomicIntegerArray(1_000);
        Workers.each(threads, "test", times.length(), () -> times::incrementAndGet);
        for (int i = 0; i < times.length(); i++) {
            assertThat(times.get(i)).isOne();
        }
    }

    @Test
    void makeOneWorkerForEachThreadAndNoneForNothing() {
        AtomicInteger made = new AtomicInteger();
        Workers.each(4, "test", 2, () -> {
            made.incrementAndGet();
            return number -> {};
        });
        assertThat(made).hasValue(2);
        Workers.each(4, "test", 0, () -> {
            throw new AssertionError("nothing to do");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void throwTheFirstFailureAndLeaveTheRestUndone(int threads) {
        AtomicInteger done = new AtomicInteger();
        Workers.Task<IOException> task = number -> {
            if (number == 5) {
                throw new IOException("disk full");
            }
            done.incrementAndGet();
        };
        assertThatThrownBy(() -> Workers.each(threads, "test", 1_000_000_000, () -> task))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("disk full");
        assertThat(done.get()).isLessThan(1_000_000_000 - 1);
    }

    @Test
    void passErrorsOn() {
        Workers.Body<RuntimeException> body = run -> {
            throw new AssertionError("bug");
        };
        assertThatThrownBy(() -> Workers.run(2, "test", body))
                .isInstanceOf(AssertionError.class)
                .hasMessage("bug");
    }

    @Test
    void waitForTheOthersWhenTheCallerIsInterrupted() throws InterruptedException {
        Set<String> ended = ConcurrentHashMap.newKeySet();
        CountDownLatch begun = new CountDownLatch(2);
        AtomicInteger endedAtThrow = new AtomicInteger();
        Thread caller = new Thread(() -> {
            try {
                Workers.run(2, "test", run -> {
                    begun.countDown();
                    while (!run.isStopped()) {
                        Thread.onSpinWait();
                    }
                    ended.add(Thread.currentThread().getName());
                });
            } catch (UncheckedIOException e) {
                if (e.getCause() instanceof InterruptedIOException
                        && Thread.currentThread().isInterrupted()) {
                    endedAtThrow.set(ended.size());
                }
            }
        });
        caller.start();
        begun.await();
        caller.interrupt();
        caller.join();
        assertThat(endedAtThrow).hasValue(2);
        assertThat(ended).containsExactlyInAnyOrder("corpus-test-0", "corpus-test-1");
    }
}
