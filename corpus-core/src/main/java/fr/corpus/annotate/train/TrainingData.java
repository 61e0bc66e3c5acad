package fr.corpus.annotate.train;

import fr.corpus.annotate.LineBreaks;
import fr.corpus.annotate.SentenceSplitter;
import fr.corpus.annotate.conllu.ConlluReader;
import fr.corpus.annotate.conllu.ConlluSentence;
import fr.corpus.annotate.conllu.ConlluToken;
import fr.corpus.annotate.token.TokenSpans;
import fr.corpus.annotate.token.TreebankTokenizer;
import fr.corpus.document.Span;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.internal.json.JsonTree;
import fr.corpus.internal.opennlp.OpenNlpModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What models are learnt from: the treebanks of a folder, open text that the French model of OpenNLP tags, and sentences of our
 * own. Immutable.
 *
 * @param gold sentences of the treebanks, files in order of names; files of test sets are never read
 * @param silver sentences of the text, may be empty
 * @param passages that text, may be empty
 * @param own sentences made from patterns of our own, with parts of speech only, may be empty
 */
public record TrainingData(
        List<ConlluSentence> gold, List<ConlluSentence> silver, List<String> passages, List<ConlluSentence> own) {

    private static final String PIAF = "qa/piaf-v1.1-part.json";

    public TrainingData {
        gold = List.copyOf(gold);
        silver = List.copyOf(silver);
        passages = List.copyOf(passages);
        own = List.copyOf(own);
    }

    /** Sentences whose parts of speech are right: those of the treebanks, then our own. */
    List<ConlluSentence> tagged() {
        return Stream.concat(gold.stream(), own.stream()).toList();
    }

    /** The CoNLL-U files for training below a folder, in order of names: train and dev, never test. */
    public static List<Path> treebanks(Path folder) throws IOException {
        Path deeper = folder.resolve("ud-french");
        try (Stream<Path> files = Files.list(Files.isDirectory(deeper) ? deeper : folder)) {
            return files.filter(file -> file.getFileName().toString().matches(".*-(train|dev)\\.conllu"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Reads a folder: {@code *-train.conllu} and {@code *-dev.conllu} in it or in {@code ud-french/}, and, where it is there,
     * the Wikipedia passages and questions of {@value #PIAF}.
     *
     * @param withDev whether development files are learnt from
     * @throws MalformedSourceException if there is no treebank, or a file is broken
     * @throws IOException if a file cannot be read
     */
    public static TrainingData read(Path folder, boolean withDev) throws IOException {
        List<ConlluSentence> gold = new ArrayList<>();
        for (Path file : treebanks(folder)) {
            if (withDev || file.getFileName().toString().contains("-train.")) {
                gold.addAll(ConlluReader.readAll(file));
            }
        }
        if (gold.isEmpty()) {
            throw new MalformedSourceException(UserMessage.of("annotate.no-treebank", folder.toString()));
        }
        Path piaf = folder.resolve(PIAF);
        List<String> passages = Files.exists(piaf) ? passages(piaf) : List.of();
        return new TrainingData(gold, silver(passages), passages, OwnSentences.make());
    }

    private static List<String> passages(Path piaf) throws IOException {
        Set<String> texts = new LinkedHashSet<>();
        try {
            for (Object article : list(object(JsonTree.parse(Files.readAllBytes(piaf))), "data")) {
                for (Object paragraph : list(object(article), "paragraphs")) {
                    texts.add(String.valueOf(object(paragraph).get("context")).replace('\n', ' '));
                    for (Object question : list(object(paragraph), "qas")) {
                        texts.add(String.valueOf(object(question).get("question")));
                    }
                }
            }
        } catch (ClassCastException | IllegalArgumentException e) {
            throw new MalformedSourceException(UserMessage.of("annotate.no-passages", piaf.toString()), e);
        }
        return List.copyOf(texts);
    }

    private static Map<?, ?> object(Object value) {
        return (Map<?, ?>) value;
    }

    private static List<?> list(Map<?, ?> object, String key) {
        Object value = object.get(key);
        return value == null ? List.of() : (List<?>) value;
    }

    private static List<ConlluSentence> silver(List<String> texts) {
        OpenNlpModels.Labeller tagger = OpenNlpModels.pos(OpenNlpModels.frenchPos(), "opennlp:pos-fr")
                .newWorker()
                .get();
        SentenceSplitter splitter = new SentenceSplitter(LineBreaks.END);
        List<ConlluSentence> sentences = new ArrayList<>();
        TokenSpans spans = new TokenSpans();
        for (String text : texts) {
            for (Span span : splitter.split(text)) {
                int start = text.offsetByCodePoints(0, span.start());
                spans.clear();
                TreebankTokenizer.tokenize(
                        text, start, text.offsetByCodePoints(start, span.end() - span.start()), spans);
                String[] forms = new String[spans.size()];
                for (int i = 0; i < forms.length; i++) {
                    forms[i] = text.substring(spans.start(i), spans.end(i));
                }
                sentences.add(sentence(forms, tagger.label(forms, new String[0])));
            }
        }
        return sentences;
    }

    private static ConlluSentence sentence(String[] forms, String[] tags) {
        List<ConlluToken> tokens = new ArrayList<>();
        for (int i = 0; i < forms.length; i++) {
            tokens.add(OwnSentences.token(forms[i], tags[i]));
        }
        return new ConlluSentence(List.of(), tokens, List.of());
    }
}
