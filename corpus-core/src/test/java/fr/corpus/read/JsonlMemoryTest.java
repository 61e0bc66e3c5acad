package fr.corpus.read;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.source.SourceFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads files that are far larger than the heap of a JVM of their own. */
class JsonlMemoryTest {

    private static final int MEBIBYTE = 1 << 20;

    @Test
    void readsAFileOf400MebibytesInAHeapOf64(@TempDir Path folder) throws IOException, InterruptedException {
        byte[] line = ("{\"id\": \"a\", \"text\": \"" + "Été comme hiver. ".repeat(57) + "\"}\n")
                .getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("grand.jsonl.gz");
        int lines = 400 * MEBIBYTE / line.length;
        try (OutputStream out = fastGzip(file)) {
            for (int i = 0; i < lines; i++) {
                out.write(line);
            }
        }
        assertThat(readInHeapOf("64m", file)).containsExactly("records=" + lines, "malformed=0", "failed=false");
    }

    @Test
    void passesOverALineOf1GibibyteInAHeapOf256AndReadsTheNext(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path file = folder.resolve("ligne.jsonl.gz");
        byte[] text = new byte[MEBIBYTE];
        Arrays.fill(text, (byte) 'a');
        try (OutputStream out = fastGzip(file)) {
            out.write("{\"text\": \"".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 1024; i++) {
                out.write(text);
            }
            out.write("\"}\n{\"text\": \"suite\"}\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(readInHeapOf("256m", file)).containsExactly("records=1", "malformed=1", "failed=false");
    }

    private static OutputStream fastGzip(Path file) throws IOException {
        GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file), MEBIBYTE) {
            {
                def.setLevel(1);
            }
        };
        return new BufferedOutputStream(gzip, MEBIBYTE);
    }

    private static List<String> readInHeapOf(String heap, Path file) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path said = file.resolveSibling("dit.txt");
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-Xmx" + heap,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        int code = process.waitFor();
        List<String> lines = Files.readAllLines(said);
        assertThat(code).as(String.join("\n", lines)).isZero();
        return lines;
    }

    /** What the other JVM runs: reads one file and says how much there was. */
    static final class Main {

        private Main() {}

        public static void main(String[] arguments) throws IOException {
            Path path = Path.of(arguments[0]);
            SourceFile file = new SourceFile("essai", path, path.getFileName().toString(), Files.size(path));
            Reader reader = new JsonlReader(ReaderOptions.DEFAULT);
            long[] counts = new long[2];
            try (BlockStream blocks = reader.open(file)) {
                for (Optional<Block> block = blocks.next(); block.isPresent(); block = blocks.next()) {
                    reader.parse(file, block.get(), result -> counts[result instanceof ReadResult.Read ? 0 : 1]++);
                }
            }
            System.out.println("records=" + counts[0]);
            System.out.println("malformed=" + counts[1]);
            System.out.println("failed=false");
        }
    }
}
