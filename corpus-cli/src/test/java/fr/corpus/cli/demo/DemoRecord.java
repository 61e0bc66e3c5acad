package fr.corpus.cli.demo;

import fr.corpus.hash.CanonicalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One record of a readable source of the demonstration: {@code ## id | title | date or author | licence}, a blank line, the
 * text. A text {@code = id} repeats another, {@code ~ id | words => other words} repeats it with a change, and a line
 * {@code !raw …} stands for a broken record.
 */
record DemoRecord(String id, String title, String third, String license, String text, boolean broken) {

    private static final String NO_LICENSE = "-";

    /** All records of a file, in order. */
    static List<DemoRecord> read(Path file) throws IOException {
        Map<String, DemoRecord> records = new LinkedHashMap<>();
        for (String block : Files.readString(file, StandardCharsets.UTF_8).split("(?m)^(?=## |!raw )")) {
            if (block.startsWith("!raw ")) {
                records.put(
                        "", new DemoRecord("", "", "", "", block.substring(5).strip(), true));
            } else if (!block.isBlank()) {
                DemoRecord record = parse(block.substring(3), records);
                records.put(record.id(), record);
            }
        }
        return new ArrayList<>(records.values());
    }

    private static DemoRecord parse(String block, Map<String, DemoRecord> earlier) {
        int end = block.indexOf('\n');
        String[] head = block.substring(0, end).split(" \\| ");
        return new DemoRecord(
                head[0], head[1], head[2], head[3], text(block.substring(end).strip(), earlier), false);
    }

    private static String text(String body, Map<String, DemoRecord> earlier) {
        if (body.startsWith("= ")) {
            return earlier.get(body.substring(2)).text();
        }
        if (body.startsWith("~ ")) {
            String[] parts = body.substring(2).split(" \\| | => ");
            String original = earlier.get(parts[0]).text();
            String changed = original.replace(parts[1], parts[2]);
            if (changed.equals(original)) {
                throw new IllegalStateException("nothing to change: " + body);
            }
            return changed;
        }
        return body;
    }

    /** The line of the JSONL file. */
    String jsonLine() {
        if (broken) {
            return text;
        }
        Map<String, Object> fields = new TreeMap<>();
        fields.put("id", id);
        fields.put("titre", title);
        fields.put("date", third);
        fields.put("texte", text);
        fields.put("url", "https://demo.example/chroniques/" + id);
        if (!license.equals(NO_LICENSE)) {
            fields.put("droits", Map.of("code", license));
        }
        return new String(CanonicalJson.of(fields), StandardCharsets.UTF_8);
    }
}
