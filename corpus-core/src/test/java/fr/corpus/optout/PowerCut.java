package fr.corpus.optout;

/** What a test throws where the power fails. */
final class PowerCut extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PowerCut() {
        super("power cut", null, false, false);
    }

    /** Counts operations and burns at one of them. */
    static final class Fuse {
        private int left;
        private boolean burnt;

        Fuse(int operations) {
            left = operations;
        }

        void pass() {
            if (burnt || left-- == 0) {
                burnt = true;
                throw new PowerCut();
            }
        }

        boolean burnt() {
            return burnt;
        }
    }
}
