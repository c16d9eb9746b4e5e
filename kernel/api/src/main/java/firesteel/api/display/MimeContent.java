package firesteel.api.display;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Creates bundles of MIME types that the user names. */
public final class MimeContent {
  private static final ObjectMapper JSON = new ObjectMapper();

  private MimeContent() {}

  /** Returns a bundle of text that is the content of the given types. */
  public static MimeBundle ofText(String text, String... mimeTypes) {
    Map<String, Object> data = new LinkedHashMap<>();
    String plain = text;
    for (String type : mimeTypes) {
      data.put(requireType(type), isJson(type) ? parse(text) : text);
      if (type.equals(MimeBundle.HTML)) {
        plain = Html.toText(text);
      }
    }
    data.putIfAbsent(MimeBundle.TEXT, plain);
    return new MimeBundle(data, Map.of());
  }

  /** Returns a value as those of the given MIME types that it has. */
  public static MimeBundle choose(Object value, MimeBundle rendered, String... mimeTypes) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put(MimeBundle.TEXT, rendered.text());
    Map<String, Object> metadata = new LinkedHashMap<>();
    int found = 0;
    for (String type : mimeTypes) {
      Object content = content(value, rendered, requireType(type));
      if (content == null) {
        continue;
      }
      found++;
      data.put(type, content);
      if (rendered.metadata().containsKey(type)) {
        metadata.put(type, rendered.metadata().get(type));
      }
    }
    if (found == 0) {
      throw new IllegalArgumentException(
          "a value of type "
              + value.getClass().getSimpleName()
              + " can't be shown as "
              + String.join(" or ", mimeTypes)
              + ", but as "
              + String.join(", ", rendered.data().keySet()));
    }
    return new MimeBundle(data, metadata, rendered.layout());
  }

  /** Returns the content of one type; null when the value has none. */
  private static Object content(Object value, MimeBundle rendered, String type) {
    Object content = rendered.data().get(type);
    if (content == null && isJson(type)) {
      return toJson(value);
    }
    return content == null && value instanceof byte[] bytes && type.startsWith("image/")
        ? Base64.getEncoder().encodeToString(bytes)
        : content;
  }

  /** Returns a value as JSON: text is parsed, any other value is converted by Jackson. */
  public static MimeBundle json(Object value) {
    Object tree = value instanceof CharSequence text ? parse(text.toString()) : toJson(value);
    try {
      String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
      Map<String, Object> data = new LinkedHashMap<>();
      data.put(MimeBundle.TEXT, text);
      data.put(MimeBundle.JSON, tree);
      return new MimeBundle(data, Map.of());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static boolean isJson(String type) {
    return type.equals(MimeBundle.JSON) || type.endsWith("+json");
  }

  private static String requireType(String type) {
    if (!type.matches("[\\w.+-]+/[\\w.+-]+")) {
      throw new IllegalArgumentException(
          "\"" + type + "\" is no MIME type such as text/html or image/png");
    }
    return type;
  }

  private static Object parse(String text) {
    try {
      return JSON.readValue(text, Object.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static Object toJson(Object value) {
    return JSON.convertValue(value, Object.class);
  }
}
