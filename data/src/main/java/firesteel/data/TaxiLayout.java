package firesteel.data;

import java.util.List;
import java.util.Map;

/**
 * The columns of the files of some months: those of the dataset, some with another type or name.
 *
 * @param firstMonth the first month with this layout, counted from 0
 * @param columns the columns of the files
 */
record TaxiLayout(int firstMonth, List<Column> columns) {
  /** Returns the columns of a dataset with other types for some names. */
  static TaxiLayout retyped(int firstMonth, List<Column> columns, Map<String, ColumnType> types) {
    return new TaxiLayout(
        firstMonth,
        columns.stream()
            .map(column -> column.withType(types.getOrDefault(column.name(), column.type())))
            .toList());
  }

  /** Returns this layout with another name of a column. */
  TaxiLayout renamed(String name, String other) {
    return new TaxiLayout(
        firstMonth,
        columns.stream()
            .map(
                column ->
                    column.name().equals(name)
                        ? new Column(other, column.type(), column.description(), column.dirt())
                        : column)
            .toList());
  }

  /** Gives the values of a row of the dataset the types of this layout. */
  void convert(Object[] values) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof Number number) {
        values[i] =
            switch (columns.get(i).type()) {
              case INTEGER -> (Object) number.intValue();
              case LONG -> number.longValue();
              default -> number.doubleValue();
            };
      }
    }
  }
}
