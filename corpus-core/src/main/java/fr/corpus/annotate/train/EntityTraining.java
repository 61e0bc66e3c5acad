package fr.corpus.annotate.train;

import fr.corpus.annotate.LineBreaks;
import fr.corpus.annotate.SentenceSplitter;
import fr.corpus.annotate.entity.Entity;
import fr.corpus.annotate.entity.EntityFiles;
import fr.corpus.annotate.entity.EntityLearner;
import fr.corpus.annotate.entity.GoldText;
import fr.corpus.annotate.model.ModelFile;
import fr.corpus.annotate.tag.Tagger;
import fr.corpus.annotate.tag.TypedWord;
import fr.corpus.annotate.token.TokenSpans;
import fr.corpus.annotate.token.TreebankTokenizer;
import fr.corpus.document.Span;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Trains the model of entities from the {@code .bio} files of a folder: files in other formats are for tests. Each text is
 * learnt twice, with its tokens one space apart and as print would set them. Stateless.
 */
public final class EntityTraining {

    private EntityTraining() {}

    /**
     * The texts for training below a folder: its {@code *.bio} files or those of {@code ner/}, in order of names.
     *
     * @throws MalformedSourceException if there is none, or one is broken
     * @throws IOException if a file cannot be read
     */
    public static List<GoldText> read(Path folder) throws IOException {
        Path deeper = folder.resolve("ner");
        List<GoldText> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(Files.isDirectory(deeper) ? deeper : folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().endsWith(".bio"))
                    .sorted()
                    .toList()) {
                texts.addAll(EntityFiles.read(file));
            }
        }
        if (texts.isEmpty()) {
            throw new MalformedSourceException(UserMessage.of("annotate.no-entities", folder.toString()));
        }
        return texts;
    }

    /** Trains; the same texts in the same order and the same seed give the same bytes. */
    public static ModelFile train(List<GoldText> texts, long seed) {
        EntityLearner learner = new EntityLearner();
        Tagger tagger = new Tagger();
        for (GoldText text : texts) {
            add(text.text(), text.entities(), tagger, learner);
        }
        for (GoldText text : texts) {
            SetText set = SetText.of(text);
            add(set.text(), set.entities(), tagger, learner);
        }
        return learner.train(seed);
    }

    private static void add(String text, List<Entity> entities, Tagger tagger, EntityLearner learner) {
        TokenSpans spans = new TokenSpans();
        int at = 0;
        int codePoints = 0;
        for (Span span : SentenceSplitter.newest(LineBreaks.AUTO).split(text)) {
            int start = text.offsetByCodePoints(at, span.start() - codePoints);
            at = text.offsetByCodePoints(start, span.end() - span.start());
            codePoints = span.end();
            spans.clear();
            TreebankTokenizer.tokenize(text, start, at, spans);
            TypedWord[] words = new TypedWord[spans.size()];
            for (int i = 0; i < words.length; i++) {
                words[i] = tagger.word(text, spans.start(i), spans.end(i));
            }
            byte[] tags = new byte[words.length];
            tagger.tag(words, words.length, tags);
            learner.add(text, spans, tags, entities);
        }
    }

    /** A text with its tokens set as print sets them: no space before a full stop, after an apostrophe and the like. */
    private record SetText(String text, List<Entity> entities) {

        static SetText of(GoldText gold) {
            StringBuilder set = new StringBuilder(gold.text().length());
            int[] starts = new int[gold.tokens().size()];
            int[] ends = new int[starts.length];
            int before = 0;
            for (int i = 0; i < starts.length; i++) {
                GoldText.Token token = gold.tokens().get(i);
                String form = gold.text().substring(token.start(), token.end());
                String space = gold.text().substring(before, token.start());
                if (!space.equals(" ") || !isGlued(set, form)) {
                    set.append(space);
                }
                starts[i] = set.length();
                set.append(form);
                ends[i] = set.length();
                before = token.end();
            }
            List<Entity> moved = new ArrayList<>();
            int token = 0;
            for (Entity entity : gold.entities()) {
                while (gold.tokens().get(token).start() < entity.start()) {
                    token++;
                }
                int first = token;
                while (gold.tokens().get(token).end() < entity.end()) {
                    token++;
                }
                moved.add(new Entity(entity.type(), starts[first], ends[token]));
            }
            return new SetText(set.toString(), moved);
        }

        private static boolean isGlued(StringBuilder before, String form) {
            char last = before.charAt(before.length() - 1);
            return form.equals(",")
                    || form.equals(".")
                    || form.equals(")")
                    || form.length() > 1 && form.startsWith("-")
                    || last == '\''
                    || last == '(';
        }
    }
}
