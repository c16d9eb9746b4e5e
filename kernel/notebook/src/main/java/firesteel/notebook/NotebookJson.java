package firesteel.notebook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads and writes the JSON of notebooks. Writes it exactly like Python's {@code json.dumps(...,
 * indent=1, sort_keys=True, ensure_ascii=False, separators=(",", ": "))}, as nbformat does, so that
 * notebooks saved here and by Jupyter don't differ in version control.
 */
final class NotebookJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  // A plot or a table in an output may be larger than Jackson's default limit.
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                  .build()
                  .setCharacterEscapes(new PythonEscapes()))
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .defaultPrettyPrinter(pythonPrinter())
          .addModule(
              new SimpleModule()
                  .addSerializer(Double.class, new PythonFloat())
                  .addSerializer(Float.class, new PythonFloat()))
          .build();

  private NotebookJson() {}

  /**
   * Reads one JSON value: maps, lists, strings, numbers, booleans, null.
   *
   * @throws JsonProcessingException with the place, when it isn't JSON
   */
  static Object read(byte[] json) throws IOException {
    return MAPPER.readValue(json, Object.class);
  }

  /** Writes a value on several lines, without a line end after it. */
  static String write(Object value) throws JsonProcessingException {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }

  /**
   * Converts any value that Jackson can write to maps, lists, strings, numbers, booleans and null.
   */
  static Object normalize(Object value) {
    return value instanceof String ? value : MAPPER.convertValue(value, Object.class);
  }

  static Map<String, Object> copy(Map<String, Object> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  static Map<String, Object> with(Map<String, Object> map, String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(map);
    more.put(name, value);
    return more;
  }

  private static DefaultPrettyPrinter pythonPrinter() {
    DefaultIndenter indenter = new DefaultIndenter(" ", "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator(""))
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }

  /** Escapes control characters like Python, with lower-case hexadecimal digits. */
  private static final class PythonEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private final int[] escapes = standardAsciiEscapesForJSON();

    PythonEscapes() {
      for (int c = 0; c < ' '; c++) {
        if (escapes[c] == ESCAPE_STANDARD) {
          escapes[c] = ESCAPE_CUSTOM;
        }
      }
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return escapes;
    }

    @Override
    public SerializableString getEscapeSequence(int c) {
      return c < ' ' ? new SerializedString(String.format("\\u%04x", c)) : null;
    }
  }

  private static final class PythonFloat extends JsonSerializer<Number> {
    @Override
    public void serialize(Number value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeNumber(PythonNumbers.repr(value.doubleValue()));
    }
  }
}
