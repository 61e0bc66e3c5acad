package fr.corpus.release;

import fr.corpus.document.DocumentId;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Digest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A finished part: its file and its leaf hashes are on the disk. Immutable.
 *
 * @param table its table
 * @param part its number, from 0, in the order of ids
 * @param rows number of rows
 * @param bytes size of its file
 * @param sha256 digest of its file
 * @param first first id, empty without rows or where the first row has none
 * @param last last id, empty without rows or where the last row has none
 * @param tally what was counted on the rows, see {@link TableLayout#emptyTally}
 */
record PartSummary(
        Table table,
        int part,
        long rows,
        long bytes,
        Digest sha256,
        Optional<DocumentId> first,
        Optional<DocumentId> last,
        Tally tally) {

    FileEntry entry() {
        return new FileEntry(table.file(part), bytes, sha256, OptionalLong.of(rows));
    }

    byte[] toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("table", table.directory());
        json.put("part", part);
        json.put("rows", rows);
        json.put("bytes", bytes);
        json.put("sha256", sha256.hex());
        json.put("first", first.map(DocumentId::hex).orElse(""));
        json.put("last", last.map(DocumentId::hex).orElse(""));
        json.put("tally", tally.toJson());
        return CanonicalJson.of(json);
    }

    /** Reads what {@link #toJson} wrote; throws {@link IllegalArgumentException} if it is anything else. */
    static PartSummary parse(Table table, byte[] utf8) {
        JsonNode json = JsonNode.parse(utf8);
        Tally tally = TableLayout.emptyTally(table);
        tally.addJson(json.objects("tally"));
        return new PartSummary(
                table,
                Math.toIntExact(json.number("part")),
                json.number("rows"),
                json.number("bytes"),
                json.digest("sha256"),
                id(json.text("first")),
                id(json.text("last")),
                tally);
    }

    private static Optional<DocumentId> id(String hex) {
        return hex.isEmpty() ? Optional.empty() : Optional.of(DocumentId.parse(hex));
    }
}
