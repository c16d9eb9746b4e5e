import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Kubernetes API server that remembers what it is told, with one node: it starts the executor of
 * a pod as a process of this machine, as the entry point of Spark's images does in a container. An
 * image named {@code missing} can't be pulled.
 */
public final class KubernetesApi {
  private final Map<String, Process> running = new ConcurrentHashMap<>();
  private final KubernetesClient client;
  private final String classPath;
  private final File folder;

  private KubernetesApi(KubernetesClient client, String classPath, File folder) {
    this.client = client;
    this.classPath = classPath;
    this.folder = folder;
  }

  /** Knows what pods say, too. */
  private static final class Answers extends KubernetesCrudDispatcher {
    private static final Pattern LOG = Pattern.compile(".*/pods/([^/]+)/log(\\?.*)?");
    private final File folder;

    Answers(File folder) {
      this.folder = folder;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      Matcher log = LOG.matcher(request.getPath());
      if (!log.matches()) {
        return super.dispatch(request);
      }
      try {
        return new MockResponse()
            .setBody(Files.readString(folder.toPath().resolve(log.group(1) + ".log")));
      } catch (IOException e) {
        return new MockResponse().setResponseCode(404);
      }
    }
  }

  /** Arguments: the class path of executors, and the folder for their output. */
  public static void main(String[] arguments) throws Exception {
    File folder = new File(arguments[1]);
    KubernetesMockServer server =
        new KubernetesMockServer(
            new Context(),
            new MockWebServer(),
            new HashMap<>(),
            new Answers(folder),
            false);
    server.init(InetAddress.getLoopbackAddress(), 0);
    KubernetesApi api = new KubernetesApi(server.createClient(), arguments[0], folder);
    api.client.pods().inAnyNamespace().watch(api.new Node());
    System.out.println("Kubernetes is ready at http://127.0.0.1:" + server.getPort());
    Thread.currentThread().join();
  }

  private final class Node implements Watcher<Pod> {
    @Override
    public void eventReceived(Action action, Pod pod) {
      String name = pod.getMetadata().getName();
      if (action == Action.ADDED) {
        new Thread(() -> run(pod), name).start();
      } else if (action == Action.DELETED && running.containsKey(name)) {
        running.remove(name).destroyForcibly();
      }
    }

    @Override
    public void onClose(WatcherException cause) {}
  }

  private void run(Pod pod) {
    String name = pod.getMetadata().getName();
    var container = pod.getSpec().getContainers().get(0);
    if (container.getImage().equals("missing")) {
      status(pod, "Pending", "ImagePullBackOff", "Back-off pulling image \"missing\"");
      return;
    }
    Map<String, String> environment = new TreeMap<>();
    List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
    for (EnvVar variable : container.getEnv()) {
      environment.put(variable.getName(), value(variable, name));
    }
    environment.forEach(
        (key, value) -> {
          if (key.startsWith("SPARK_JAVA_OPT_")) {
            command.add(value);
          }
        });
    command.add("-Xmx" + environment.get("SPARK_EXECUTOR_MEMORY"));
    command.addAll(List.of("-cp", classPath));
    command.add("org.apache.spark.scheduler.cluster.k8s.KubernetesExecutorBackend");
    command.addAll(List.of("--driver-url", environment.get("SPARK_DRIVER_URL")));
    command.addAll(List.of("--executor-id", environment.get("SPARK_EXECUTOR_ID")));
    command.addAll(List.of("--cores", environment.get("SPARK_EXECUTOR_CORES")));
    command.addAll(List.of("--app-id", environment.get("SPARK_APPLICATION_ID")));
    command.addAll(List.of("--hostname", "127.0.0.1"));
    command.addAll(
        List.of("--resourceProfileId", environment.get("SPARK_RESOURCE_PROFILE_ID")));
    command.addAll(List.of("--podName", name));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(new File(folder, name + ".log"));
    try {
      Process process = builder.start();
      running.put(name, process);
      status(pod, "Running", null, null);
      int code = process.waitFor();
      if (running.remove(name) != null) {
        status(pod, code == 0 ? "Succeeded" : "Failed", null, null);
      }
    } catch (IOException | InterruptedException e) {
      e.printStackTrace();
    }
  }

  private static String value(EnvVar variable, String podName) {
    if (variable.getValueFrom() == null || variable.getValueFrom().getFieldRef() == null) {
      return variable.getValue() == null ? "" : variable.getValue();
    }
    return variable.getValueFrom().getFieldRef().getFieldPath().equals("metadata.name")
        ? podName
        : "127.0.0.1";
  }

  private void status(Pod pod, String phase, String reason, String message) {
    var state = new ContainerStateBuilder();
    if (reason != null) {
      state.withNewWaiting().withReason(reason).withMessage(message).endWaiting();
    } else if (phase.equals("Running")) {
      state.withNewRunning().endRunning();
    } else {
      state.withNewTerminated().withExitCode(phase.equals("Failed") ? 1 : 0).endTerminated();
    }
    client
        .pods()
        .inNamespace(pod.getMetadata().getNamespace())
        .withName(pod.getMetadata().getName())
        .editStatus(
            before ->
                new PodBuilder(before)
                    .withNewStatus()
                    .withPhase(phase)
                    .withPodIP("127.0.0.1")
                    .addNewContainerStatus()
                    .withName(pod.getSpec().getContainers().get(0).getName())
                    .withState(state.build())
                    .endContainerStatus()
                    .endStatus()
                    .build());
  }
}
