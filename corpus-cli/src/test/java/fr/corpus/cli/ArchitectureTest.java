package fr.corpus.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("fr.corpus.cli");

    @Test
    void theCommandUsesNoInternalRoomOfCore() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("fr.corpus.internal..")
                .check(CLASSES);
    }

    @Test
    void onlyCommandsNamePicocli() {
        noClasses()
                .that()
                .resideOutsideOfPackage("fr.corpus.cli.command..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(CLASSES);
    }

    @Test
    void roomsOfCommandsHaveNoCycles() {
        slices().matching("fr.corpus.cli.command.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("fr.corpus.cli.command.console..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("fr.corpus.cli.command", "fr.corpus.cli.command.(annotate|eval|registry|release)..")
                .check(CLASSES);
    }

    @Test
    void commandsNeverTouchTheWeb() {
        noClasses()
                .that()
                .resideInAPackage("fr.corpus.cli.command..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("fr.corpus.cli.web..")
                .check(CLASSES);
    }

    @Test
    void onlyMainExits() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("fr.corpus.cli.Main")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(CLASSES);
    }

    @Test
    void nothingPrintsToTheStreamsOfTheJvm() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }
}
