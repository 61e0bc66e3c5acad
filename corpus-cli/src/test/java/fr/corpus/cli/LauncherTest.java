package fr.corpus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a distribution has it: {@code bin/corpus} beside {@code lib/}. */
class LauncherTest {

    @TempDir
    static Path shared;

    private static Path home;

    private static final List<Path> TOKEN_LIBRARY = new ArrayList<>();

    private record Ran(int code, String out, String err) {}

    @BeforeAll
    static void layOutADistribution() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no POSIX shell here");
        home = shared.resolve("a folder with blanks/corpus");
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(home.resolve("lib"));
        Files.copy(Path.of("bin/corpus"), home.resolve("bin/corpus"));
        assertThat(home.resolve("bin/corpus").toFile().setExecutable(true)).isTrue();
        int number = 0;
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry).toAbsolutePath();
            if (Files.isDirectory(path) && !path.endsWith("test-classes")) {
                String module = path.getParent().getParent().getFileName().toString();
                jar(path, home.resolve("lib/" + module + ".jar"));
            } else if (path.getFileName().toString().matches("bc(pkix|prov|util)-.*")) {
                TOKEN_LIBRARY.add(path);
            } else if (Files.isRegularFile(path)) {
                Files.createSymbolicLink(home.resolve("lib/" + number++ + "-" + path.getFileName()), path);
            }
        }
    }

    @AfterAll
    static void removeLinks() throws IOException {
        try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
            for (Path jar : jars.toList()) {
                Files.delete(jar);
            }
        }
    }

    private static void jar(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> tree = Files.walk(classes)) {
            for (Path path : tree.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(path).toString()));
                Files.copy(path, out);
            }
        }
    }

    @Test
    void printsTheVersion() throws Exception {
        Ran ran = run(home.resolve("bin/corpus"), Map.of(), "--version");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).startsWith("corpus ");
        assertThat(ran.code()).isZero();
    }

    @Test
    void findsItsJarsThroughSymbolicLinks() throws Exception {
        Path link = Files.createSymbolicLink(shared.resolve("absolute-link"), home.resolve("bin/corpus"));
        Path second = Files.createSymbolicLink(shared.resolve("relative-link"), Path.of("absolute-link"));
        assertThat(run(link, Map.of(), "--version").out()).startsWith("corpus ");
        assertThat(run(second, Map.of(), "--version").out()).startsWith("corpus ");
    }

    @Test
    void writesUtf8UnderALocaleWithoutAccents() throws Exception {
        Ran ran = run(home.resolve("bin/corpus"), Map.of("LC_ALL", "C"), "--lang", "fr", "help");
        assertThat(ran.out()).contains("Utilisation\u00a0: corpus").contains("vérifie");
    }

    /** Help is written by another way when it is an option; a locale that is named and not installed is ASCII to Java. */
    @Test
    void writesUtf8WhenHelpIsAnOption() throws Exception {
        for (String locale : List.of("C", "fr_XX.UTF-8")) {
            Ran ran = run(
                    home.resolve("bin/corpus"), Map.of("LANG", locale), "--lang", "fr", "optout", "import", "--help");
            assertThat(ran.out())
                    .as(locale)
                    .contains("Utilisation\u00a0: corpus")
                    .contains("réservations");
        }
    }

    @Test
    void speaksTheLanguageOfTheUserThoughItChoosesALocaleForJava() throws Exception {
        assertThat(run(home.resolve("bin/corpus"), Map.of("LANG", "fr_FR.UTF-8"), "help")
                        .out())
                .contains("Utilisation");
        assertThat(run(home.resolve("bin/corpus"), Map.of("LANG", "C"), "help").out())
                .contains("Usage");
    }

    @Test
    void opensAFileWithAccentsUnderALocaleThatHasNoneOrIsNotInstalled() throws Exception {
        Path recipe = Files.writeString(shared.resolve("recette d’été.yaml"), "recipe: 2\n");
        for (Map<String, String> locale : List.of(
                Map.of("LC_ALL", "C"),
                Map.of("LANG", "en_XX.UTF-8"),
                Map.of("LANG", "C.UTF-8", "LC_TIME", "fr_XX.UTF-8"))) {
            Ran ran = run(home.resolve("bin/corpus"), locale, "recipe", "check", recipe.toString());
            assertThat(ran.err()).contains("recette d’été.yaml:1: this version of Corpus reads recipes");
            assertThat(ran.code()).as("%s", locale).isEqualTo(2);
        }
    }

    @Test
    void worksWithoutACache() throws Exception {
        Map<String, String> noCache = Map.of("XDG_CACHE_HOME", "/dev/null/nowhere", "CORPUS_NO_ARCHIVE", "0");
        Ran ran = run(home.resolve("bin/corpus"), noCache, "--version");
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void refusesAnOldJava() throws Exception {
        Path old = Files.createDirectories(shared.resolve("jdk-11/bin")).getParent();
        Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"11.0.2\"\n");
        Path java = Files.writeString(old.resolve("bin/java"), "#!/bin/sh\nexit 9\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Map<String, String> environment = Map.of("JAVA_HOME", old.toString(), "LANG", "fr_FR");
        Ran ran = run(home.resolve("bin/corpus"), environment, "--version");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err())
                .startsWith("corpus\u00a0: Java 11.0.2 est trop ancien")
                .contains("Java 17");
    }

    @Test
    void saysThatJavaHomeIsWrong() throws Exception {
        Ran ran = run(home.resolve("bin/corpus"), Map.of("JAVA_HOME", "/nowhere"), "--version");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).isEqualTo("corpus: JAVA_HOME holds no bin/java: /nowhere\n");
    }

    @Test
    void saysThatTheSameCommandResumesWhenItIsInterrupted() throws Exception {
        Path corpus = shared.resolve("bench");
        assertThat(run(
                                home.resolve("bin/corpus"),
                                Map.of(),
                                "bench",
                                "generate",
                                "--megabytes",
                                "12",
                                "--out",
                                corpus + "")
                        .code())
                .isZero();
        Path recipe = Files.writeString(
                corpus.resolve("r.yaml"),
                "recipe: 1\nname: r\nsources: [ { id: a, format: jsonl, paths: \"*.gz\" } ]\n"
                        + "steps: [ { use: filter.quality@1 }, { use: dedup.minhash@1 } ]\n");
        String release = shared.resolve("interrupted").toString();
        Path err = shared.resolve("interrupted.err");
        Process process = launcher(home.resolve("bin/corpus"), Map.of(), "build", recipe.toString(), "--out", release)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
        while (process.isAlive() && !Files.exists(Path.of(release + ".work"))) {
            Thread.sleep(5);
        }
        process.destroy();
        assertThat(process.waitFor()).isEqualTo(143);
        assertThat(Files.readString(err)).contains("Nothing is lost: the same command resumes");
        Ran again = run(home.resolve("bin/corpus"), Map.of(), "build", recipe.toString(), "--out", release);
        assertThat(again.code()).as(again.err()).isZero();
    }

    @Test
    void saysWhichLibraryReadsTimeStampsAndTakesItFromTheFolderOfJars() throws Exception {
        Path registry = shared.resolve("registry");
        Path nothing = Files.createFile(shared.resolve("no-token"));
        String[] cosign = {
            "registry", "cosign", registry + "", "--tsa-token", nothing + "", "--tsa-certificates", nothing + ""
        };
        Path launcher = home.resolve("bin/corpus");
        assertThat(run(launcher, Map.of(), "registry", "init", registry + "", "--origin", "registre.exemple.fr/essai")
                        .code())
                .isZero();
        Ran without = run(launcher, Map.of(), cosign);
        assertThat(without.code()).isEqualTo(1);
        assertThat(without.err())
                .contains("org.bouncycastle:bcpkix-jdk18on")
                .contains("bcprov")
                .contains("bcutil");
        assertThat(TOKEN_LIBRARY).hasSize(3);
        for (Path jar : TOKEN_LIBRARY) {
            Files.createSymbolicLink(home.resolve("lib").resolve(jar.getFileName()), jar);
        }
        Ran with = run(launcher, Map.of(), cosign);
        assertThat(with.code()).as(with.err()).isEqualTo(1);
        assertThat(with.err()).contains("The time-stamp token is not one over this checkpoint");
    }

    @Test
    void saysThatTheJarsAreNotBuilt() throws Exception {
        Path empty = Files.createDirectories(shared.resolve("empty/bin"));
        Files.copy(Path.of("bin/corpus"), empty.resolve("corpus"));
        assertThat(empty.resolve("corpus").toFile().setExecutable(true)).isTrue();
        Ran ran = run(empty.resolve("corpus"), Map.of(), "--version");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("the jars are missing").contains("mvn -q -DskipTests package");
    }

    private static ProcessBuilder launcher(Path launcher, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
        process.environment().put("CORPUS_NO_ARCHIVE", "1");
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process.environment().putAll(environment);
        return process;
    }

    private static Ran run(Path launcher, Map<String, String> environment, String... arguments) throws Exception {
        Path out = Files.createTempFile(shared, "out", "");
        Path err = Files.createTempFile(shared, "err", "");
        int code = launcher(launcher, environment, arguments)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Ran(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }
}
