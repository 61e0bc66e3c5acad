package fr.corpus.internal.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.release.WithoutHadoopMain;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards the two places where Parquet-MR would pull Hadoop in: codecs and read options (decision 0040). */
class WithoutHadoopTest {

    @Test
    void writesAndReadsInAJavaMachineWithoutHadoop(@TempDir Path dir) throws Exception {
        List<String> classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("hadoop-common") && !entry.contains("hadoop-mapreduce"))
                .toList();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        String.join(File.pathSeparator, classPath),
                        WithoutHadoopMain.class.getName(),
                        dir.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output).contains("without Hadoop: 100 rows read back");
        assertThat(process.exitValue()).isZero();
    }
}
