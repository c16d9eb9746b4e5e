package firesteel.engine.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * One line of the history file. Streaming JSON, because a data binder costs more start-up time than
 * reading five fields is worth.
 *
 * @param session an id of the session, unique over all kernels
 * @param time when the cell ended, milliseconds since 1970
 * @param line the cell's execution count
 * @param input the cell's text
 * @param output the plain text of its value; null when it had none
 * @param failed whether it ended with an error; written only when it did
 */
record HistoryRecord(
    String session, long time, int line, String input, String output, boolean failed) {
  private static final JsonFactory JSON = new JsonFactory();

  /** Returns this record as one line of JSON, without a line end. */
  String toJson() {
    StringWriter text = new StringWriter(input.length() + 64);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("session", session);
      json.writeNumberField("time", time);
      json.writeNumberField("line", line);
      json.writeStringField("input", input);
      if (output != null) {
        json.writeStringField("output", output);
      }
      if (failed) {
        json.writeBooleanField("failed", true);
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter does not fail", e);
    }
    return text.toString();
  }

  /** Parses a line; empty when it is incomplete or not a record. */
  static Optional<HistoryRecord> fromJson(byte[] bytes, int start, int length) {
    String session = null;
    String input = null;
    String output = null;
    boolean failed = false;
    long time = 0;
    int line = -1;
    try (JsonParser json = JSON.createParser(bytes, start, length)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "session" -> session = json.getValueAsString();
          case "time" -> time = json.getValueAsLong();
          case "line" -> line = json.getValueAsInt(-1);
          case "input" -> input = json.getValueAsString();
          case "output" -> output = json.getValueAsString();
          case "failed" -> failed = json.getValueAsBoolean();
          default -> json.skipChildren();
        }
      }
      if (json.currentToken() != JsonToken.END_OBJECT) {
        return Optional.empty();
      }
    } catch (IOException torn) {
      return Optional.empty();
    }
    return session == null || input == null || line < 0
        ? Optional.empty()
        : Optional.of(new HistoryRecord(session, time, line, input, output, failed));
  }
}
