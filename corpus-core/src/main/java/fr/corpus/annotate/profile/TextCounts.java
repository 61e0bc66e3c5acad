package fr.corpus.annotate.profile;

import fr.corpus.annotate.term.LemmaFrequencies;
import fr.corpus.annotate.term.Lemmas;
import fr.corpus.document.Annotations;
import fr.corpus.document.Span;
import fr.corpus.document.TextOffsets;
import fr.corpus.document.Token;
import fr.corpus.document.Word;
import fr.corpus.text.TokenHash;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Counts what readability and diversity ask of one text. Confined to one thread; one use. */
final class TextCounts {

    private static final int LONG = 6;

    /** Ends of the third person plural of venir, tenir, sentir and the like. */
    private static final List<String> SEVERAL = List.of("nnent", "entent", "aient", "irent", "inrent");

    private final LemmaFrequencies reference;
    private Counts counts = Counts.NONE;
    private long[] forms = new long[256];
    private int tokens;

    private long sentences;
    private long words;
    private long syllables;
    private long longWords;
    private long listed;
    private long rare;

    TextCounts(LemmaFrequencies reference) {
        this.reference = reference;
    }

    /** Counts a text whose tokens have parts of speech and lemmas. */
    TextCounts add(String text, Annotations layers) {
        List<Span> spans = layers.sentences().orElse(List.of());
        int next = 0;
        TextOffsets offsets = new TextOffsets(text);
        int wordEnd = -1;
        boolean empty = true;
        boolean longWord = false;
        for (Token token : layers.tokens().orElse(List.of())) {
            boolean starts = next == 0;
            while (next < spans.size() && spans.get(next).start() <= token.start()) {
                next++;
                starts = true;
            }
            empty |= starts;
            String form = offsets.slice(token.start(), token.end());
            list(token);
            int letters = (int) form.codePoints().filter(Character::isLetter).count();
            if (letters == 0) {
                wordEnd = -1;
                continue;
            }
            if (wordEnd != token.start()) {
                words++;
                longWord = false;
            }
            wordEnd = token.end();
            if (letters > LONG && !longWord) {
                longWord = true;
                longWords++;
            }
            if (empty) {
                sentences++;
                empty = false;
            }
            syllables += Syllables.count(form, hasMuteEnd(token));
            keep(TokenHash.of(form.toLowerCase(Locale.ROOT)));
        }
        counts = new Counts(sentences, words, syllables, longWords, listed, rare);
        return this;
    }

    private void list(Token token) {
        for (Word word : token.words()) {
            if (Lemmas.isCounted(word) && !word.upos().equals("PROPN")) {
                listed++;
                rare += reference.rank(Lemmas.of(word)) > Readability.COMMON ? 1 : 0;
            }
        }
    }

    /** Whether a final ent is mute: ils parlent, not il vient, il sent. */
    private static boolean hasMuteEnd(Token token) {
        if (token.words().isEmpty()) {
            return false;
        }
        Word word = token.words().get(0);
        boolean verb = word.upos().equals("VERB") || word.upos().equals("AUX");
        String lemma = Lemmas.of(word);
        boolean spoken = lemma.endsWith("enir") || lemma.endsWith("entir");
        return verb && (!spoken || SEVERAL.stream().anyMatch(word.form()::endsWith));
    }

    private void keep(long hash) {
        if (tokens == forms.length) {
            forms = Arrays.copyOf(forms, 2 * tokens);
        }
        forms[tokens++] = hash;
    }

    Counts counts() {
        return counts;
    }

    /** Hashes of the tokens that have a letter, in lower case, in order. */
    long[] forms() {
        return Arrays.copyOf(forms, tokens);
    }
}
