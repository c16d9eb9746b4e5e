package firesteel.tables;

import firesteel.api.session.SessionExtension;
import firesteel.api.table.TableConversion;
import java.util.List;
import org.apache.spark.sql.Dataset;
import tech.tablesaw.api.Table;

/** Gives cells the functions that convert Datasets to Tablesaw's tables, and back. */
public final class TablesExtension implements SessionExtension, TableConversion {
  private static final String SPARK = "org/apache/spark/sql/SparkSession.class";

  @Override
  public List<String> imports() {
    // The functions have Spark's types in their signatures.
    return TablesExtension.class.getClassLoader().getResource(SPARK) == null
        ? List.of()
        : List.of("static firesteel.tables.TablesawFunctions.*");
  }

  @Override
  public boolean converts(Object data) {
    return data instanceof Dataset<?>;
  }

  @Override
  public Converted convert(Object data, int rows) {
    int most = rows == 0 ? TablesawFunctions.MAX_ROWS : rows;
    Table table = TablesawFunctions.toTable((Dataset<?>) data, most);
    return new Converted(table, Table.class.getName(), "Table, " + table.shape());
  }
}
