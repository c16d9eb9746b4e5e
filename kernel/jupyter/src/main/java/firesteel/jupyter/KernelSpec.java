package firesteel.jupyter;

import firesteel.api.session.NotebookMetadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The content of {@code kernel.json}, which tells Jupyter how to start a kernel. Follows the <a
 * href="https://jupyter-client.readthedocs.io/en/stable/kernels.html#kernel-specs">kernel specs</a>
 * page of jupyter_client.
 *
 * @param name the folder's name, which notebooks store as the kernel's name: ASCII letters, digits,
 *     {@code -}, {@code .} and {@code _}
 * @param displayName the name in the list of kernels
 * @param argv the command line; {@code {connection_file}} stands for the connection file's path
 * @param env environment variables that are added to those of the Jupyter server
 */
public record KernelSpec(
    String name, String displayName, List<String> argv, Map<String, String> env) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

  /** The name of Firesteel's own kernelspec. */
  public static final String FIRESTEEL = NotebookMetadata.KERNEL;

  /** The display name of Firesteel's own kernelspec. */
  public static final String FIRESTEEL_DISPLAY_NAME = NotebookMetadata.DISPLAY_NAME;

  public KernelSpec {
    if (!NAME.matcher(Objects.requireNonNull(name, "name")).matches()) {
      throw new IllegalArgumentException(
          "the kernel's name may hold only ASCII letters, digits and - . _ but is '" + name + "'");
    }
    Objects.requireNonNull(displayName, "displayName");
    argv = List.copyOf(argv);
    env = Map.copyOf(env);
    if (argv.stream().noneMatch(word -> word.contains("{connection_file}"))) {
      throw new IllegalArgumentException(
          "the kernel's command line must name {connection_file}, but is " + argv);
    }
  }

  /** Firesteel's own kernelspec. */
  public static KernelSpec firesteel(List<String> argv, Map<String, String> env) {
    return new KernelSpec(FIRESTEEL, FIRESTEEL_DISPLAY_NAME, argv, env);
  }

  /** The content of {@code kernel.json}. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("argv", argv);
    json.put("display_name", displayName);
    json.put("language", "java");
    json.put("interrupt_mode", "message");
    json.put("env", new TreeMap<>(env));
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("debugger", false);
    metadata.put("supported_encryption", List.of("curve"));
    json.put("metadata", metadata);
    json.put("kernel_protocol_version", "5.5");
    return json;
  }
}
