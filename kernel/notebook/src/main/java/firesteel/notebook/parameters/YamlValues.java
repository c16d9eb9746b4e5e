package firesteel.notebook.parameters;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads values from YAML. Works on the parser's nodes because they keep scalars as written: {@code
 * 007} and {@code 1.10} are texts until a parameter's type reads them.
 */
final class YamlValues {
  private YamlValues() {}

  /**
   * Returns the value that a text holds.
   *
   * @throws ParametersRefusedException when it isn't YAML; the message has the line
   */
  static GivenValue read(String text) throws ParametersRefusedException {
    try {
      Node root = new Yaml(new SafeConstructor(options())).compose(new StringReader(text));
      return root == null ? new GivenValue.Nothing() : value(root);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new ParametersRefusedException("line " + line + ": not YAML: " + e.getProblem(), e);
    } catch (YAMLException e) {
      throw new ParametersRefusedException("not YAML: " + e.getMessage(), e);
    }
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(0);
    return options;
  }

  private static GivenValue value(Node node) throws ParametersRefusedException {
    if (node instanceof ScalarNode scalar) {
      return scalar.getTag().equals(Tag.NULL)
          ? new GivenValue.Nothing()
          : new GivenValue.Text(scalar.getValue());
    }
    if (node instanceof SequenceNode sequence) {
      List<GivenValue> items = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        items.add(value(item));
      }
      return new GivenValue.Items(items);
    }
    if (node instanceof MappingNode mapping) {
      Map<String, GivenValue> entries = new LinkedHashMap<>();
      for (NodeTuple entry : mapping.getValue()) {
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
          throw problem(entry.getKeyNode(), "a name is wanted before the colon");
        }
        if (entries.put(key.getValue(), value(entry.getValueNode())) != null) {
          throw problem(key, "\"" + key.getValue() + "\" stands twice");
        }
      }
      return new GivenValue.Entries(entries);
    }
    throw problem(node, "references to other values are not read here");
  }

  private static ParametersRefusedException problem(Node node, String what) {
    return new ParametersRefusedException(
        "line " + (node.getStartMark().getLine() + 1) + ": " + what);
  }
}
