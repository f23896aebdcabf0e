package org.switchboard.matching.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The engine can be lifted out as a library, and the same input gives the same plan. */
class EngineBordersTest {

    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.switchboard.matching.engine");

    @Test
    void importsNothingButJavaOptaPlannerAndAStreamingParser() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.switchboard.matching.engine..",
                        "java..",
                        "org.optaplanner..",
                        "org.jspecify..",
                        "com.fasterxml.jackson.core..")
                .check(ENGINE);
    }

    @Test
    void readsNoClockAndDrawsNoRandomNumbersOfItsOwn() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callConstructor(Random.class)
                .check(ENGINE);
    }

    @Test
    void onlyTheSearchKnowsOptaPlanner() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..engine.search")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.optaplanner..")
                .check(ENGINE);
    }

    @Test
    void hasNoCyclesBetweenItsPackages() {
        slices().matching("org.switchboard.matching.(engine..)")
                .should()
                .beFreeOfCycles()
                .check(ENGINE);
    }
}
