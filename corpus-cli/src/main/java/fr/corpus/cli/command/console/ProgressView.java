package fr.corpus.cli.command.console;

import fr.corpus.pipeline.Progress;
import fr.corpus.pipeline.ProgressListener;
import fr.corpus.pipeline.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far a run is: one line that lives on a terminal, a plain line every few seconds elsewhere. Called from one thread
 * at a time.
 */
public final class ProgressView implements ProgressListener, AutoCloseable {

    private static final double PLAIN_EVERY_SECONDS = 5;
    private static final String ERASE_LINE = "\r\u001b[K";
    private static final int DEFAULT_WIDTH = 80;

    private final Console console;
    private final int width;
    private @Nullable Stage stage;
    private double stageStart;
    private double shownAt;
    private boolean lineOpen;

    /** Progress on this console. */
    public ProgressView(Console console) {
        this.console = console;
        this.width = width(console.environment().getOrDefault("COLUMNS", ""));
    }

    private static int width(String columns) {
        return columns.matches("[0-9]{2,3}") ? Integer.parseInt(columns) : DEFAULT_WIDTH;
    }

    @Override
    public synchronized void onProgress(Progress progress) {
        if (progress.stage() != stage) {
            stage = progress.stage();
            stageStart = progress.elapsedSeconds();
            shownAt = progress.elapsedSeconds();
        }
        if (console.terminal()) {
            console.err().print(ERASE_LINE + cut(line(progress)));
            console.err().flush();
            lineOpen = true;
        } else if (progress.elapsedSeconds() - shownAt >= PLAIN_EVERY_SECONDS) {
            shownAt = progress.elapsedSeconds();
            console.err().println(line(progress));
            console.err().flush();
        }
    }

    private String line(Progress progress) {
        double seconds = progress.elapsedSeconds() - stageStart;
        double megabytesPerSecond = seconds > 0 ? progress.textBytes() / 1e6 / seconds : 0;
        String left = progress.remainingSeconds() < 0
                ? ""
                : console.text("cli.progress-left", duration(progress.remainingSeconds()));
        return console.text(
                "cli.progress",
                console.text("cli.stage-" + progress.stage().label()),
                (int) (100 * progress.done()),
                progress.documents(),
                megabytesPerSecond,
                left);
    }

    private String duration(double seconds) {
        long whole = (long) Math.ceil(seconds);
        return whole < 60
                ? console.text("cli.seconds", whole)
                : console.text("cli.minutes", whole / 60, String.format(console.locale(), "%02d", whole % 60));
    }

    /** A line that wraps could not be erased. */
    private String cut(String line) {
        return line.length() < width ? line : line.substring(0, width - 1);
    }

    /** Leaves the terminal with a clean line. */
    @Override
    public synchronized void close() {
        if (lineOpen) {
            console.err().print(ERASE_LINE);
            console.err().flush();
        }
    }
}
