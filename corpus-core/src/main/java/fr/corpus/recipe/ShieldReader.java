package fr.corpus.recipe;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.contamination.ItemPart;
import fr.corpus.eval.format.JsonLines;
import fr.corpus.eval.pack.ImportedItems;
import fr.corpus.eval.pack.PackCatalog;
import fr.corpus.eval.pack.PackItem;
import fr.corpus.eval.pack.StoredPack;
import fr.corpus.filter.DecontaminationFilter;
import fr.corpus.filter.Shield;
import fr.corpus.filter.ShieldCertificate;
import fr.corpus.filter.ShieldedText;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.step.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what {@code filter.decontamination@1} shields. Confined to one thread. */
final class ShieldReader {

    private static final long MAX_FILE_BYTES = 1L << 30;

    private final Path directory;
    private final List<ShieldedText> texts = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();

    private ShieldReader(Path directory) {
        this.directory = directory;
    }

    /** A pack or file, and where its texts end among all. */
    private record Source(String name, boolean isPack, Digest digest, List<Digest> data, long items, int end) {}

    /**
     * The filter with these parameters.
     *
     * @param directory of the recipe, where relative paths start
     * @throws RecipeException if nothing is shielded, or a pack or file cannot be read
     * @throws IllegalArgumentException if a number is out of range
     */
    static DecontaminationFilter filter(Settings settings, Path directory) {
        ShieldReader reader = new ShieldReader(directory);
        Set<ItemPart.Kind> kinds = EnumSet.noneOf(ItemPart.Kind.class);
        settings.names(DecontaminationFilter.PARTS.name()).forEach(part -> kinds.add(ItemPart.Kind.ofWord(part)));
        for (String pack : settings.names(DecontaminationFilter.PACKS.name())) {
            reader.guard(pack, () -> reader.pack(pack, kinds));
        }
        for (String file : settings.names(DecontaminationFilter.ITEMS.name())) {
            reader.guard(file, () -> reader.file(file));
        }
        if (reader.texts.isEmpty()) {
            throw new RecipeException(UserMessage.of("filter.shields-nothing"));
        }
        Shield shield = Shield.of(
                reader.texts,
                Math.toIntExact(settings.integer(DecontaminationFilter.SEQUENCE_WORDS.name())),
                settings.optionalInteger(DecontaminationFilter.PHRASE_WORDS.name()));
        return new DecontaminationFilter(
                shield, settings.number(DecontaminationFilter.MIN_SHARE.name()), reader.certificate(shield));
    }

    private interface Work {
        void run() throws IOException;
    }

    private void guard(String what, Work work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new RecipeException(
                    UserMessage.of("filter.shield-unreadable", what, String.valueOf(e.getMessage())), e);
        }
    }

    private void pack(String written, Set<ItemPart.Kind> kinds) throws IOException {
        List<String> words = List.of(written.split("="));
        Path folder = directory.resolve(words.get(0));
        StoredPack stored = Files.isDirectory(folder)
                ? PackCatalog.open(folder)
                : PackCatalog.load().find(words.get(0));
        ImportedItems imported = stored.items(
                words.subList(1, words.size()).stream().map(directory::resolve).toList());
        String name = stored.pack().reference();
        for (PackItem item : imported.items()) {
            for (ItemPart part : ItemPart.of(item)) {
                if (kinds.contains(part.kind())) {
                    texts.add(new ShieldedText(name, item.id(), part.kind().word(), part.text()));
                }
            }
        }
        List<Digest> data =
                imported.files().stream().map(ImportedItems.ReadFile::digest).toList();
        sources.add(
                new Source(name, true, stored.digest(), data, imported.items().size(), texts.size()));
    }

    private void file(String written) throws IOException {
        Path file = directory.resolve(written);
        if (!Files.isRegularFile(file)) {
            throw new RecipeException(UserMessage.of("filter.shield-no-file", file.toString()));
        }
        if (Files.size(file) > MAX_FILE_BYTES) {
            throw new RecipeException(
                    UserMessage.of("filter.shield-too-large", file.toString(), String.valueOf(MAX_FILE_BYTES)));
        }
        byte[] bytes = Files.readAllBytes(file);
        String name = String.valueOf(file.getFileName());
        Set<String> ids = new HashSet<>();
        JsonLines.read(new ByteArrayInputStream(bytes), file.toString(), (line, value) -> {
            if (!(value instanceof Map<?, ?> fields) || !(fields.get("id") instanceof String id)) {
                throw bad(file, line);
            }
            List<?> all =
                    fields.get("text") instanceof List<?> list ? list : java.util.Arrays.asList(fields.get("text"));
            for (Object each : all) {
                if (!(each instanceof String text)) {
                    throw bad(file, line);
                }
                texts.add(new ShieldedText(name, id, "text", text));
            }
            ids.add(id);
        });
        sources.add(new Source(name, false, Sha256.of(bytes), List.of(), ids.size(), texts.size()));
    }

    private static RecipeException bad(Path file, long line) {
        return new RecipeException(UserMessage.of("filter.shield-bad-item", file + ":" + line));
    }

    private ShieldCertificate certificate(Shield shield) {
        List<ShieldCertificate.Owner> owners = new ArrayList<>();
        int at = 0;
        for (Source source : sources) {
            Set<String> shielded = new HashSet<>();
            long tooShort = 0;
            for (; at < source.end(); at++) {
                if (shield.isShielded(at)) {
                    shielded.add(texts.get(at).item());
                } else {
                    tooShort++;
                }
            }
            owners.add(new ShieldCertificate.Owner(
                    source.name(),
                    source.isPack(),
                    source.digest(),
                    source.data(),
                    source.items(),
                    shielded.size(),
                    tooShort));
        }
        return new ShieldCertificate(owners);
    }
}
