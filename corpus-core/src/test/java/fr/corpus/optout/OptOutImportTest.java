package fr.corpus.optout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.identifier.KeyType;
import fr.corpus.optout.OptOutImport.Format;
import fr.corpus.optout.OptOutImport.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptOutImportTest {

    private static final OptOutImport.Defaults DEFAULTS = new OptOutImport.Defaults(
            new Holder("Éditions de l’Exemple", HolderKind.PUBLISHER), IdentityTier.ATTESTED, UseCategory.DEFAULT);

    private final Fixed fixed = new Fixed(30);

    @TempDir
    Path directory;

    private OptOutRegistry registry() throws IOException {
        Path place = directory.resolve("registre");
        if (!Files.exists(place)) {
            OptOutRegistry.create(place, "r.fr/x", Optional.empty(), Duration.ofHours(24), fixed.environment());
        }
        return OptOutRegistry.open(place, Duration.ZERO, fixed.environment());
    }

    private Progress run(Path file, Format format) throws IOException {
        try (OptOutRegistry registry = registry()) {
            return new OptOutImport(file, format, DEFAULTS, directory.resolve("erreurs"))
                    .into(registry, Locale.FRENCH, progress -> {});
        }
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private List<RegistrySnapshot.Reserved> reserved() throws IOException {
        List<RegistrySnapshot.Reserved> all = new ArrayList<>();
        try (RegistrySnapshot snapshot = RegistrySnapshot.open(directory.resolve("registre"))) {
            snapshot.visit(all::add);
        }
        return all;
    }

    @Test
    void readsATableWithQuotesSeveralValuesAndItsOwnHolders() throws IOException {
        Path table = file(
                "a.csv",
                "\uFEFFholder;isbn;category;url\r\n"
                        + "\"Anne; \"\"Exemple\"\"\";9782070360024|2-07-040850-7;train-ai;\r\n"
                        + "# un commentaire\r\n\r\n"
                        + ";;;https://exemple.fr/poemes/*\r\n");
        assertThat(run(table, Format.CSV)).isEqualTo(new Progress(2, 0, 2, 0, 0));
        List<RegistrySnapshot.Reserved> all = reserved();
        assertThat(all.get(0).keys()).hasSize(2);
        assertThat(all.get(0).categories()).containsExactlyInAnyOrder(UseCategory.TRAIN_GENAI, UseCategory.TRAIN_OTHER);
        assertThat(all.get(1).keys().get(0).type()).isEqualTo(KeyType.PREFIX);
        assertThat(all.get(1).categories()).isEqualTo(UseCategory.DEFAULT);
        try (RegistrySnapshot snapshot = RegistrySnapshot.open(directory.resolve("registre"))) {
            Declaration first =
                    snapshot.history(all.get(0).id()).get(0).declaration().orElseThrow();
            assertThat(first.holder().name()).isEqualTo("Anne; \"Exemple\"");
            assertThat(first.origin().channel()).isEqualTo(Channel.TABLE);
        }
    }

    @Test
    void badRecordsGoToAFileThatCanBeCorrectedAndImported() throws IOException {
        Path table = directory.resolve("a.csv");
        Files.write(
                table,
                ("isbn,tier\n9782070360024,1\n9782070360025,1\n9782070408504,9\n9782070408504\n"
                                + "9782070408504,\"1\n\u00C3\u0028,1\n")
                        .replace("\u00C3\u0028", "\u00ff")
                        .getBytes(StandardCharsets.ISO_8859_1));
        assertThat(run(table, Format.CSV)).isEqualTo(new Progress(5, 0, 1, 4, 0));
        String errors = Files.readString(directory.resolve("erreurs"));
        assertThat(errors)
                .startsWith("isbn,tier\n# 3: isbn n’accepte pas «\u00A09782070360025\u00A0»\n9782070360025,1\n# 4: ");
        Path corrected =
                file("b.csv", errors.substring(0, errors.indexOf("# 4:")).replace("360025", "360024"));
        assertThat(run(corrected, Format.CSV)).isEqualTo(new Progress(1, 0, 1, 0, 0));
    }

    @Test
    void readsOneJsonObjectInALine() throws IOException {
        Path lines = file(
                "a.jsonl",
                "{\"isbn\":[\"9782070360024\",\"9782070408504\"],\"tier\":4}\n"
                        + "{\"isbn\":9782070360024}\n"
                        + "{\"isbn\":\"9782070360024\",\"prix\":\"3\"}\n"
                        + "[]\nnull\n" + "[".repeat(5_000) + "\n"
                        + "{\"isbn\":\"" + "9".repeat(70_000) + "\"}\n");
        assertThat(run(lines, Format.JSONL)).isEqualTo(new Progress(7, 0, 2, 5, 0));
        assertThat(reserved().get(0).tier()).isEqualTo(IdentityTier.QUALIFIED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void takesFromOnixTheProductsWhoseMiningIsProhibited(boolean shortTags) throws IOException {
        String message = """
                <?xml version="1.0" encoding="UTF-8"?>
                <ONIXMessage release="3.0" xmlns="http://ns.editeur.org/onix/3.0/reference">
                <Header><Sender><SenderName>Exemple</SenderName></Sender></Header>
                <Product><RecordReference>r-1</RecordReference>
                  <ProductIdentifier><ProductIDType>15</ProductIDType><IDValue>9782070360024</IDValue></ProductIdentifier>
                  <DescriptiveDetail><EpubUsageConstraint><EpubUsageType>11</EpubUsageType>
                    <EpubUsageStatus>03</EpubUsageStatus></EpubUsageConstraint></DescriptiveDetail>
                  <RelatedMaterial><RelatedProduct><ProductIdentifier><ProductIDType>15</ProductIDType>
                    <IDValue>9782070408504</IDValue></ProductIdentifier></RelatedProduct></RelatedMaterial></Product>
                <Product><RecordReference>r-2</RecordReference>
                  <ProductIdentifier><ProductIDType>15</ProductIDType><IDValue>9782070408504</IDValue></ProductIdentifier>
                  <DescriptiveDetail><EpubUsageConstraint><EpubUsageType>11</EpubUsageType>
                    <EpubUsageStatus>01</EpubUsageStatus></EpubUsageConstraint>
                    <EpubUsageConstraint><EpubUsageType>02</EpubUsageType>
                    <EpubUsageStatus>03</EpubUsageStatus></EpubUsageConstraint></DescriptiveDetail></Product>
                <Product><RecordReference>r-3</RecordReference>
                  <ProductIdentifier><ProductIDType>01</ProductIDType><IDValue>x</IDValue></ProductIdentifier>
                  <DescriptiveDetail><EpubUsageConstraint><EpubUsageType>11</EpubUsageType>
                    <EpubUsageStatus>03</EpubUsageStatus></EpubUsageConstraint></DescriptiveDetail></Product>
                </ONIXMessage>
                """;
        if (shortTags) {
            message = message.replace("ONIXMessage", "ONIXmessage")
                    .replace("RecordReference", "a001")
                    .replace("ProductIDType", "b221")
                    .replace("IDValue", "b244")
                    .replace("EpubUsageType", "x318")
                    .replace("EpubUsageStatus", "x319")
                    .replace("EpubUsageConstraint", "epubusageconstraint")
                    .replace("ProductIdentifier", "productidentifier")
                    .replace("Product>", "product>");
        }
        assertThat(run(file("a.xml", message), Format.ONIX)).isEqualTo(new Progress(3, 0, 1, 1, 1));
        assertThat(reserved())
                .singleElement()
                .satisfies(one -> assertThat(one.keys())
                        .containsExactly(new RegistrySnapshot.ReservedKey(
                                KeyType.ISBN,
                                ((Selector.Exact) selector("9782070360024"))
                                        .key()
                                        .digest())));
        assertThat(Files.readString(directory.resolve("erreurs"))).startsWith("# r-3: ");
    }

    private static Selector selector(String isbn) {
        return new Selector.Exact(
                fr.corpus.identifier.Isbn.find(isbn).orElseThrow().key());
    }

    /**
     * Each would reserve a book if what it declares were believed: {@code &x;} is the number of one, {@code %r.xml} a file that has
     * it, {@code %r.dtd} one that declares it.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE ONIXMessage [<!ENTITY x '9782070360024'>]>",
                "<!DOCTYPE ONIXMessage [<!ENTITY x SYSTEM '%r.xml'>]>",
                "<!DOCTYPE ONIXMessage SYSTEM '%r.dtd'>",
                "<!DOCTYPE ONIXMessage SYSTEM '%r.dtd' [<!ELEMENT x ANY>]>",
                "<!DOCTYPE ONIXMessage [<!ENTITY % all SYSTEM '%r.dtd'> %all;]>",
                "<!DOCTYPE ONIXMessage [<!ENTITY a '9782070'><!ENTITY b '&a;36'><!ENTITY c '&b;00'><!ENTITY x '&c;24'>]>",
                ""
            })
    void believesNothingThatAMessageDeclaresAndReadsNoOtherFile(String declaration) throws IOException {
        file("r.xml", "9782070360024");
        file("r.dtd", "<!ENTITY x '9782070360024'>");
        String folder = directory.toUri() + "r";
        Path message = file("a.xml", declaration.replace("%r", folder) + reserved("&x;"));
        assertThatThrownBy(() -> run(message, Format.ONIX))
                .isInstanceOf(MalformedSourceException.class)
                .hasMessageContaining("a document type with declarations of its own, or an unknown entity, is refused");
        assertThat(reserved()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE ONIXMessage [<!ELEMENT x ANY>]>", "<!DOCTYPE x [<!ENTITY x 'y'>]>"})
    void refusesDeclarationsThatAreNotUsed(String declaration) throws IOException {
        Path message = file("a.xml", declaration + reserved("9782070360024"));
        assertThatThrownBy(() -> run(message, Format.ONIX))
                .isInstanceOf(MalformedSourceException.class)
                .hasMessageContaining("document type");
        assertThat(reserved()).isEmpty();
    }

    @Test
    void refusesABillionLaughsAtTheirDeclaration() throws IOException {
        StringBuilder declared = new StringBuilder("<!DOCTYPE lolz [<!ENTITY lol0 'lol'>");
        for (int i = 1; i <= 9; i++) {
            declared.append("<!ENTITY lol").append(i).append(" '");
            declared.append(("&lol" + (i - 1) + ";").repeat(10)).append("'>");
        }
        Path message = file("a.xml", declared + "]>" + reserved("&lol9;"));
        assertThatThrownBy(() -> run(message, Format.ONIX))
                .isInstanceOf(MalformedSourceException.class)
                .hasMessageContaining("line 1")
                .hasMessageContaining("document type");
        assertThat(reserved()).isEmpty();
    }

    @Test
    void passesOverADocumentTypeThatDeclaresNothingWithoutReadingIt() throws IOException {
        String type = "<!DOCTYPE ONIXMessage SYSTEM '"
                + directory.resolve("missing.dtd").toUri() + "'>";
        assertThat(run(file("a.xml", type + reserved("9782070360024")), Format.ONIX))
                .isEqualTo(new Progress(1, 0, 1, 0, 0));
    }

    /** A message that reserves one book, if its number is one. */
    private static String reserved(String isbn) {
        return "<ONIXMessage release=\"3.0\"><Product><RecordReference>a</RecordReference><ProductIdentifier>"
                + "<ProductIDType>15</ProductIDType><IDValue>" + isbn
                + "</IDValue></ProductIdentifier><DescriptiveDetail>"
                + "<EpubUsageConstraint><EpubUsageType>11</EpubUsageType><EpubUsageStatus>03</EpubUsageStatus>"
                + "</EpubUsageConstraint></DescriptiveDetail></Product></ONIXMessage>";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ONIXMessage><Product></ONIXMessage>",
                "<ONIXMessage><Product><ProductIdentifier><ProductIDType>15</ProductIDType>",
                "<rss/>",
                ""
            })
    void refusesABrokenMessageBeforeAnythingIsRegistered(String message) throws IOException {
        Path file = file("a.xml", message);
        assertThatThrownBy(() -> run(file, Format.ONIX)).isInstanceOf(MalformedSourceException.class);
        assertThat(reserved()).isEmpty();
    }

    @Test
    void refusesATableWhoseColumnsAreUnknown() throws IOException {
        Path file = file("a.csv", "isbn,prix\n9782070360024,3\n");
        assertThatThrownBy(() -> run(file, Format.CSV))
                .isInstanceOf(MalformedSourceException.class)
                .hasMessageContaining("prix");
    }

    @Test
    void goesOnWhereItWasCutShortAndRegistersNothingTwice() throws IOException {
        StringBuilder table = new StringBuilder("isbn\n");
        for (int i = 0; i < 2_500; i++) {
            table.append(((Selector.Exact) Fixed.isbn(i)).key().value()).append('\n');
        }
        Path file = file("a.csv", table.toString());
        OptOutImport whole = new OptOutImport(file, Format.CSV, DEFAULTS, directory.resolve("erreurs"));
        try (OptOutRegistry registry = registry()) {
            assertThatThrownBy(() -> whole.into(registry, Locale.ENGLISH, progress -> {
                        if (progress.rows() == 2_000) {
                            throw new PowerCut();
                        }
                    }))
                    .isInstanceOf(PowerCut.class);
        }
        assertThat(reserved()).hasSize(2_000);
        assertThat(run(file, Format.CSV)).isEqualTo(new Progress(2_500, 2_000, 500, 0, 0));
        assertThat(run(file, Format.CSV)).isEqualTo(new Progress(2_500, 2_500, 0, 0, 0));
        assertThat(reserved()).hasSize(2_500);
    }
}
