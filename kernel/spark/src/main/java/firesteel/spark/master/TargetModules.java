package firesteel.spark.master;

import java.util.Map;
import java.util.Optional;

/** Tells which targets need a module of Spark that this kernel's jars may lack. */
public final class TargetModules {
  private record Module(String name, String resource) {}

  private static final Map<Target.Kind, Module> MODULES =
      Map.of(
          Target.Kind.YARN,
          new Module("YARN", "org/apache/spark/scheduler/cluster/YarnClusterManager.class"),
          Target.Kind.KUBERNETES,
          new Module(
              "Kubernetes",
              "org/apache/spark/scheduler/cluster/k8s/KubernetesClusterManager.class"));

  private TargetModules() {}

  /**
   * Returns which module a target lacks and how to get it; empty when nothing is missing.
   *
   * @param version Spark's version
   */
  public static Optional<String> missing(Target target, String version) {
    Module module = MODULES.get(target.kind());
    if (module == null
        || TargetModules.class.getClassLoader().getResource(module.resource()) != null) {
      return Optional.empty();
    }
    return Optional.of(
        "The target "
            + target
            + " needs Spark's "
            + module.name()
            + " module, which the Spark of this kernel lacks.\nA full distribution has it: run"
            + " `./firesteel spark get "
            + version
            + "` and `./firesteel spark use "
            + version
            + "`, then restart the kernel.");
  }
}
