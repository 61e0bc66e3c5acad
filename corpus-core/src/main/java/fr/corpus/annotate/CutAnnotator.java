package fr.corpus.annotate;

import fr.corpus.document.Annotations;
import fr.corpus.document.Span;
import fr.corpus.document.TextOffsets;
import fr.corpus.document.Token;
import fr.corpus.error.RecipeException;
import fr.corpus.internal.opennlp.OpenNlpModels;
import fr.corpus.internal.opennlp.OpenNlpModels.Cutter;
import fr.corpus.step.Annotator;
import fr.corpus.step.ModelIdentity;
import fr.corpus.step.Parameter;
import fr.corpus.step.Settings;
import fr.corpus.step.StepId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Cuts sentences or tokens with a model of OpenNLP; blank lines, and line breaks where they end something, come first.
 * Whatever the model says, spans stand on code points and hold every character that is not white space. Immutable,
 * thread-safe: every worker has what it needs of its own.
 */
public final class CutAnnotator implements Annotator {

    /** The step of sentences that may have a model. */
    public static final StepId SENTENCES = SentenceAnnotator.NEWEST;

    /** What a recipe may set for sentences. */
    public static final List<Parameter> SENTENCE_PARAMETERS =
            List.of(SentenceAnnotator.LINE_BREAKS, ModelChoice.MODEL, ModelChoice.LICENSE);

    /** What a recipe may set for tokens. */
    public static final List<Parameter> TOKEN_PARAMETERS = List.of(ModelChoice.MODEL, ModelChoice.LICENSE);

    private final StepId id;
    private final Supplier<Worker> workers;
    private final SortedMap<String, ModelIdentity> models;

    private CutAnnotator(StepId id, Supplier<Worker> workers, String kind, ModelIdentity model) {
        this.id = id;
        this.workers = workers;
        this.models = Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(kind, model)));
    }

    /**
     * The newest annotator of sentences with these parameters: by rules, or by a model of OpenNLP.
     *
     * @param directory where relative paths start
     * @throws RecipeException if the model cannot be had
     */
    public static Annotator sentences(Settings settings, Path directory) {
        LineBreaks lines = SentenceAnnotator.lineBreaks(settings);
        ModelChoice choice = ModelChoice.of(settings, "sentences", directory);
        if (choice.isRules()) {
            return new SentenceAnnotator(SentenceSplitter.newest(lines));
        }
        OpenNlpModels.Loaded<Cutter<String>> loaded = choice.openNlp(OpenNlpModels::sentences);
        return new CutAnnotator(
                SENTENCES,
                () -> {
                    Cutter<String> cutter = loaded.newWorker().get();
                    return (text, before) -> before.withSentences(sentences(text, cutter, lines));
                },
                "sentences",
                choice.identity(loaded.version()));
    }

    /**
     * The annotator of tokens with these parameters: by rules, or by a model of OpenNLP.
     *
     * @param directory where relative paths start
     * @throws RecipeException if the model cannot be had
     */
    public static Annotator tokens(Settings settings, Path directory) {
        ModelChoice choice = ModelChoice.of(settings, "tokens", directory);
        if (choice.isRules()) {
            return new TokenAnnotator();
        }
        OpenNlpModels.Loaded<Cutter<String>> loaded = choice.openNlp(OpenNlpModels::tokens);
        return new CutAnnotator(
                TokenAnnotator.ID,
                () -> {
                    Cutter<String> cutter = loaded.newWorker().get();
                    return (text, before) -> tokens(text, SentenceAnnotator.withSentences(text, before), cutter);
                },
                "tokens",
                choice.identity(loaded.version()));
    }

    private static List<Span> sentences(String text, Cutter<String> cutter, LineBreaks lines) {
        List<Span> spans = new ArrayList<>();
        TextOffsets offsets = new TextOffsets(text);
        int at = 0;
        while (at < text.length()) {
            int end = endOfBlock(text, at, lines);
            SpanRepair repair = new SpanRepair(text, at, end);
            int[] cut = cutter.cut(text.substring(at, end));
            for (int i = 1; i < cut.length; i += 2) {
                repair.endAt(at + cut[i]);
            }
            repair.finish((from, to) -> {
                int start = offsets.codePointsOf(from);
                spans.add(new Span(start, offsets.codePointsOf(to)));
            });
            at = end;
        }
        return spans;
    }

    /** Where the next blank line begins, or the next line end where every one ends a sentence. */
    private static int endOfBlock(String text, int from, LineBreaks lines) {
        int breaks = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                breaks++;
            } else if (!Marks.isSpace(c)) {
                breaks = 0;
            }
            if (breaks == (lines == LineBreaks.END ? 1 : 2)) {
                return i + 1;
            }
        }
        return text.length();
    }

    private static Annotations tokens(String text, Annotations before, Cutter<String> cutter) {
        List<Token> tokens = new ArrayList<>();
        TextOffsets offsets = new TextOffsets(text);
        TextOffsets back = new TextOffsets(text);
        for (Span sentence : before.sentences().orElseThrow()) {
            int from = offsets.unitsOf(sentence.start());
            int to = offsets.unitsOf(sentence.end());
            SpanRepair repair = new SpanRepair(text, from, to);
            for (int bound : cutter.cut(text.substring(from, to))) {
                repair.endAt(from + bound);
            }
            repair.finish((start, end) -> {
                int first = back.codePointsOf(start);
                tokens.add(Token.of(first, back.codePointsOf(end)));
            });
        }
        return before.withTokens(tokens);
    }

    @Override
    public StepId id() {
        return id;
    }

    @Override
    public Worker newWorker() {
        return workers.get();
    }

    @Override
    public SortedMap<String, ModelIdentity> models() {
        return models;
    }

    @Override
    public Annotator after(List<Annotator> earlier) {
        LayerOrder.check(id, earlier);
        return this;
    }
}
