package firesteel.engine.display;

import firesteel.api.display.Images;
import firesteel.api.display.MimeBundle;
import firesteel.api.display.PlainText;
import firesteel.api.display.RowReader;
import firesteel.api.display.ValueTexts;
import firesteel.api.table.ResultSetReader;
import firesteel.api.table.RowReaders;
import firesteel.api.table.RowTable;
import firesteel.api.table.Table;
import firesteel.api.table.TableReader;
import firesteel.api.table.TableRequest;
import firesteel.api.table.Tables;
import java.awt.image.RenderedImage;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Renders values of Java's own types, and any other value by its {@code toString()}. */
final class StandardRenderer {
  private static final int SHORT = 80;

  /** Matches the default text of an array, a lambda or another object in the text of a record. */
  private static final Pattern OBJECT_ID = Pattern.compile("[\\w;]@[0-9a-f]{3,8}\\b");

  private final RowReaders rowReaders;

  StandardRenderer(RowReaders rowReaders) {
    this.rowReaders = rowReaders;
  }

  MimeBundle render(Object value) throws Exception {
    if (value instanceof MimeBundle bundle) {
      return bundle;
    }
    if (value instanceof CharSequence || value instanceof Number || value instanceof Character) {
      return MimeBundle.text(PlainText.of(value));
    }
    if (value instanceof byte[] bytes && Images.mimeType(bytes).isPresent()) {
      return Images.bundle(bytes);
    }
    if (value instanceof RenderedImage image) {
      return Images.bundle(image);
    }
    if (value instanceof Map<?, ?> map) {
      return renderMap(map);
    }
    if (value instanceof Collection<?> collection) {
      return table(collection.iterator(), collection.size())
          .map(Table::toBundle)
          .orElseGet(() -> MimeBundle.text(PlainText.of(value)));
    }
    if (value instanceof Object[] array) {
      return table(Arrays.asList(array).iterator(), array.length)
          .map(Table::toBundle)
          .orElseGet(() -> MimeBundle.text(PlainText.of(value)));
    }
    if (PlainText.isContainer(value)) {
      return MimeBundle.text(PlainText.of(value));
    }
    if (value instanceof ResultSet result) {
      return new ResultSetReader().read(result, TableRequest.rows(Table.TEXT_ROWS)).toBundle();
    }
    return renderObject(value);
  }

  private static MimeBundle renderMap(Map<?, ?> map) {
    List<List<Object>> rows = new ArrayList<>();
    Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
    while (entries.hasNext() && rows.size() < Table.HTML_ROWS) {
      Map.Entry<?, ?> entry = entries.next();
      List<Object> row = new ArrayList<>();
      row.add(inside(entry.getKey(), map));
      row.add(inside(entry.getValue(), map));
      rows.add(row);
    }
    String text = PlainText.of(map);
    if (rows.isEmpty()) {
      return MimeBundle.text(text);
    }
    Table table = new Table(columns("key", "value"), rows, map.size());
    boolean isShort = text.length() <= SHORT && text.indexOf('\n') < 0;
    MimeBundle shown = isShort ? MimeBundle.text(text) : table.textTable().toBundle();
    return shown.withHtml(table.toHtml());
  }

  private static Object inside(Object part, Map<?, ?> whole) {
    return part == whole ? "(this Map)" : part;
  }

  private MimeBundle renderObject(Object value) throws Exception {
    Optional<TableReader> plugIn = Tables.plugIn(value);
    if (plugIn.isPresent()) {
      return plugIn.get().read(value, TableRequest.rows(Table.TEXT_ROWS)).toBundle();
    }
    Optional<RowReader<Object>> reader = rowReaders.of(value.getClass());
    if (reader.isEmpty()) {
      return MimeBundle.text(PlainText.of(value));
    }
    Map<String, Object> row = reader.get().read(value);
    String text = PlainText.of(value);
    if (isDefaultText(value.getClass()) || value instanceof Record && needsOwnForm(text, row)) {
      text = inOneLine(value, row);
    }
    if (row.isEmpty()) {
      return MimeBundle.text(text);
    }
    List<List<Object>> rows = new ArrayList<>();
    row.forEach(
        (name, part) -> {
          List<Object> line = new ArrayList<>();
          line.add(name);
          line.add(part);
          rows.add(line);
        });
    Table table = new Table(columns("name", "value"), rows, rows.size());
    return MimeBundle.text(text).withHtml(table.toHtml());
  }

  /** Whether a record's own text contains objects that this renderer writes better. */
  private static boolean needsOwnForm(String text, Map<String, Object> row) {
    return OBJECT_ID.matcher(text).find()
        || row.values().stream().anyMatch(part -> ValueTexts.of(part).isPresent());
  }

  private static String inOneLine(Object value, Map<String, Object> row) {
    return row.entrySet().stream()
        .map(part -> part.getKey() + "=" + PlainText.of(part.getValue()))
        .collect(Collectors.joining(", ", value.getClass().getSimpleName() + "[", "]"));
  }

  private static boolean isDefaultText(Class<?> type) {
    try {
      return type.getMethod("toString").getDeclaringClass() == Object.class;
    } catch (NoSuchMethodException e) {
      throw new AssertionError("every class has toString()", e);
    }
  }

  /** Returns a table of the values of a collection; empty when they aren't all rows. */
  private Optional<Table> table(Iterator<?> values, int total) throws Exception {
    return RowTable.of(values, Table.HTML_ROWS, total, rowReaders);
  }

  private static List<Table.Column> columns(String... names) {
    return List.of(names).stream().map(Table.Column::of).toList();
  }
}
