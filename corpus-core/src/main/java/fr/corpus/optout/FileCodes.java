package fr.corpus.optout;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.iscc.DataHasher;
import fr.corpus.iscc.InstanceHasher;
import fr.corpus.iscc.IsccCode;
import fr.corpus.iscc.IsccUnit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ISCC of a file (ISO 24138). Immutable.
 *
 * @param code the ISCC-CODE: 64 bits of each unit
 * @param text the Text-Code, 256 bits; empty if the file is no plain text, or longer than 64 MiB
 * @param data the Data-Code, 256 bits: similar bytes
 * @param instance the Instance-Code, 256 bits: the same bytes
 * @param datahash BLAKE3 of the bytes as multihash, hexadecimal
 * @param bytes length of the file
 */
public record FileCodes(
        IsccUnit code, Optional<IsccUnit> text, IsccUnit data, IsccUnit instance, String datahash, long bytes) {

    private static final int BITS = 256;
    private static final int SHORT = 64;
    private static final int BUFFER = 1 << 16;

    /**
     * Computes the codes of a file, of which the bytes are not held in memory, the text is.
     *
     * @throws IOException if it cannot be read
     */
    public static FileCodes of(Path file) throws IOException {
        DataHasher similar = new DataHasher();
        InstanceHasher same = new InstanceHasher();
        long bytes = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                similar.update(buffer, 0, read);
                same.update(buffer, 0, read);
                bytes += read;
            }
        }
        IsccUnit data = similar.finish(BITS);
        byte[] digest = same.digest();
        IsccUnit instance = InstanceHasher.unit(digest, BITS);
        Optional<IsccUnit> text = text(file);
        List<IsccUnit> units = new ArrayList<>(List.of(data, instance));
        text.ifPresent(units::add);
        IsccUnit code = IsccCode.of(units.stream().map(FileCodes::shortened).toList());
        return new FileCodes(code, text, data, instance, InstanceHasher.multihash(digest), bytes);
    }

    private static IsccUnit shortened(IsccUnit unit) {
        return IsccUnit.of(unit.mainType(), unit.subtype(), SHORT, unit.body());
    }

    private static Optional<IsccUnit> text(Path file) throws IOException {
        try {
            byte[] body = WorkFingerprint.read(file).iscc();
            return Optional.of(IsccUnit.of(IsccUnit.MainType.CONTENT, IsccUnit.TEXT, BITS, body));
        } catch (MalformedSourceException e) {
            return Optional.empty();
        }
    }
}
