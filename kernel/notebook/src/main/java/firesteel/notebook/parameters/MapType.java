package firesteel.notebook.parameters;

import firesteel.notebook.parameters.GivenValue.Entries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A map.
 *
 * @param written the class as the notebook writes it, without its arguments
 */
record MapType(String written, ParameterType key, ParameterType value) implements ParameterType {
  /** {@code Map.of} takes no more. */
  private static final int MAX_PAIRS = 10;

  @Override
  public Fitted fit(GivenValue given) throws UnfitValueException {
    if (!(CollectionText.flow(given, wanted()) instanceof Entries entries)) {
      throw new UnfitValueException(wanted());
    }
    Map<String, String> java = new LinkedHashMap<>();
    Map<String, Object> json = new LinkedHashMap<>();
    for (Map.Entry<String, GivenValue> entry : entries.entries().entrySet()) {
      try {
        Fitted fitted = value.fit(entry.getValue());
        java.put(key.fit(new GivenValue.Text(entry.getKey())).java(), fitted.java());
        json.put(entry.getKey(), fitted.json());
      } catch (UnfitValueException e) {
        throw new UnfitValueException(wanted());
      }
    }
    boolean few = java.size() <= MAX_PAIRS;
    List<String> pairs = new ArrayList<>();
    java.forEach(
        (k, v) -> pairs.add(few ? k + ", " + v : written + ".entry(" + k + ", " + v + ")"));
    return new Fitted(
        written + (few ? ".of(" : ".ofEntries(") + String.join(", ", pairs) + ")", json);
  }

  @Override
  public String wanted() {
    return "a map such as {a: 1, b: 2}, each key "
        + key.wanted()
        + " and each value "
        + value.wanted();
  }

  @Override
  public boolean hasNull() {
    return true;
  }
}
