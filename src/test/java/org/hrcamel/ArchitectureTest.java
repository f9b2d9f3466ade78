package org.hrcamel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.hrcamel", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule dependenciesPointOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("cli")
            .definedBy("org.hrcamel.cli..")
            .layer("console")
            .definedBy("org.hrcamel.console..")
            .layer("runtime")
            .definedBy("org.hrcamel.runtime..")
            .layer("validate")
            .definedBy("org.hrcamel.validate..")
            .layer("connector")
            .definedBy("org.hrcamel.connector..")
            .layer("workflow")
            .definedBy("org.hrcamel.workflow..")
            .layer("state")
            .definedBy("org.hrcamel.state..")
            .layer("http")
            .definedBy("org.hrcamel.http..")
            .layer("sandbox")
            .definedBy("org.hrcamel.sandbox..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("console")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("runtime")
            .mayOnlyBeAccessedByLayers("cli", "console")
            .whereLayer("validate")
            .mayOnlyBeAccessedByLayers("cli", "console", "runtime")
            .whereLayer("connector")
            .mayOnlyBeAccessedByLayers("cli", "console", "runtime", "validate")
            .whereLayer("workflow")
            .mayOnlyBeAccessedByLayers("cli", "console", "runtime", "validate", "connector")
            .whereLayer("sandbox")
            .mayOnlyBeAccessedByLayers("cli");

    @ArchTest
    static final ArchRule theSandboxSharesNoCodeWithTheProduct = noClasses()
            .that()
            .resideInAPackage("org.hrcamel.sandbox..")
            .should()
            .dependOnClassesThat(new DescribedPredicate<JavaClass>("are of the product") {
                @Override
                public boolean test(JavaClass type) {
                    return type.getPackageName().startsWith("org.hrcamel.")
                            && !type.getPackageName().startsWith("org.hrcamel.sandbox");
                }
            });

    @ArchTest
    static final ArchRule noConnectorUsesAnotherExceptForTheProfileModel = slices().matching(
                    "org.hrcamel.connector.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    DescribedPredicate.alwaysTrue(), new DescribedPredicate<JavaClass>("the profile model of HrFlow") {
                        @Override
                        public boolean test(JavaClass type) {
                            return type.getPackageName().equals("org.hrcamel.connector.hrflow")
                                    && type.getSimpleName().startsWith("Profile");
                        }
                    });

    @ArchTest
    static final ArchRule namesSayWhatAThingIs =
            classes().should().haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl|Base)");
}
