package fr.corpus.cli.command.eval;

import fr.corpus.cli.command.console.Console;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.run.RunListener;
import fr.corpus.eval.run.RunProgress;

/** Shows how far an evaluation run is on one line that lives on a terminal; elsewhere nothing. */
final class RunView implements RunListener, AutoCloseable {

    private static final String ERASE_LINE = "\r\u001b[K";
    private static final double EVERY_SECONDS = 0.2;

    private final Console console;
    private double shownAt = -1;
    private boolean lineOpen;

    RunView(Console console) {
        this.console = console;
    }

    @Override
    public void onNotice(UserMessage notice) {
        console.err().println(notice.in(console.locale()));
    }

    @Override
    public synchronized void onProgress(RunProgress progress) {
        boolean last = progress.answered() + progress.failed() >= progress.total();
        if (!console.terminal() || !last && shownAt >= 0 && progress.seconds() - shownAt < EVERY_SECONDS) {
            return;
        }
        shownAt = progress.seconds();
        console.err().print(ERASE_LINE + line(progress));
        console.err().flush();
        lineOpen = true;
    }

    private String line(RunProgress progress) {
        String left = progress.secondsLeft().isPresent() && progress.seconds() > 1
                ? console.text(
                        "cli.progress-left", duration(progress.secondsLeft().getAsDouble()))
                : "";
        String failed = progress.failed() == 0 ? "" : console.text("cli.run-progress-failed", progress.failed());
        return console.text(
                "cli.run-progress",
                progress.answered(),
                progress.total(),
                progress.rate().orElse(0),
                failed,
                left);
    }

    private String duration(double seconds) {
        long whole = (long) Math.ceil(seconds);
        return whole < 60
                ? console.text("cli.seconds", whole)
                : console.text("cli.minutes", whole / 60, String.format(console.locale(), "%02d", whole % 60));
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
