package firesteel.spark;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.Cell;
import firesteel.api.session.CellOutputs;
import firesteel.api.session.CellResult;
import firesteel.api.session.Session;
import firesteel.spark.master.Connection;
import firesteel.spark.master.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalClusterTest {
  private static final Path HOME = Path.of(System.getenv("SPARK_HOME"));

  @TempDir Path folder;
  private Session session;

  private String value(String code) {
    CellResult result = session.execute(Cell.of(code), CellOutputs.none());
    assertThat(result.error()).isEmpty();
    return result.value().map(MimeBundle::text).orElse(null);
  }

  @Test
  void executors_are_processes_of_their_own_on_the_loopback_address() throws Exception {
    SparkExtension extension = new SparkExtension(SparkCase.options(folder));
    try (Session opened = SparkCase.session(extension, folder)) {
      session = opened;
      extension.connect(Connection.to(Target.parse("local-cluster[1,1,1024]")));
      value("Row row = spark.range(100).selectExpr(\"sum(id)\").collectAsList().get(0);");
      assertThat(value("row.getLong(0)")).isEqualTo("4950");
      value("var all = sc.sc().statusTracker().getExecutorInfos();");
      assertThat(value("all.length > 1 && all[0].host().equals(\"127.0.0.1\")")).isEqualTo("true");
      assertThat(HOME.resolve("jars")).isDirectoryNotContaining(Files::isDirectory);
      extension.connect(Connection.DEFAULT);
      assertThat(value("sc.master() + spark.range(3).count()")).contains("local[2]3");
    }
    assertThat(HOME).doesNotExist();
  }
}
