package dev.slipway.e2e.structure;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Here, because this module alone has all others on its class path. */
class PackageCirclesTest {
  private static final JavaClasses SLIPWAY = imported();

  private static JavaClasses imported() {
    // What other people's classes need is of no interest, and would take as long again to read.
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter().importPackages("dev.slipway");
  }

  @Test
  void noTwoPackagesNeedEachOther() {
    slices().matching("dev.slipway.(**)").should().beFreeOfCycles().check(SLIPWAY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"workflows", "activities", "worker", "starter", "standins", "sandbox", "e2e"})
  void leavesNoModuleOut(String module) {
    assertThat(SLIPWAY).anyMatch(type -> type.getPackageName().startsWith("dev.slipway." + module));
  }
}
