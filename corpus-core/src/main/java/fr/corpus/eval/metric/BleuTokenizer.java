package fr.corpus.eval.metric;

/** How BLEU cuts a segment into words: the tokenizers of sacreBLEU that need no model. White space then separates words. */
public enum BleuTokenizer {

    /** mteval-v13a: ASCII marks are words; ’ « » … and the apostrophe are not. */
    MTEVAL_13A("13a") {
        @Override
        void apply(TextBuffer text) {
            text.replace("<skipped>", "");
            text.replace("-\n", "");
            text.replace("\n", " ");
            AsciiMarks.unescape(text);
            AsciiMarks.pad(text);
            AsciiMarks.isolateMarks(text);
            AsciiMarks.splitNumbers(text);
        }
    },

    /** mteval-v14: every Unicode punctuation and symbol is a word, but for punctuation between two numbers. */
    INTERNATIONAL("intl") {
        @Override
        void apply(TextBuffer text) {
            text.rewrite();
            int n = text.length();
            for (int i = 0; i < n; i++) {
                int c = text.at(i);
                text.put(c);
                if (i + 1 < n && !UnicodeClasses.isNumber(c) && UnicodeClasses.isPunctuation(text.at(i + 1))) {
                    text.put(' ');
                    text.put(text.at(++i));
                    text.put(' ');
                }
            }
            text.swap();
            text.rewrite();
            n = text.length();
            for (int i = 0; i < n; i++) {
                int c = text.at(i);
                if (i + 1 < n && UnicodeClasses.isPunctuation(c) && !UnicodeClasses.isNumber(text.at(i + 1))) {
                    text.put(' ');
                    text.put(c);
                    text.put(' ');
                    text.put(text.at(++i));
                } else {
                    text.put(c);
                }
            }
            text.swap();
            isolate(text, false);
        }
    },

    /** Words are what white space separates. */
    NONE("none") {
        @Override
        void apply(TextBuffer text) {
            // as it stands
        }
    },

    /** Every code point but white space is a word. */
    CHARACTER("char") {
        @Override
        void apply(TextBuffer text) {
            isolate(text, true);
        }
    };

    private final String key;

    BleuTokenizer(String key) {
        this.key = key;
    }

    /** Sets white space between words. */
    abstract void apply(TextBuffer text);

    private static void isolate(TextBuffer text, boolean all) {
        text.rewrite();
        for (int i = 0; i < text.length(); i++) {
            int c = text.at(i);
            boolean apart = all || UnicodeClasses.isSymbol(c);
            if (apart) {
                text.put(' ');
            }
            text.put(c);
            if (apart) {
                text.put(' ');
            }
        }
        text.swap();
    }

    /** Its name in signatures and options. */
    public String key() {
        return key;
    }

    @Override
    public String toString() {
        return key;
    }
}
