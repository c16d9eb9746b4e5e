package firesteel.app;

import firesteel.engine.Cell;
import firesteel.engine.CellOutputs;
import firesteel.engine.CellResult;
import firesteel.engine.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * The training run for the class archive: does once what kernels do first, so that the classes of
 * all that are in the archive.
 */
@Command(
    name = "warm-up",
    hidden = true,
    description = "Does what kernels do first, as the training run for Java's class archive.",
    mixinStandardHelpOptions = true)
final class WarmUpCommand implements Callable<Integer> {
  private static final List<String> CELLS =
      List.of(
          "1 + 1",
          "int x = 21; String s = \"text\"; x * 2",
          "record Point(int x, int y) {}\nvar points = List.of(new Point(1, 2), new Point(3, 4));\npoints",
          "for (int i = 0; i < 3; i++) { System.out.println(i); }",
          "int twice(int n) { return 2 * n; }\ntwice(21)",
          "Map.of(\"a\", 1)",
          "undefined + 1",
          "throw new IllegalStateException(\"expected\");",
          "%lsmagic",
          "display(html(\"<b>x</b>\"))",
          "spark.range(1000).count()",
          "var data = spark.range(100).selectExpr(\"id\", \"id % 7 as k\", \"cast(id as string) as name\"); data",
          "data.groupBy(\"k\").count().orderBy(\"k\")",
          "sql(\"select 1 as one\").show()",
          "data.filter((FilterFunction<Row>) row -> row.getLong(0) > 90).count()");

  @Override
  public Integer call() throws Exception {
    try (Session session = SessionFactory.forRun(java.nio.file.Path.of("").toAbsolutePath())) {
      session.start();
      for (String code : CELLS) {
        CellResult result = session.execute(new Cell(code, true, false), CellOutputs.none());
        System.out.println(
            "Warmed up: "
                + code.lines().findFirst().orElse("")
                + result.error().map(e -> " -> " + e.name()).orElse(""));
      }
      session.complete("points.get(0).", 14);
      session.complete("spark.re", 8);
      session.inspect("spark.range", 8, true);
      session.completeness("int y = ");
    }
    return 0;
  }
}
