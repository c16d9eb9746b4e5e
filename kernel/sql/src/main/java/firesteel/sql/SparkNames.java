package firesteel.sql;

import firesteel.api.spark.SessionSpark;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.slf4j.LoggerFactory;

/**
 * Lists what can be named in Spark's SQL. Uses commands and schemas, which Spark answers at once:
 * no job runs. Starts no Spark.
 *
 * @param extension the session's Spark
 */
record SparkNames(SessionSpark extension) implements SqlNames {
  /** Returns the tables and views of the current schema, and temporary views. */
  @Override
  public List<String> tables() {
    return list("SHOW TABLES", "tableName");
  }

  @Override
  public List<String> functions() {
    return list("SHOW FUNCTIONS", "function").stream()
        .filter(name -> Character.isJavaIdentifierStart(name.charAt(0)))
        .toList();
  }

  @Override
  public List<Column> columns(String table) {
    return ask(
        spark ->
            Arrays.stream(spark.table(table).schema().fields())
                .map(field -> new Column(field.name(), field.dataType().simpleString()))
                .toList());
  }

  @Override
  public List<String> resultColumns(String query) {
    return ask(spark -> List.of(spark.sql(query).schema().fieldNames()));
  }

  @Override
  public String quoted(String name) {
    return name.matches("\\w+") ? name : "`" + name.replace("`", "``") + "`";
  }

  private List<String> list(String command, String column) {
    return ask(
        spark ->
            spark.sql(command).collectAsList().stream()
                .map(row -> row.<String>getAs(column))
                .toList());
  }

  private interface Question<T> {
    List<T> of(SparkSession spark) throws Exception;
  }

  private <T> List<T> ask(Question<T> question) {
    Optional<SparkSession> spark = extension.runningSession().map(SparkSession.class::cast);
    try {
      return spark.isEmpty() ? List.of() : question.of(spark.get());
    } catch (Exception e) {
      // The table is missing, or Spark is stopping; Scala's methods declare no exceptions, so all
      // are caught.
      LoggerFactory.getLogger(SparkNames.class).debug("nothing to propose", e);
      return List.of();
    }
  }
}
