package firesteel.spark;

import firesteel.spark.master.StartedSpark;
import firesteel.spark.start.HiveModule;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Applies the settings of a pasted program that builds its own Spark: sets those that a running
 * Spark accepts, and reports the others once for each set of them. Thread-safe.
 */
final class ProgramSettings {
  static final String CATALOG = "spark.sql.catalogImplementation";
  static final String MASTER = "spark.master";

  /** Settings that only describe the application and change no result. */
  private static final Set<String> NAMES = Set.of("spark.app.name", "spark.app.id", "spark.home");

  private static final String OF_EXECUTORS = "spark.executorEnv.";
  private static final Pattern SECRET = Pattern.compile("(?i)secret|password|token|access[.]?key");

  private final BiPredicate<String, String> ours;
  private final Consumer<String> toCell;
  private final Set<String> told = new HashSet<>();

  /**
   * Creates it without reporting anything.
   *
   * @param ours tests for the kernel's own settings: a program's {@code SparkConf} has them too
   * @param toCell writes lines for the running cell
   */
  ProgramSettings(BiPredicate<String, String> ours, Consumer<String> toCell) {
    this.ours = ours;
    this.toCell = toCell;
  }

  /** Applies the settings that can be applied. */
  void apply(Map<String, String> wanted, StartedSpark spark) {
    Map<String, String> refused = new TreeMap<>();
    wanted.forEach(
        (name, value) -> {
          if (!NAMES.contains(name) && !ours.test(name, value) && !set(name, value, spark)) {
            refused.put(name, value);
          }
        });
    if (!refused.isEmpty()) {
      tell(refused, spark);
    }
  }

  private static boolean set(String name, String value, StartedSpark spark) {
    Optional<String> present = spark.setting(name);
    if (present.isPresent() ? present.get().equals(value) : isAbsentDefault(name, value)) {
      return true;
    }
    if (name.equals(MASTER) || name.equals("spark.remote")) {
      return spark.description().contains(value);
    }
    if (name.startsWith(OF_EXECUTORS)) {
      return false; // A session accepts it, but executors that already run never see it.
    }
    try {
      spark.session().conf().set(name, value);
      return true;
    } catch (Exception e) { // AnalysisException is checked, but not declared.
      return false;
    }
  }

  private static boolean isAbsentDefault(String name, String value) {
    return name.equals(CATALOG) && value.equals("in-memory");
  }

  private synchronized void tell(Map<String, String> refused, StartedSpark spark) {
    if (!told.add(refused.toString())) {
      return;
    }
    String master = refused.get(MASTER);
    String settings =
        refused.entrySet().stream()
            .filter(setting -> !setting.getKey().equals(MASTER))
            .map(setting -> " --conf \"" + shown(setting) + "\"")
            .collect(Collectors.joining());
    toCell.accept(
        "Note: Spark runs already ("
            + spark.description().lines().findFirst().orElse("").replaceFirst(", web UI.*", "")
            + "), and this program gets that one. Without effect: "
            + String.join(", ", refused.entrySet().stream().map(ProgramSettings::shown).toList())
            + ".\nTo start one with them: "
            + (HiveModule.isWanted(refused) && !HiveModule.isPresent()
                ? HiveModule.line(org.apache.spark.package$.MODULE$.SPARK_VERSION()) + " and then "
                : "")
            + "%spark connect "
            + (master == null ? spark.setting(MASTER).orElse("local[*]") : master)
            + settings
            + "\n");
  }

  private static String shown(Map.Entry<String, String> setting) {
    return setting.getKey()
        + "="
        + (SECRET.matcher(setting.getKey()).find() ? "..." : setting.getValue());
  }
}
