package fr.corpus.eval.pack;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import fr.corpus.hash.FileDigest;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads official files as an adapter says (docs/formats/eval-pack.md, “Adapter”). Confined to one thread. */
final class AdapterRun {

    private static final List<String> LINE_FIELDS = List.of("source", "target");

    private final Pack pack;
    private final Adapter adapter;
    private final List<PackItem> items = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private AdapterRun(Pack pack, Adapter adapter) {
        this.pack = pack;
        this.adapter = adapter;
    }

    /**
     * The items of some official files.
     *
     * @throws RecipeException if a file is absent, a row lacks a field, an id comes twice, or no row is left
     */
    static ImportedItems read(Pack pack, PackData.OfficialFile official, List<Path> files) throws IOException {
        List<ImportedItems.ReadFile> read = new ArrayList<>();
        for (Path file : files) {
            read.add(digest(file));
        }
        AdapterRun run = new AdapterRun(pack, official.adapter());
        switch (official.adapter().format()) {
            case LINES -> run.lines(files);
            case SQUAD -> run.each(files, run::squad);
            case TABLE -> run.each(files, run::table);
        }
        if (run.items.isEmpty()) {
            throw new RecipeException(UserMessage.of("eval.data-empty", String.valueOf(files)));
        }
        return new ImportedItems(run.items, read, agreement(official.known(), read));
    }

    private static ImportedItems.Agreement agreement(List<Digest> known, List<ImportedItems.ReadFile> read) {
        if (known.isEmpty()) {
            return ImportedItems.Agreement.UNKNOWN;
        }
        return read.stream().allMatch(file -> known.contains(file.digest()))
                ? ImportedItems.Agreement.KNOWN
                : ImportedItems.Agreement.OTHER;
    }

    private static ImportedItems.ReadFile digest(Path file) throws IOException {
        try {
            FileDigest found = FileDigest.of(file);
            return new ImportedItems.ReadFile(String.valueOf(file.getFileName()), found.bytes(), found.sha256());
        } catch (NoSuchFileException e) {
            throw new RecipeException(UserMessage.of("eval.no-such-file", file.toString()), e);
        }
    }

    private interface OneFile {
        void read(Path file) throws IOException;
    }

    private void each(List<Path> files, OneFile reader) throws IOException {
        for (Path file : files) {
            reader.read(file);
        }
    }

    private void squad(Path file) throws IOException {
        byte[] bytes = OfficialRows.bytes(file);
        String name = String.valueOf(file.getFileName());
        boolean whole = OfficialRows.firstByte(bytes) == '{' && !JsonRows.isLines(bytes);
        Object root = whole ? JsonRows.whole(bytes, name) : null;
        if (!SquadRows.isSquad(root)) {
            table(file);
            return;
        }
        for (PackItem item : SquadRows.items(root, name, pack.variety())) {
            add(new PackPlace(name, items.size() + 1L), item);
        }
    }

    private void table(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        Set<String> fields = new TreeSet<>();
        adapter.where().keySet().forEach(field -> fields.addAll(new Template("{" + field + "}").fields()));
        adapter.fields().values().forEach(templates -> templates.forEach(t -> fields.addAll(new Template(t).fields())));
        adapter.tags().values().forEach(template -> fields.addAll(new Template(template).fields()));
        OfficialRows.read(file, adapter, fields, (number, row) -> row(new PackPlace(name, number + 1), number, row));
    }

    private void lines(List<Path> files) throws IOException {
        if (files.size() != LINE_FIELDS.size()) {
            throw new RecipeException(
                    UserMessage.of("eval.data-two-files", String.valueOf(files.size()), pack.reference()));
        }
        List<List<String>> texts = new ArrayList<>();
        for (Path file : files) {
            texts.add(LineFile.read(file));
        }
        if (texts.get(0).size() != texts.get(1).size()) {
            throw new RecipeException(UserMessage.of(
                    "eval.data-line-count",
                    String.valueOf(texts.get(0).size()),
                    String.valueOf(texts.get(1).size())));
        }
        for (int i = 0; i < texts.get(0).size(); i++) {
            Map<String, @Nullable Object> row = new TreeMap<>();
            for (int f = 0; f < LINE_FIELDS.size(); f++) {
                row.put(LINE_FIELDS.get(f), texts.get(f).get(i));
            }
            row(new PackPlace(String.valueOf(files.get(0).getFileName()), i + 1L), i, row);
        }
    }

    private void row(PackPlace place, long number, Map<String, @Nullable Object> row) {
        row.put(Template.ROW, number);
        try {
            for (Map.Entry<String, String> wanted : adapter.where().entrySet()) {
                List<String> found = new Template("{" + wanted.getKey() + "}").texts(row);
                boolean optional = wanted.getKey().endsWith("?") && found.isEmpty();
                if (!optional && !found.contains(wanted.getValue())) {
                    return;
                }
            }
            add(place, new RowItem(pack, adapter, row).item());
        } catch (Template.MissingField missing) {
            row.remove(Template.ROW);
            throw place.fail(
                    "data-missing-field", String.valueOf(missing.getMessage()), String.join(", ", row.keySet()));
        } catch (ItemFault e) {
            throw place.fail("pack-bad-item", e.detail());
        }
    }

    private void add(PackPlace place, PackItem item) {
        if (!ids.add(item.id())) {
            throw place.fail("pack-item-twice", item.id());
        }
        items.add(item);
    }
}
