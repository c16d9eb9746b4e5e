package firesteel.sql;

import java.util.List;

/** Lists what can be named in SQL, for completion. Fast; starts nothing and never fails. */
interface SqlNames {
  List<String> tables();

  List<String> functions();

  /**
   * Returns the columns of a table with their types.
   *
   * @param table its name as it stands in the statement, schema included
   * @return empty when there is no such table
   */
  List<Column> columns(String table);

  /**
   * Returns the names of the columns of a query, which is analysed and not run.
   *
   * @param query a statement that only reads, without parameters
   * @return empty when they can't be determined
   */
  List<String> resultColumns(String query);

  /** A column. */
  record Column(String name, String type) {}

  /** Quotes a name that is not a plain identifier. */
  String quoted(String name);
}
