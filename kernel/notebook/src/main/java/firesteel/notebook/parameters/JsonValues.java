package firesteel.notebook.parameters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads values from JSON; YAML's parser refuses its tabs and some of its escapes. */
final class JsonValues {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(
              DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
              DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonValues() {}

  /**
   * Returns the value that a text holds.
   *
   * @throws ParametersRefusedException when it isn't JSON; the message has the line
   */
  static GivenValue read(String text) throws ParametersRefusedException {
    try {
      return value(MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new ParametersRefusedException(
          "line " + line + ": not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static GivenValue value(JsonNode node) {
    if (node.isArray()) {
      List<GivenValue> items = new ArrayList<>();
      node.forEach(item -> items.add(value(item)));
      return new GivenValue.Items(items);
    }
    if (node.isObject()) {
      Map<String, GivenValue> entries = new LinkedHashMap<>();
      node.properties().forEach(entry -> entries.put(entry.getKey(), value(entry.getValue())));
      return new GivenValue.Entries(entries);
    }
    return node.isNull() || node.isMissingNode()
        ? new GivenValue.Nothing()
        : new GivenValue.Text(node.asText());
  }
}
