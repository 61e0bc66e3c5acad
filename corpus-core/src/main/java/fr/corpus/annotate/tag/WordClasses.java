package fr.corpus.annotate.tag;

import fr.corpus.annotate.model.Bytes;
import fr.corpus.annotate.model.ModelFile;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/** Word classes learnt from much text: which of 128 classes a form in lower case is in. Immutable, thread-safe. */
public final class WordClasses {

    /** The kind of model file. */
    public static final String KIND = "classes";

    private static final int SHIFT = 12;

    private final int[] hashes;
    private final byte[] classes;
    private final int[] starts = new int[(1 << 32 - SHIFT - 8) + 1];

    private static final class Standard {
        static final WordClasses CLASSES = of(ModelFile.load(KIND));
    }

    private WordClasses(int[] hashes, byte[] classes) {
        this.hashes = hashes;
        this.classes = classes;
        int at = 0;
        for (int bucket = 0; bucket + 1 < starts.length; bucket++) {
            while (at < hashes.length && hashes[at] >>> SHIFT + 8 < bucket) {
                at++;
            }
            starts[bucket] = at;
        }
        starts[starts.length - 1] = hashes.length;
    }

    /** The classes that the library carries. */
    public static WordClasses standard() {
        return Standard.CLASSES;
    }

    /** No classes. */
    static WordClasses none() {
        return new WordClasses(new int[0], new byte[0]);
    }

    /** The class of a form in lower case, or -1. */
    public int of(String lower) {
        int hash = Mix.text(lower);
        int bucket = hash >>> SHIFT + 8;
        for (int i = starts[bucket]; i < starts[bucket + 1]; i++) {
            if (hashes[i] == hash) {
                return classes[i];
            }
        }
        return -1;
    }

    /** Classes from a model file. */
    static WordClasses of(ModelFile file) {
        ByteBuffer in = ByteBuffer.wrap(file.body());
        int size = Bytes.read(in);
        int[] hashes = new int[size];
        byte[] classes = new byte[size];
        int hash = 0;
        for (int i = 0; i < size; i++) {
            hash += Bytes.read(in);
            hashes[i] = hash;
        }
        in.get(classes);
        return new WordClasses(hashes, classes);
    }

    /** The model file of classes by form in lower case; of two forms with the same hash the first in order stays. */
    public static ModelFile file(Map<String, Integer> classes) {
        TreeMap<Integer, Integer> sorted = new TreeMap<>(Integer::compareUnsigned);
        new TreeMap<>(classes).forEach((form, number) -> sorted.putIfAbsent(Mix.text(form), number));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Bytes.write(out, sorted.size());
        int before = 0;
        for (int hash : sorted.keySet()) {
            Bytes.write(out, hash - before);
            before = hash;
        }
        for (int number : sorted.values()) {
            out.write(number);
        }
        return new ModelFile(KIND, 0, out.toByteArray());
    }
}
