package de.werkraum.voting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The counting core is pure: what decides must not depend on time, chance, the machine or rounding. */
class PurityTest {
    private static final JavaClasses VOTING = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("de.werkraum.voting");

    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    @Test
    void itNeedsTheJdkOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("de.werkraum.voting", "java..", "org.jspecify.annotations")
                .check(VOTING);
    }

    @Test
    void itHasNoClockNoChanceNoInputOrOutput() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.time..", "java.io..", "java.nio..", "java.net..", "java.sql..", "java.security..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Random.class, UUID.class)
                .check(VOTING);
    }

    @Test
    void itHasNoFloatingPoint() {
        for (JavaClass type : VOTING) {
            type.getFields().forEach(field -> exact(field.getRawType(), field.getFullName()));
            for (JavaCodeUnit unit : type.getCodeUnits()) {
                exact(unit.getRawReturnType(), unit.getFullName());
                unit.getRawParameterTypes().forEach(parameter -> exact(parameter, unit.getFullName()));
                unit.getCallsFromSelf().forEach(call -> exact(call.getTarget().getRawReturnType(), unit.getFullName()));
            }
        }
    }

    private static void exact(JavaClass type, String where) {
        assertFalse(FLOATING.contains(type.getName()), where);
    }
}
