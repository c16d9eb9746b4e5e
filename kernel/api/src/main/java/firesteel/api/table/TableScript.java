package firesteel.api.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** The script that adds controls to a table. */
final class TableScript {
  /** The script without comments, since every table's output contains it. */
  static final String TEXT = read();

  private TableScript() {}

  private static String read() {
    try (InputStream in = TableScript.class.getResourceAsStream("table.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.startsWith("//"))
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
