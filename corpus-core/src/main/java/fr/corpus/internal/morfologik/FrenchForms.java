package fr.corpus.internal.morfologik;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.WordData;

/** Looks forms up in the French dictionary of LanguageTool, which is read once. Confined to one thread. */
public final class FrenchForms {

    private static final String FOLDER = "/org/languagetool/resource/fr/";

    private final DictionaryLookup lookup = new DictionaryLookup(Loaded.DICTIONARY);

    /**
     * One reading of a form.
     *
     * @param lemma its lemma
     * @param tag category and features of the dictionary, such as {@code V ind pres 3 s}
     */
    public record Reading(String lemma, String tag) {}

    private static final class Loaded {
        static final Dictionary DICTIONARY = read();

        private static Dictionary read() {
            try (InputStream automaton = FrenchForms.class.getResourceAsStream(FOLDER + "french.dict");
                    InputStream properties = FrenchForms.class.getResourceAsStream(FOLDER + "french.info")) {
                if (automaton == null || properties == null) {
                    throw new IllegalStateException("french-pos-dict is not on the class path");
                }
                return Dictionary.read(automaton, properties);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The readings of a form as it is written, in the order of the dictionary; empty when it has none. */
    public List<Reading> readings(String form) {
        List<WordData> found = lookup.lookup(form);
        List<Reading> readings = new ArrayList<>(found.size());
        for (WordData data : found) {
            String tag = String.valueOf(data.getTag());
            // The last character is a class of frequency.
            readings.add(new Reading(
                    String.valueOf(data.getStem()),
                    tag.substring(0, Math.max(0, tag.length() - 1)).strip()));
        }
        return readings;
    }
}
