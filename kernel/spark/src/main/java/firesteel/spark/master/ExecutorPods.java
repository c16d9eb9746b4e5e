package firesteel.spark.master;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.SparkContext;
import org.slf4j.LoggerFactory;

/**
 * Reads the state of an application's executor pods. Needs the classes of Spark's Kubernetes
 * module.
 */
final class ExecutorPods {
  /** Reasons for waiting that don't go away with time. */
  private static final Set<String> PERMANENT_REASONS =
      Set.of(
          "ErrImagePull",
          "ImagePullBackOff",
          "InvalidImageName",
          "ErrImageNeverPull",
          "CreateContainerConfigError",
          "CreateContainerError",
          "CrashLoopBackOff");

  private static final int LOG_LINES = 200;

  /** When this many executors end before the first one is up, the start is given up. */
  private static final int MANY = 3;

  private final SparkContext context;
  private final KubernetesClient client;
  private final String namespace;
  private final Set<String> seen = new HashSet<>();
  private List<Pod> pods = List.of();
  private String said = "";

  /** Uses the client that Spark created for the context, with its account. */
  ExecutorPods(SparkContext context) {
    this.context = context;
    this.namespace = context.conf().get("spark.kubernetes.namespace", "default");
    try {
      Object backend = context.schedulerBackend();
      this.client =
          (KubernetesClient) backend.getClass().getMethod("kubernetesClient").invoke(backend);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this Spark has another Kubernetes module", e);
    }
  }

  /** Returns why no executor will come; empty when one still may. */
  Optional<String> failure() {
    try {
      pods =
          client
              .pods()
              .inNamespace(namespace)
              .withLabel("spark-app-selector", context.applicationId())
              .withLabel("spark-role", "executor")
              .list()
              .getItems();
    } catch (KubernetesClientException e) {
      LoggerFactory.getLogger(ExecutorPods.class).warn("the pods can't be listed", e);
      return e.getCode() == 401 || e.getCode() == 403
          ? Optional.of(
              "The API server refuses this account ("
                  + e.getStatus().getMessage()
                  + "). It needs to create, list, watch and delete pods in the namespace "
                  + namespace
                  + "; --conf spark.kubernetes.namespace=NAME names another.")
          : Optional.empty();
    }
    pods.forEach(pod -> seen.add(pod.getMetadata().getName()));
    Optional<String> failure = pods.stream().flatMap(this::failures).findFirst();
    return failure.isEmpty() && seen.size() >= pods.size() + MANY
        ? Optional.of("Its pods end soon after their start. " + said + advice())
        : failure;
  }

  private Stream<String> failures(Pod pod) {
    String name = "The pod " + pod.getMetadata().getName() + " ";
    if ("Failed".equals(phase(pod))) {
      return ended(pod).map(reason -> name + "has failed. " + reason);
    }
    return Stream.concat(
        states(pod)
            .filter(
                s ->
                    s.getWaiting() != null
                        && PERMANENT_REASONS.contains(s.getWaiting().getReason()))
            .map(ContainerState::getWaiting)
            .map(
                waiting ->
                    name
                        + "can't start: "
                        + waiting.getReason()
                        + Optional.ofNullable(waiting.getMessage())
                            .map(m -> " (" + m + ")")
                            .orElse("")
                        + ".\nIs spark.kubernetes.container.image a name that the cluster can pull?"),
        conditions(pod)
            .filter(
                c -> "PodScheduled".equals(c.getType()) && "Unschedulable".equals(c.getReason()))
            .map(
                condition ->
                    name
                        + "fits on no node: "
                        + condition.getMessage()
                        + "\nAsk for less: --executor-memory, --executor-cores."));
  }

  /** Describes why a pod's executor ended, if it did, and keeps its log. */
  private Stream<String> ended(Pod pod) {
    try {
      String log =
          client
              .pods()
              .inNamespace(namespace)
              .withName(pod.getMetadata().getName())
              .tailingLines(LOG_LINES)
              .getLog();
      ExecutorLog.line(log).ifPresent(line -> said = "One said: " + line + "\n");
      return ExecutorLog.explain(log, ExecutorLog.driver(context)).stream();
    } catch (KubernetesClientException e) {
      return Stream.empty(); // Spark deletes pods that ended, and their logs with them.
    }
  }

  /** Whether there are pods that may become executors. */
  boolean areStarting() {
    return pods.stream().map(ExecutorPods::phase).anyMatch(Set.of("Pending", "Running")::contains);
  }

  /** Returns the message for when the timeout is over. */
  String describe() {
    if (pods.isEmpty()) {
      return "The application has no pod in the namespace "
          + namespace
          + ". Spark's log (`%log`) says what the API server answered.";
    }
    List<String> phases =
        pods.stream().map(p -> p.getMetadata().getName() + " " + phase(p)).toList();
    return "Its pods: " + String.join(", ", phases) + ". " + said + advice();
  }

  private String advice() {
    return "Executors call back to the driver at "
        + ExecutorLog.driver(context)
        + " (spark.driver.host), which the pods have to reach. `kubectl describe pod` and `kubectl"
        + " logs` say more, of pods that ended with --conf"
        + " spark.kubernetes.executor.deleteOnTermination=false; --timeout SECONDS gives them more"
        + " time.";
  }

  private static String phase(Pod pod) {
    return pod.getStatus() == null ? "Pending" : String.valueOf(pod.getStatus().getPhase());
  }

  private static Stream<ContainerState> states(Pod pod) {
    return pod.getStatus() == null
        ? Stream.empty()
        : pod.getStatus().getContainerStatuses().stream()
            .map(ContainerStatus::getState)
            .filter(state -> state != null);
  }

  private static Stream<PodCondition> conditions(Pod pod) {
    return pod.getStatus() == null ? Stream.empty() : pod.getStatus().getConditions().stream();
  }
}
