package fr.corpus.annotate;

import fr.corpus.annotate.accuracy.Accuracy;
import fr.corpus.annotate.conllu.ConlluReader;
import fr.corpus.annotate.conllu.ConlluSentence;
import fr.corpus.annotate.conllu.ConlluToken;
import fr.corpus.annotate.conllu.ConlluWord;
import fr.corpus.annotate.exchange.AnnotatedText;
import fr.corpus.annotate.exchange.Exchange;
import fr.corpus.document.Annotations;
import fr.corpus.document.Token;
import fr.corpus.step.Annotator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Annotates the text, or the tokens, of a gold CoNLL-U file and says how right that is. Stateless. */
public final class TreebankCheck {

    private TreebankCheck() {}

    /**
     * Compares with gold.
     *
     * @param with the models at work
     * @param raw whether sentences and tokens are found in the text, sentences joined by what the file says or one space;
     *     else those of gold are kept
     * @param name what gold is called in messages
     */
    public static Accuracy check(LayerChain.Steps with, List<ConlluSentence> gold, boolean raw, String name) {
        LayerChain chain = LayerChain.of(EnumSet.of(Layer.POS, Layer.FEATURES, Layer.LEMMA), with);
        return Accuracy.of(
                gold,
                raw ? raw(chain.newWorker(), gold) : onTokens(chain.keepingAll().newWorker(), gold),
                name);
    }

    private static List<ConlluSentence> raw(Annotator.Worker worker, List<ConlluSentence> gold) {
        StringBuilder text = new StringBuilder();
        for (ConlluSentence sentence : gold) {
            String spaces = sentence.tokens().get(sentence.tokens().size() - 1).spacesAfter();
            text.append(sentence.text()).append(spaces.isEmpty() ? " " : spaces);
        }
        StringBuilder out = new StringBuilder();
        Exchange.CONLLU
                .writer(out)
                .write(new AnnotatedText("gold", text.toString(), worker.annotate(text.toString(), Annotations.NONE)));
        List<ConlluSentence> system = new ArrayList<>();
        ConlluReader reader = new ConlluReader(new BufferedReader(new StringReader(out.toString())), "gold");
        try {
            for (ConlluSentence next = reader.next(); next != null; next = reader.next()) {
                system.add(next);
            }
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail to be read", e);
        }
        return system;
    }

    private static List<ConlluSentence> onTokens(Annotator.Worker worker, List<ConlluSentence> gold) {
        List<ConlluSentence> system = new ArrayList<>(gold.size());
        for (ConlluSentence sentence : gold) {
            List<String> forms =
                    sentence.tokens().stream().map(ConlluToken::form).toList();
            GivenTokens given = GivenTokens.of(forms);
            List<Token> tagged =
                    worker.annotate(given.text(), given.layers()).tokens().orElseThrow();
            List<ConlluToken> tokens = new ArrayList<>(forms.size());
            for (int i = 0; i < forms.size(); i++) {
                List<ConlluWord> words = tagged.get(i).words().stream()
                        .map(w -> ConlluWord.of(w.form(), w.lemma(), w.upos(), w.features()))
                        .toList();
                tokens.add(new ConlluToken(forms.get(i), words, words.size() > 1, "_", "_"));
            }
            system.add(new ConlluSentence(List.of(), tokens, List.of()));
        }
        return system;
    }
}
