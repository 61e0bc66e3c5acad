package fr.corpus;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.BaseStream;
import org.junit.jupiter.api.Test;

/** The arrows of docs/architecture.md, held by a test. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("fr.corpus");

    /** Rooms by level; a room imports lower levels only. */
    private static final Map<String, Integer> LEVELS = levels();

    /** Arrows drawn between rooms of one level. */
    private static final Set<String> SIDEWAYS = Set.of(
            "step>text",
            "match>optout",
            "releaselog>optout",
            "proof>match",
            "proof>optout",
            "proof>releaselog",
            "release>proof",
            "release>releaselog",
            "search>release",
            "search>proof",
            "search>match",
            "search>optout",
            "eval>search",
            "eval>release",
            "eval>match",
            "eval>optout",
            "eval>energy");

    /** One library, one room. */
    private static final Map<String, List<String>> LIBRARIES = Map.ofEntries(
            Map.entry("org.apache.parquet", List.of("internal.parquet")),
            Map.entry("org.apache.hadoop", List.of("internal.parquet")),
            Map.entry("tools.jackson", List.of("internal.json")),
            Map.entry("com.ctc.wstx", List.of("internal.xml")),
            Map.entry("org.snakeyaml", List.of("internal.yaml")),
            Map.entry("org.apache.commons.compress", List.of("internal.io")),
            Map.entry("org.tukaani", List.of("internal.io")),
            Map.entry("com.github.luben", List.of("internal.io", "internal.parquet", "internal.zstd")),
            Map.entry("org.apache.commons.text", List.of("internal.text")),
            Map.entry("org.apache.lucene", List.of("internal.lucene")),
            Map.entry("org.bouncycastle", List.of("internal.bouncycastle")),
            Map.entry("morfologik", List.of("internal.morfologik")),
            Map.entry("opennlp.tools", List.of("internal.opennlp", "opennlp")),
            Map.entry("org.sqlite", List.of("internal.sql")),
            Map.entry("org.postgresql", List.of("internal.sql")),
            Map.entry("java.sql", List.of("internal.sql")));

    private static Map<String, Integer> levels() {
        Map<String, Integer> levels = new LinkedHashMap<>();
        List<List<String>> rooms = List.of(
                List.of("error", "hash", "parallel", "stats"),
                List.of("document"),
                List.of("text", "step", "source", "license", "identifier", "tlog", "iscc"),
                List.of("read", "fetch", "normalize", "filter", "dedup", "annotate", "fingerprint"),
                List.of(
                        "rights",
                        "release",
                        "proof",
                        "energy",
                        "optout",
                        "match",
                        "releaselog",
                        "eval",
                        "search",
                        "opennlp"),
                List.of("recipe", "impact", "audit"),
                List.of("pipeline"),
                List.of("engine", "retract"),
                List.of("bench"));
        for (int level = 0; level < rooms.size(); level++) {
            for (String room : rooms.get(level)) {
                levels.put(room, level);
            }
        }
        return levels;
    }

    /** The room of a class: the first segment below fr.corpus; internal rooms keep two; the door is empty. */
    private static String room(JavaClass type) {
        String path = type.getPackageName().substring("fr.corpus".length());
        if (path.isEmpty()) {
            return "";
        }
        String[] segments = path.substring(1).split("\\.");
        return segments[0].equals("internal") ? "internal." + segments[1] : segments[0];
    }

    @Test
    void aRoomImportsLowerLevelsOnly() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                if (dependency.getTargetClass().getPackageName().startsWith("fr.corpus")) {
                    String from = room(type);
                    String to = room(dependency.getTargetClass());
                    if (!isDrawn(from, to)) {
                        wrong.add(from + ">" + to + "  " + type.getSimpleName() + " > "
                                + dependency.getTargetClass().getSimpleName());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean isDrawn(String from, String to) {
        if (from.equals(to) || from.isEmpty()) {
            return true;
        }
        if (from.startsWith("internal.")) {
            return LEVELS.getOrDefault(to, 99) <= 1;
        }
        if (to.startsWith("internal.")) {
            return true;
        }
        return LEVELS.getOrDefault(to, 99) < LEVELS.get(from) || SIDEWAYS.contains(from + ">" + to);
    }

    @Test
    void everyRoomHasALevel() {
        Set<String> unknown = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            String room = room(type);
            if (!room.isEmpty() && !room.startsWith("internal.") && !LEVELS.containsKey(room)) {
                unknown.add(room);
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void aLibraryIsNamedInItsOwnRoomOnly() {
        LIBRARIES.forEach((library, rooms) -> noClasses()
                .that()
                .resideOutsideOfPackages(
                        rooms.stream().map(room -> "fr.corpus." + room + "..").toArray(String[]::new))
                .and()
                .resideInAPackage("fr.corpus..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library + "..")
                .because(library + " lives in " + rooms)
                .check(CLASSES));
    }

    @Test
    void nothingUsesTheXmlParsersOfTheJdk() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.xml.parsers..", "org.xml.sax..", "javax.xml.transform..")
                .because("they stop at ordinary dumps and resolve external entities unless told not to")
                .check(CLASSES);
    }

    @Test
    void nothingEndsTheProcess() {
        noClasses().should().callMethod(System.class, "exit", int.class).check(CLASSES);
    }

    @Test
    void nothingWorksInThreadsThatItsCallerDidNotGrant() {
        noClasses()
                .should()
                .callMethodWhere(target(nameMatching("parallel|parallelStream"))
                        .and(target(owner(assignableTo(BaseStream.class).or(assignableTo(Collection.class))))))
                .because("a parallel stream takes every core whatever --threads says; see fr.corpus.parallel.Workers")
                .check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        Path sources = Path.of("src/main/java/fr/corpus");
        List<Path> silent = new ArrayList<>();
        try (var folders = Files.walk(sources)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                boolean hasClasses;
                try (var files = Files.list(folder)) {
                    hasClasses = files.anyMatch(file -> file.toString().endsWith(".java"));
                }
                if (hasClasses && !Files.exists(folder.resolve("package-info.java"))) {
                    silent.add(folder);
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void theArchitecturePageNamesEveryRoom() throws IOException {
        String page = Files.readString(Path.of("docs/architecture.md"));
        Set<String> missing = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            String room = room(type);
            if (!room.isEmpty() && !room.startsWith("internal.") && !page.contains("`" + room)) {
                missing.add(room);
            }
        }
        assertThat(missing).isEmpty();
    }
}
