package fr.corpus.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InOrderTest {

    private static InOrder.Source<Integer, IOException> upTo(int count, AtomicInteger fetched) {
        return () -> {
            int next = fetched.getAndIncrement();
            return next < count ? Optional.of(next) : Optional.empty();
        };
    }

    private static int busy(int item) {
        long x = item;
        for (int i = 0; i < item % 7 * 1000; i++) {
            x = x * 31 + i;
        }
        return x == Long.MIN_VALUE ? -1 : item * 2;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void resultsAreTakenInTheOrderOfTheItems(int threads) throws IOException {
        List<Integer> taken = new ArrayList<>();
        InOrder.<Integer, Integer, IOException>run(
                threads, "test", upTo(2_000, new AtomicInteger()), () -> InOrderTest::busy, taken::add);
        assertThat(taken)
                .isEqualTo(IntStream.range(0, 2_000).map(i -> i * 2).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void aFailureOfAnyPartIsThrownAndNobodyWaitsForEver(int threads) {
        IOException wanted = new IOException("disk full");
        InOrder.Source<Integer, IOException> all = upTo(Integer.MAX_VALUE, new AtomicInteger());
        assertThatThrownBy(() -> InOrder.<Integer, Integer, IOException>run(
                        threads, "test", all, () -> InOrderTest::busy, result -> {
                            if (result == 200) {
                                throw wanted;
                            }
                        }))
                .isSameAs(wanted);
        assertThatThrownBy(() -> InOrder.<Integer, Integer, IOException>run(
                        threads,
                        "test",
                        all,
                        () -> item -> {
                            if (item % 1000 == 999) {
                                throw wanted;
                            }
                            return item;
                        },
                        result -> {}))
                .isSameAs(wanted);
        assertThatThrownBy(() -> InOrder.<Integer, Integer, IOException>run(
                        threads,
                        "test",
                        () -> {
                            throw wanted;
                        },
                        () -> InOrderTest::busy,
                        result -> {}))
                .isSameAs(wanted);
    }

    @Test
    void ofTwoFailuresThatOfTheEarlierItemIsThrownOnceAllBeforeItIsTaken() {
        for (int round = 0; round < 50; round++) {
            CountDownLatch laterFails = new CountDownLatch(1);
            List<Integer> taken = new ArrayList<>();
            assertThatThrownBy(() -> InOrder.<Integer, Integer, IOException>run(
                            2,
                            "test",
                            upTo(1_000, new AtomicInteger()),
                            () -> item -> {
                                if (item == 4) {
                                    laterFails.countDown();
                                    throw new IOException("later");
                                } else if (item == 3) {
                                    await(laterFails);
                                    throw new IOException("earlier");
                                }
                                return item;
                            },
                            taken::add))
                    .hasMessage("earlier");
            assertThat(taken).containsExactly(0, 1, 2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void whatWasFetchedBeforeTheSourceFailsIsTaken(int threads) {
        AtomicInteger fetched = new AtomicInteger();
        List<Integer> taken = new ArrayList<>();
        assertThatThrownBy(() -> InOrder.<Integer, Integer, IOException>run(
                        threads,
                        "test",
                        () -> {
                            int next = fetched.getAndIncrement();
                            if (next == 40) {
                                throw new IOException("unreadable");
                            }
                            return Optional.of(next);
                        },
                        () -> InOrderTest::busy,
                        taken::add))
                .hasMessage("unreadable");
        assertThat(taken)
                .isEqualTo(IntStream.range(0, 40).map(i -> i * 2).boxed().toList());
        assertThat(fetched).hasValue(41);
    }

    @Test
    void fewItemsAreFetchedAheadOfOneThatTakesLong() throws IOException {
        AtomicInteger fetched = new AtomicInteger();
        CountDownLatch othersWait = new CountDownLatch(1);
        InOrder.Source<Integer, IOException> counted = upTo(1_000, fetched);
        AtomicInteger ahead = new AtomicInteger();
        InOrder.<Integer, Integer, IOException>run(
                2,
                "test",
                counted,
                () -> item -> {
                    if (item == 0) {
                        await(othersWait);
                        ahead.set(fetched.get());
                    } else if (item == 5) {
                        othersWait.countDown();
                    }
                    return item;
                },
                result -> {});
        assertThat(ahead).hasValue(6);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
