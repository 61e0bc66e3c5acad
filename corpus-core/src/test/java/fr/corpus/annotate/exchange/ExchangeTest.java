package fr.corpus.annotate.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.annotate.AnnotationSamples;
import fr.corpus.document.Annotations;
import fr.corpus.document.Mention;
import fr.corpus.document.Span;
import fr.corpus.document.TextOffsets;
import fr.corpus.document.Token;
import fr.corpus.document.Word;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.step.Annotator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeTest {

    private static final long SEED = 20261124;

    private static List<Annotator.Worker> workers() {
        return AnnotationSamples.workers(AnnotationSamples.steps());
    }

    private static AnnotatedText annotated(String id, String text, List<Annotator.Worker> workers) {
        return new AnnotatedText(id, text, AnnotationSamples.annotate(workers, text));
    }

    /** Layers that no annotator makes: any words and labels over tokens of one character or more. */
    private static AnnotatedText invented(String id, String text, Random random) {
        Annotations cut = annotated(id, text, workers().subList(0, 2)).layers();
        TextOffsets offsets = new TextOffsets(text);
        boolean words = random.nextBoolean();
        boolean tags = random.nextBoolean();
        boolean lemmas = random.nextBoolean();
        boolean entries = random.nextBoolean();
        List<Token> tokens = new ArrayList<>();
        List<Mention> mentions = new ArrayList<>();
        for (Token token : cut.tokens().orElseThrow()) {
            List<Word> made = new ArrayList<>();
            for (int n = words ? 1 + random.nextInt(3) : 0; n > 0; n--) {
                Word word = Word.of(random.nextBoolean() ? offsets.slice(token.start(), token.end()) : "le");
                word = tags
                        ? word.tagged(
                                random.nextBoolean() ? "NOUN" : "N:com|x", random.nextBoolean() ? "_" : "Case=Nom")
                        : word;
                made.add(lemmas ? word.lemmatized(random.nextBoolean() ? "le" : "_", entries ? "ça\\ |va" : "") : word);
            }
            tokens.add(token.with(made));
            if (random.nextInt(3) == 0) {
                mentions.add(new Mention(token.start(), token.end(), random.nextBoolean() ? "PER" : "à | part\\"));
            }
        }
        Annotations layers = cut.withTokens(tokens);
        layers = random.nextBoolean() ? layers : layers.withEntities(mentions);
        return new AnnotatedText(id, text, random.nextBoolean() ? layers : layers.withTerms(mentions));
    }

    private static byte[] write(Exchange format, List<AnnotatedText> texts) {
        StringBuilder out = new StringBuilder();
        TextWriter writer = format.writer(out);
        writer.begin();
        texts.forEach(writer::write);
        writer.finish();
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<AnnotatedText> texts(boolean withTokensOnly) {
        Random random = new Random(SEED);
        List<Annotator.Worker> workers = workers();
        List<AnnotatedText> texts = new ArrayList<>();
        for (int i = 0; texts.size() < 300; i++) {
            String text = AnnotationSamples.nonsense(random);
            AnnotatedText made = i % 3 == 0
                    ? invented("texte " + i + "/été", text, random)
                    : annotated("t" + i, text, workers.subList(0, 2 + i % 4));
            if (!withTokensOnly || !made.layers().tokens().orElseThrow().isEmpty()) {
                texts.add(made);
            }
        }
        return texts;
    }

    @ParameterizedTest
    @EnumSource(names = {"CONLLU", "JSONL", "TEI"})
    void losesNothing(Exchange format) {
        List<AnnotatedText> texts = texts(format.needsTokens());
        for (AnnotatedText text : texts) {
            List<AnnotatedText> back = format.read(write(format, List.of(text)), "x");
            assertThat(back).as("seed %d: %s", SEED, text).containsExactly(text);
        }
        assertThat(format.read(write(format, texts), "x")).isEqualTo(texts);
    }

    @ParameterizedTest
    @EnumSource(names = {"IOB", "HIPE"})
    void keepsTokensAndEntitiesOfTables(Exchange format) {
        List<AnnotatedText> texts = texts(true).subList(0, 100);
        for (AnnotatedText text : texts) {
            byte[] once = write(format, List.of(text));
            List<AnnotatedText> back = format.read(once, text.id());
            assertThat(write(format, back)).as("seed %d: %s", SEED, text).isEqualTo(once);
            assertThat(back).hasSize(1);
        }
    }

    @Test
    void tablesKeepForms() {
        AnnotatedText text = annotated("t", "Paul Durand part de Lyon.\nMarie reste à Paris.", workers());
        AnnotatedText back =
                Exchange.HIPE.read(write(Exchange.HIPE, List.of(text)), "x").get(0);
        assertThat(back.text()).isEqualTo(text.text());
        assertThat(back.layers().entities()).isEqualTo(text.layers().entities());
        assertThat(back.layers().sentences()).isEqualTo(text.layers().sentences());
    }

    @ParameterizedTest
    @EnumSource(Exchange.class)
    void refusesHalfASurrogatePair(Exchange format) {
        AnnotatedText text = annotated("t", "Bon\uD83D.", workers());
        assertThatThrownBy(() -> write(format, List.of(text)))
                .isInstanceOf(MalformedSourceException.class)
                .hasMessageContaining("character 3")
                .hasMessageContaining("D83D");
    }

    @ParameterizedTest
    @EnumSource(Exchange.class)
    void refusesWhatIsNoSuchFile(Exchange format) {
        for (String wrong : List.of("", "\n\n", "{}", "x", "<TEI", "1\tx", "[1]", "\u0000\u0001", "TOKEN\tX\na\tb")) {
            assertThatThrownBy(() -> format.read(wrong.getBytes(StandardCharsets.UTF_8), "f.x"))
                    .as("%s of <%s>", format, wrong)
                    .isInstanceOf(MalformedSourceException.class)
                    .hasMessageContaining("f.x");
        }
        assertThatThrownBy(() -> format.read(new byte[] {(byte) 0xE9, 10}, "f.x"))
                .isInstanceOf(MalformedSourceException.class);
    }

    @ParameterizedTest
    @EnumSource(Exchange.class)
    void neverFailsOtherwiseOnDamagedFiles(Exchange format) {
        Random random = new Random(SEED);
        byte[] whole =
                write(format, List.of(annotated("t", AnnotationSamples.DATED + "Il vient du marché 😀.", workers())));
        for (int i = 0; i < 400; i++) {
            byte[] damaged = whole.clone();
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                damaged[random.nextInt(damaged.length)] = (byte) (random.nextInt(96) + 32);
            }
            try {
                format.read(damaged, "f")
                        .forEach(text -> assertThat(text.layers().end())
                                .isLessThanOrEqualTo(text.text()
                                        .codePointCount(0, text.text().length())));
            } catch (MalformedSourceException e) {
                assertThat(e.message()).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1\tLe",
                "2\tLe\t_\t_\t_\t_\t0\troot\t_\t_",
                "1-1\ta\t_\t_\t_\t_\t_\t_\t_\t_",
                "x\tLe\t_\t_\t_\t_\t0\troot\t_\t_"
            })
    void refusesBrokenIdsOfConlluWithTheLine(String line) {
        assertThatThrownBy(() -> Exchange.CONLLU.read((line + "\n\n").getBytes(StandardCharsets.UTF_8), "f.conllu"))
                .isInstanceOf(MalformedSourceException.class)
                .hasMessageContaining("f.conllu:");
    }

    @Test
    void refusesWhatAFormatCannotSay() {
        Annotations crossing = Annotations.NONE
                .withSentences(List.of(new Span(0, 5), new Span(6, 11)))
                .withTokens(List.of(Token.of(0, 5), Token.of(6, 11)))
                .withEntities(List.of(new Mention(3, 8, "PER")));
        AnnotatedText text = new AnnotatedText("t", "alpha betas", crossing);
        assertThatThrownBy(() -> write(Exchange.CONLLU, List.of(text))).hasMessageContaining("PER");
        assertThatThrownBy(() -> write(Exchange.TEI, List.of(text))).hasMessageContaining("crosses");
        assertThat(Exchange.JSONL.read(write(Exchange.JSONL, List.of(text)), "x"))
                .containsExactly(text);
        AnnotatedText gap = new AnnotatedText(
                "t",
                "alpha betas",
                Annotations.NONE.withSentences(List.of(new Span(0, 11))).withTokens(List.of(Token.of(0, 5))));
        assertThatThrownBy(() -> write(Exchange.CONLLU, List.of(gap))).hasMessageContaining("betas");
        AnnotatedText bare = new AnnotatedText("t", "alpha", Annotations.NONE);
        assertThatThrownBy(() -> write(Exchange.IOB, List.of(bare))).hasMessageContaining("tokens");
    }

    @Test
    void readsTeiOfOthers() {
        String tei = """
                <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Essai</title></titleStmt></fileDesc>
                </teiHeader><text><body><head>Titre</head><p>
                  <s><persName><w lemma="Paul" pos="PROPN">Paul</w> <w>Durand</w></persName> <w>vient</w><pc>.</pc></s>
                </p></body></text></TEI>
                """;
        AnnotatedText text =
                Exchange.TEI.read(tei.getBytes(StandardCharsets.UTF_8), "f.xml").get(0);
        assertThat(text.id()).isEqualTo("Essai");
        assertThat(text.text().strip()).isEqualTo("Titre\nPaul Durand vient.");
        TextOffsets offsets = new TextOffsets(text.text());
        assertThat(text.layers().tokens().orElseThrow())
                .extracting(token -> offsets.slice(token.start(), token.end()))
                .containsExactly("Paul", "Durand", "vient", ".");
        assertThat(text.layers().entities().orElseThrow())
                .extracting(entity -> offsets.slice(entity.start(), entity.end()) + " " + entity.label())
                .containsExactly("Paul Durand PER");
    }
}
