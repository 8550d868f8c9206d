package org.dutypay;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house of docs and of the packages' first lines, kept by a test. */
@AnalyzeClasses(packages = "org.dutypay", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule IMPORTS_POINT_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("app")
          .definedBy("org.dutypay.app..")
          .layer("job")
          .definedBy("org.dutypay.job..")
          .layer("feed")
          .definedBy("org.dutypay.feed..")
          .layer("ledger")
          .definedBy("org.dutypay.ledger..")
          .layer("report")
          .definedBy("org.dutypay.report..")
          .layer("sample")
          .definedBy("org.dutypay.sample..")
          .layer("rules")
          .definedBy("org.dutypay.rules..")
          .layer("core")
          .definedBy("org.dutypay.duty..", "org.dutypay.pay..", "org.dutypay.reference..")
          .whereLayer("app")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("job")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("sample")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("feed")
          .mayOnlyBeAccessedByLayers("app", "job")
          .whereLayer("ledger")
          .mayOnlyBeAccessedByLayers("app", "job")
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("app", "job")
          .whereLayer("rules")
          .mayOnlyBeAccessedByLayers("app", "job", "feed", "ledger", "report");

  @ArchTest
  static final ArchRule THE_CORE_KNOWS_NO_FRAMEWORK_AND_NO_FILE =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.dutypay.duty..",
              "org.dutypay.rules..",
              "org.dutypay.pay..",
              "org.dutypay.reference..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "java.sql..",
              "javax.sql..",
              "java.io..",
              "java.nio.file..",
              "java.net..",
              "org.slf4j..")
          .because("a rule gives the same pay for the same case, tonight or in seven years");

  @ArchTest
  static final ArchRule NOBODY_BELOW_THE_JOB_ASKS_THE_CLOCK =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.dutypay.app..", "org.dutypay.job..")
          .should()
          .callMethodWhere(target(name("now")))
          .orShould()
          .callMethodWhere(target(nameMatching("currentTimeMillis|nanoTime")))
          .because("no file holds a clock time: the run date is given");
}
