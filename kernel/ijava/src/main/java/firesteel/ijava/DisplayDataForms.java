package firesteel.ijava;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.ToNumberPolicy;
import firesteel.api.display.Html;
import firesteel.api.display.MimeBundle;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.LinkedHashMap;
import java.util.Map;

/** Converts between IJava's display data and Firesteel's MIME bundles. */
public final class DisplayDataForms {
  private static final Gson GSON =
      new GsonBuilder()
          .disableHtmlEscaping()
          .serializeSpecialFloatingPointValues()
          .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
          .create();

  private DisplayDataForms() {}

  /**
   * Converts IJava's display data. Its content can only be listed by writing it as JSON, which is
   * also how IJava sends it to the frontend.
   */
  public static MimeBundle bundle(DisplayData shown) {
    JsonObject written = GSON.toJsonTree(shown).getAsJsonObject();
    Map<String, Object> data = new LinkedHashMap<>();
    members(written, "data").forEach((type, content) -> data.put(type, content(type, content)));
    data.computeIfAbsent(
        MimeBundle.TEXT,
        type -> data.get(MimeBundle.HTML) instanceof String html ? Html.toText(html) : "");
    Map<String, Object> metadata = new LinkedHashMap<>();
    members(written, "metadata").forEach((key, value) -> metadata.put(key, plain(value)));
    return new MimeBundle(data, metadata);
  }

  private static Map<String, JsonElement> members(JsonObject written, String name) {
    JsonElement member = written.get(name);
    return member == null || member.isJsonNull() ? Map.of() : member.getAsJsonObject().asMap();
  }

  /** Converts one content; IJava keeps JSON as text. */
  private static Object content(String type, JsonElement content) {
    boolean isText = content.isJsonPrimitive() && content.getAsJsonPrimitive().isString();
    if (isText && (type.equals(MimeBundle.JSON) || type.endsWith("+json"))) {
      try {
        return plain(JsonParser.parseString(content.getAsString()));
      } catch (JsonParseException e) {
        return content.getAsString(); // A JSON string is JSON too.
      }
    }
    boolean isJson = content.isJsonObject() || content.isJsonArray();
    return isText || isJson ? plain(content) : content.getAsString();
  }

  private static Object plain(JsonElement json) {
    return GSON.fromJson(json, Object.class);
  }

  /** Converts a bundle to IJava's display data. */
  public static DisplayData displayData(MimeBundle bundle) {
    DisplayData data = new DisplayData(bundle.text());
    bundle.data().forEach(data::putData);
    bundle.metadata().forEach(data::putMetaData);
    return data;
  }
}
