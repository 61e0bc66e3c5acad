package fr.corpus.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.cli.command.console.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotateCommandTest {

    @TempDir
    private Path dir;

    private String file(String name, String text) throws IOException {
        Path file = dir.resolve(name);
        Files.writeString(file, text);
        return file.toString();
    }

    @Test
    void printsConlluAndMeasuresItAgainstItself() throws IOException {
        String text = file("a.txt", "Où va-t-il ? Au marché, l’an dernier, nous l’avons vu.\n");
        Ran annotated = Ran.corpus("annotate", text);
        assertThat(annotated.code()).isZero();
        assertThat(annotated.out())
                .startsWith(
                        "# newdoc id = a.txt\n# layers = entities features lemma pos sentences tokens words\n# sent_id = a.txt-1\n# text = Où va-t-il ?\n")
                .contains("\n1-2\tAu\t_\t_")
                .endsWith("SpacesAfter=\\n\n\n");
        String gold = file("a.conllu", annotated.out());
        Ran accuracy = Ran.corpus("accuracy", "--gold", gold, "--raw", "--json");
        assertThat(accuracy.code()).isZero();
        assertThat(accuracy.out())
                .contains("\"sentences\":{")
                .contains("\"f1\":1,")
                .doesNotContain("\"f1\":0");
    }

    @Test
    void printsOneJsonObjectASentenceWithTheLayersThatAreAskedFor() throws IOException {
        Ran ran = Ran.corpus("annotate", file("a.txt", "Oui. Non !"), "--to", "jsonl", "--layers", "tokens,pos");
        assertThat(ran.out().lines()).hasSize(2);
        assertThat(ran.out()).contains("\"upos\":\"INTJ\"").doesNotContain("lemma");
    }

    @Test
    void saysWhatIsWrongWithInput() throws IOException {
        assertThat(Ran.corpus("annotate", file("a.txt", "a"), "--layers", "pos,ner"))
                .satisfies(ran -> assertThat(ran.code()).isEqualTo(ExitCode.USAGE))
                .satisfies(ran -> assertThat(ran.err()).contains("“ner”").contains("sentences, tokens"));
        Path latin = dir.resolve("latin.txt");
        Files.write(latin, "été".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Ran.corpus("annotate", latin.toString()))
                .satisfies(ran -> assertThat(ran.code()).isEqualTo(ExitCode.FAILED))
                .satisfies(ran -> assertThat(ran.err()).contains("UTF-8"));
        assertThat(Ran.in(Map.of("LANG", "fr_FR.UTF-8"), "accuracy", "--gold", file("b.conllu", "1\ta\n\n"))
                        .err())
                .contains("10 colonnes");
        assertThat(Ran.corpus("accuracy", "--layer", "x", "--gold", "y").code()).isEqualTo(ExitCode.USAGE);
        assertThat(Ran.corpus(
                                "train",
                                "pos",
                                "--data",
                                dir.toString(),
                                "--out",
                                dir.resolve("m").toString())
                        .err())
                .contains("-train.conllu");
        assertThat(Ran.corpus("train", "x", "--data", "a", "--out", "b").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void trainsModelsThatItThenUsesAndRefusesATruncatedOne() throws IOException {
        Files.writeString(
                dir.resolve("x-train.conllu"),
                "1\tLe\tle\tDET\t_\t_\t_\t_\t_\t_\n2\tblorf\tblorfe\tNOUN\t_\t_\t_\t_\t_\t_\n\n");
        for (String kind : new String[] {"pos", "lemma", "features"}) {
            Ran ran = Ran.corpus(
                    "train",
                    kind,
                    "--data",
                    dir.toString(),
                    "--out",
                    dir.resolve(kind + ".model").toString());
            assertThat(ran.code()).as(ran.err()).isZero();
            assertThat(ran.out()).contains("digest ");
        }
        String text = file("a.txt", "Le blorf");
        assertThat(Ran.corpus("annotate", text, "--models", dir.toString()).out())
                .contains("\tblorfe\tNOUN");
        byte[] model = Files.readAllBytes(dir.resolve("pos.model"));
        Files.write(dir.resolve("pos.model"), java.util.Arrays.copyOf(model, model.length / 2));
        Ran broken = Ran.corpus("annotate", text, "--models", dir.toString());
        assertThat(broken.code()).isEqualTo(ExitCode.FAILED);
        assertThat(broken.out()).isEmpty();
        assertThat(broken.err()).contains("truncated");
    }

    @Test
    void convertsWithoutLosingAnythingAndAddsLayersThatAreMissing() throws IOException {
        String text = file("a.txt", "  Mme Lebrun revint du marché 😀.\n\nC’est l’été, à Lyon.\n");
        String conllu = Ran.corpus("annotate", text).out();
        String tei = Ran.corpus("annotate", file("a.conllu", conllu), "--from", "conllu", "--to", "tei")
                .out();
        String json = Ran.corpus("annotate", file("a.xml", tei), "--from", "tei", "--to", "jsonl")
                .out();
        assertThat(Ran.corpus("annotate", file("a.jsonl", json), "--from", "jsonl")
                        .out())
                .isEqualTo(conllu);
        String tokens = Ran.corpus("annotate", text, "--layers", "tokens").out();
        assertThat(tokens).doesNotContain("NOUN");
        assertThat(Ran.corpus(
                                "annotate",
                                file("t.conllu", tokens),
                                "--from",
                                "conllu",
                                "--layers",
                                "pos,features,lemma,entities")
                        .out())
                .isEqualTo(conllu);
    }

    @Test
    void annotatesDirectoriesAndWritesTheirLayers() throws IOException {
        Path folder = Files.createDirectories(dir.resolve("textes/sous"));
        Files.writeString(folder.resolve("b.txt"), "Deuxième texte.");
        Files.writeString(dir.resolve("textes/a.txt"), "Premier texte.");
        assertThat(Ran.corpus("annotate", dir.resolve("textes").toString(), "--to", "jsonl", "--layers", "sentences")
                        .out())
                .isEqualTo(
                        "{\"doc\":\"a.txt\",\"end\":14,\"sentence\":1,\"start\":0,\"text\":\"Premier texte.\"}\n"
                                + "{\"doc\":\"sous/b.txt\",\"end\":15,\"sentence\":1,\"start\":0,\"text\":\"Deuxième texte.\"}\n");
        String out = dir.resolve("couches").toString();
        Ran ran = Ran.corpus("annotate", dir.resolve("textes").toString(), "--out", out, "--json");
        assertThat(ran.out()).contains("\"documents\":2").contains("\"tokens\":6");
        assertThat(dir.resolve("couches/annotations-00000.parquet")).exists();
        assertThat(Files.readString(dir.resolve("couches/annotations.json")))
                .contains("\"format\":\"corpus-annotations/2\"")
                .contains("\"name\":\"corpus:pos\"")
                .doesNotContain("release");
        assertThat(Ran.corpus("annotate", dir.resolve("textes").toString(), "--out", out)
                        .code())
                .isEqualTo(ExitCode.FAILED);
    }

    @Test
    void saysInBothLanguagesWhatIsWrongWithAnnotatedFiles() throws IOException {
        String broken = file("x.conllu", "1\tLe\t_\t_\t_\t_\t0\troot\t_\t_\n3\tx\t_\t_\t_\t_\t1\tdep\t_\t_\n\n");
        Ran english = Ran.corpus("annotate", broken, "--from", "conllu", "--to", "tei");
        assertThat(english.code()).isEqualTo(ExitCode.FAILED);
        assertThat(english.out()).isEmpty();
        assertThat(english.err()).contains("x.conllu:2").contains("expected 2");
        assertThat(Ran.in(Map.of("LANG", "fr_FR.UTF-8"), "annotate", broken, "--from", "conllu")
                        .err())
                .contains("il faut 2");
        assertThat(Ran.corpus("annotate", broken, "--from", "xml").err()).contains("conllu, jsonl, tei, iob, hipe");
        assertThat(Ran.corpus(
                                "annotate",
                                Files.createDirectory(dir.resolve("vide")).toString())
                        .err())
                .contains("no file");
    }
}
