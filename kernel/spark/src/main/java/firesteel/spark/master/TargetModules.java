package firesteel.spark.master;

import java.util.Map;
import java.util.Optional;

/** Which targets need a part of Spark that the jars of this kernel may lack. */
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
   * What is missing for a target, and what brings it; empty when nothing is.
   *
   * @param version that of Spark
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
