package fr.corpus.eval.run;

import java.util.concurrent.TimeUnit;

/** Time as a run needs it. Thread-safe. */
interface RunClock {

    /** The time of this machine. */
    RunClock SYSTEM = new RunClock() {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void sleep(long nanos) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }
    };

    /** Nanoseconds since some fixed moment. */
    long nanoTime();

    /** Waits so long. */
    void sleep(long nanos) throws InterruptedException;
}
