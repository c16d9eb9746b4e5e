package firesteel.charts.jsplot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.unbescape.html.HtmlEscape;

/**
 * Parses the object in a JavaScript assignment, {@code var layout = {title: 'x', ...};}, as
 * jsplot's templates write it: names without quotes, trailing commas, NaN, and texts between single
 * quotes.
 */
final class JavaScriptLiteral {
  private static final ObjectMapper LENIENT =
      JsonMapper.builder(
              JsonFactory.builder()
                  // A column of text may well be longer than Jackson's default limit.
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
                  .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                  .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                  .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                  .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                  .enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
                  .build())
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JavaScriptLiteral() {}

  /**
   * Reads the first object of a script.
   *
   * @throws IllegalArgumentException when there is none, or it isn't in jsplot's form
   */
  @SuppressWarnings("unchecked") // The keys of JSON objects are text.
  static Map<String, Object> read(String script) {
    int start = script.indexOf('{');
    if (start < 0) {
      throw new IllegalArgumentException("no object in " + script);
    }
    try {
      return LENIENT.readValue(toDoubleQuotes(script, start), Map.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not as jsplot writes it: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * Converts texts between single quotes to double quotes. They went through the template's HTML
   * escapes, which don't know JavaScript: a quote in them is an entity, and a backslash stays as it
   * is. Texts between double quotes are data, and JSON already.
   */
  private static String toDoubleQuotes(String script, int start) {
    StringBuilder json = new StringBuilder(script.length());
    int i = start;
    while (i < script.length()) {
      char c = script.charAt(i);
      if (c == '"') {
        int end = endOfJsonText(script, i);
        json.append(script, i, end);
        i = end;
      } else if (c == '\'') {
        int end = script.indexOf('\'', i + 1);
        end = end < 0 ? script.length() : end;
        json.append('"');
        JsonStringEncoder.getInstance()
            .quoteAsString(HtmlEscape.unescapeHtml(script.substring(i + 1, end)), json);
        json.append('"');
        i = end + 1;
      } else {
        json.append(c);
        i++;
      }
    }
    return json.toString();
  }

  private static int endOfJsonText(String script, int start) {
    int i = start + 1;
    while (i < script.length() && script.charAt(i) != '"') {
      i += script.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i + 1, script.length());
  }
}
