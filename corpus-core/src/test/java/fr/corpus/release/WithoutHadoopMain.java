package fr.corpus.release;

import java.nio.file.Path;

/** Run by {@code WithoutHadoopTest} in a machine of its own: writes a release, reads it back, says how many rows. */
public final class WithoutHadoopMain {

    private WithoutHadoopMain() {}

    /** Takes an empty directory. */
    public static void main(String[] args) throws Exception {
        try {
            Class.forName("org.apache.hadoop.conf.Configuration");
            throw new AssertionError("Hadoop is on the class path");
        } catch (ClassNotFoundException expected) {
            SampleRelease sample = new SampleRelease(9, 100);
            Path release = sample.write(Path.of(args[0]), 1);
            int rows = ReleaseWriterTest.read(release, new DataLayout()).size()
                    + ReleaseWriterTest.read(release, new DropsLayout()).size()
                    + ReleaseWriterTest.read(release, new DuplicatesLayout()).size();
            System.out.println("without Hadoop: " + rows + " rows read back");
        }
    }
}
