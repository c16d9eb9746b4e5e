package firesteel.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads the word lists and figures beside the generators. JSON, because executors read no CSV. */
final class JsonResource {
  private JsonResource() {}

  static <T> T read(String name, Class<T> type) {
    try (InputStream in = JsonResource.class.getResourceAsStream(name)) {
      return new ObjectMapper().readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " is not readable in this jar", e);
    }
  }
}
