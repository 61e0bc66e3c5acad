package fr.corpus.search;

import com.sun.management.OperatingSystemMXBean;
import fr.corpus.parallel.Workers;
import fr.corpus.release.ReleaseReader;
import fr.corpus.release.ReleaseRow;
import fr.corpus.release.RowStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures the index of a release: {@code RELEASE OUT THREADS ITEMS}. Makes it, then compares items of about 100 words with it by
 * sequences of 13 words: one in ten taken whole from a document, the others put together from pieces of three to seven words of one
 * document, which is harder than text that nobody wrote before. Figures in docs/performance.md.
 */
final class SearchScale {

    private static final int ITEM_WORDS = 100;

    private SearchScale() {}

    /** Runs it. */
    public static void main(String[] arguments) throws IOException {
        ReleaseReader release = ReleaseReader.open(Path.of(arguments[0]));
        Path out = Path.of(arguments[1]);
        int threads = Integer.parseInt(arguments[2]);
        List<String> items = items(release, Integer.parseInt(arguments[3]));

        double before = cpuSeconds();
        ReleaseIndexer.Made made = new ReleaseIndexer(release).build(out, threads, ReleaseIndexer.Progress.SILENT);
        double cpu = cpuSeconds() - before;
        double megabytes = release.manifest().statistics().released().textBytes() / 1e6;
        print(
                "index: %.1f MB, %.1f MB per CPU-second, %.1f %% of the text",
                megabytes, megabytes / cpu, made.bytes() / 1e4 / megabytes);

        try (ReleaseIndex index = ReleaseIndex.open(release, out)) {
            AtomicInteger next = new AtomicInteger();
            AtomicInteger whole = new AtomicInteger();
            AtomicInteger some = new AtomicInteger();
            before = cpuSeconds();
            long start = System.nanoTime();
            Workers.<IOException>run(threads, "scale", run -> {
                SequenceLookup lookup = index.sequences(13);
                for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
                    SequenceLookup.Coverage coverage = lookup.of(items.get(i));
                    some.addAndGet(coverage.covered() > 0 ? 1 : 0);
                    whole.addAndGet(coverage.covered() == coverage.words() ? 1 : 0);
                }
            });
            print(
                    "sequences: %d items, %d covered whole, %d in part: %.1f CPU-seconds, %.1f s",
                    items.size(),
                    whole.get(),
                    some.get() - whole.get(),
                    cpuSeconds() - before,
                    (System.nanoTime() - start) / 1e9);
        }
    }

    private static List<String> items(ReleaseReader release, int count) throws IOException {
        Random random = new Random(1);
        List<String> items = new ArrayList<>();
        try (RowStream<ReleaseRow> rows = release.data()) {
            Optional<ReleaseRow> row = rows.next();
            while (row.isPresent() && items.size() < count) {
                List<String> words = Arrays.asList(row.get().document().text().split("\\s+"));
                if (words.size() > ITEM_WORDS + 20) {
                    items.add(String.join(" ", items.size() % 10 == 0 ? taken(random, words) : mixed(random, words)));
                }
                row = rows.next();
            }
        }
        return items;
    }

    private static List<String> taken(Random random, List<String> words) {
        int from = random.nextInt(words.size() - ITEM_WORDS);
        return words.subList(from, from + ITEM_WORDS);
    }

    private static List<String> mixed(Random random, List<String> words) {
        List<String> mixed = new ArrayList<>();
        while (mixed.size() < ITEM_WORDS) {
            int from = random.nextInt(words.size() - 10);
            mixed.addAll(words.subList(from, from + 3 + random.nextInt(5)));
        }
        return mixed;
    }

    private static double cpuSeconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private static void print(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
