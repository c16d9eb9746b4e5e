package firesteel.spark.master;

import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads one {@code firesteel.yaml}. Works on the parser's nodes because they know their lines and
 * keep numbers as written.
 */
final class ProfileReader {
  private static final Set<String> KEYS =
      Set.of("master", "conf", "jars", "packages", "hadoop-conf");

  /** Matches names of secrets: those of Spark's {@code spark.redaction.regex} and others. */
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i).*(secret|password|passwd|token|access[.]?key|private[.]?key|api[.]?key|account[.]key"
              + "|credential).*");

  private static final Pattern TOKEN_IN_URL = Pattern.compile("(?i).*;token=(?!\\$\\{).+");

  private final Path file;

  ProfileReader(Path file) {
    this.file = file;
  }

  /** A profile as written: its references aren't resolved yet. */
  record Entry(
      Path file,
      Value master,
      Map<String, Value> settings,
      List<Value> jars,
      List<Value> packages,
      Optional<Value> hadoopConf) {
    Profile resolve(References references) {
      Map<String, String> resolved = new LinkedHashMap<>();
      settings.forEach((name, value) -> resolved.put(name, value.resolve(references, file)));
      return new Profile(
          master.resolve(references, file),
          resolved,
          jars.stream().map(value -> value.resolve(references, file)).toList(),
          packages.stream().map(value -> value.resolve(references, file)).toList(),
          hadoopConf.map(value -> value.resolve(references, file)));
    }
  }

  /**
   * A text with its position.
   *
   * @param line from 1 on
   */
  record Value(String text, String key, int line) {
    String resolve(References references, Path file) {
      String where = file + ", line " + line + ": \"" + key + "\"";
      return references.resolve(text, where, file.getParent());
    }
  }

  /**
   * Returns the profiles of the file by name, in the file's order.
   *
   * @throws ProfileException when the file has something unknown; the message has the line
   */
  Map<String, Entry> read(Reader text) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    Node root;
    try {
      LoaderOptions options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      root = new Yaml(new SafeConstructor(options)).compose(text);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw problem(line, "not YAML: " + e.getProblem());
    }
    if (root == null) {
      return entries;
    }
    for (NodeTuple top : mapping(root, "the file").getValue()) {
      String key = scalar(top.getKeyNode(), "a name").text();
      if (!key.equals("profiles")) {
        throw problem(line(top.getKeyNode()), unknown(key, Set.of("profiles")));
      }
      for (NodeTuple profile : mapping(top.getValueNode(), "\"profiles\"").getValue()) {
        String name = scalar(profile.getKeyNode(), "a name").text();
        if (entries.put(name, entry(name, profile)) != null) {
          throw problem(line(profile.getKeyNode()), "a second profile \"" + name + "\"");
        }
      }
    }
    return entries;
  }

  private Entry entry(String name, NodeTuple profile) {
    Value master = null;
    Map<String, Value> settings = Map.of();
    List<Value> jars = List.of();
    List<Value> packages = List.of();
    Optional<Value> hadoopConf = Optional.empty();
    for (NodeTuple part : mapping(profile.getValueNode(), "profile \"" + name + "\"").getValue()) {
      String key = scalar(part.getKeyNode(), "a name").text();
      Node value = part.getValueNode();
      switch (key) {
        case "master" -> master = notSecret(scalar(value, key));
        case "conf" -> settings = settings(value);
        case "jars" -> jars = list(value, key);
        case "packages" -> packages = list(value, key);
        case "hadoop-conf" -> hadoopConf = Optional.of(scalar(value, key));
        default -> throw problem(line(part.getKeyNode()), unknown(key, KEYS));
      }
    }
    if (master == null) {
      throw problem(line(profile.getKeyNode()), "profile \"" + name + "\" has no \"master\"");
    }
    return new Entry(file, master, settings, jars, packages, hadoopConf);
  }

  private Map<String, Value> settings(Node node) {
    Map<String, Value> settings = new LinkedHashMap<>();
    for (NodeTuple setting : mapping(node, "\"conf\"").getValue()) {
      String name = scalar(setting.getKeyNode(), "a name").text();
      if (!name.startsWith("spark.")) {
        throw problem(
            line(setting.getKeyNode()),
            "\"" + name + "\" is not a Spark setting: their names start with \"spark.\"");
      }
      if (settings.put(name, notSecret(scalar(setting.getValueNode(), name))) != null) {
        throw problem(line(setting.getKeyNode()), "\"" + name + "\" stands twice");
      }
    }
    return settings;
  }

  private Value notSecret(Value value) {
    boolean secret =
        SECRET.matcher(value.key()).matches()
            && !References.isReference(value.text())
            && !value.text().matches("true|false|");
    if (secret || TOKEN_IN_URL.matcher(value.text()).matches()) {
      throw problem(
          value.line(),
          "\""
              + value.key()
              + "\" holds a secret, which doesn't belong in this file: write ${env:NAME} or"
              + " ${file:PATH} in its place");
    }
    return value;
  }

  private List<Value> list(Node node, String key) {
    if (node instanceof SequenceNode sequence) {
      List<Value> values = new ArrayList<>();
      sequence.getValue().forEach(part -> values.add(scalar(part, key)));
      return values;
    }
    return List.of(scalar(node, key));
  }

  private Value scalar(Node node, String key) {
    if (node instanceof ScalarNode scalar) {
      return new Value(scalar.getValue(), key, line(node));
    }
    throw problem(line(node), key + " needs a single value");
  }

  private MappingNode mapping(Node node, String what) {
    if (node instanceof MappingNode mapping) {
      return mapping;
    }
    throw problem(line(node), what + " needs names and values");
  }

  private static String unknown(String key, Set<String> known) {
    return "\""
        + key
        + "\" isn't known here; known are "
        + String.join(", ", known.stream().sorted().toList());
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private ProfileException problem(int line, String what) {
    return new ProfileException(file + ", line " + line + ": " + what + ".");
  }
}
