package fr.corpus.release;

import fr.corpus.document.LicenseId;
import fr.corpus.fingerprint.TextTraces;
import fr.corpus.proof.ReleaseKeys;
import fr.corpus.step.RightsDecision;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The keys of the rows of one part of the data table, as they come: pairs of key and value. Confined to one thread. */
final class KeyPart implements TablePart.Companion<ReleaseRow> {

    private final FileOutputStream file;
    private final BufferedOutputStream out;
    private final ReleaseKeys keys = new ReleaseKeys();

    KeyPart(Path path) throws IOException {
        file = new FileOutputStream(path.toFile());
        out = new BufferedOutputStream(file, 1 << 16);
    }

    @Override
    public void add(ReleaseRow row, Optional<TextTraces> traces) throws IOException {
        Optional<LicenseId> license = row.admission().map(RightsDecision.Admit::license);
        if (traces.isPresent()) {
            keys.of(row.document(), license, traces.get(), out::write);
        } else {
            keys.of(row.document(), license, out::write);
        }
    }

    @Override
    public void commit() throws IOException {
        out.flush();
        file.getChannel().force(true);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
