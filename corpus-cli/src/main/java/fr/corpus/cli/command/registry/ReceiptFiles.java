package fr.corpus.cli.command.registry;

import java.nio.file.Files;
import java.nio.file.Path;

/** The three files of a receipt, which people name by any of them. */
public final class ReceiptFiles {

    private static final String[] EXTENSIONS = {".tlog-proof", ".entry", ".html"};

    private ReceiptFiles() {}

    /** A receipt is named without extension, or by one of its files. */
    public static Path prefix(Path receipt) {
        String name = receipt.getFileName().toString();
        for (String extension : EXTENSIONS) {
            if (name.endsWith(extension)) {
                return receipt.resolveSibling(name.substring(0, name.length() - extension.length()));
            }
        }
        return receipt;
    }

    /** Whether there is a receipt of this name. */
    public static boolean exist(Path receipt) {
        Path prefix = prefix(receipt);
        return Files.isRegularFile(prefix.resolveSibling(prefix.getFileName() + ".tlog-proof"));
    }
}
