package firesteel.sql;

import java.util.List;

/** What can be named in SQL, for completion. Quick; starts nothing and fails for nothing. */
interface SqlNames {
  List<String> tables();

  List<String> functions();

  /**
   * The columns of a table with their types.
   *
   * @param table its name as it stands in the statement, schema included
   * @return empty when there is no such table
   */
  List<Column> columns(String table);

  /**
   * The names of the columns that a query gives; the query is analysed and not run.
   *
   * @param query a statement that only reads, without parameters
   * @return empty when that can't be told
   */
  List<String> resultColumns(String query);

  /** A column. */
  record Column(String name, String type) {}

  /** How a name is written that is no plain identifier. */
  String quoted(String name);
}
