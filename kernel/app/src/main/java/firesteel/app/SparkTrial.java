package firesteel.app;

import firesteel.api.display.MimeBundle;
import firesteel.api.session.Cell;
import firesteel.api.session.CellOutputs;
import firesteel.api.session.CellResult;
import firesteel.api.session.Session;
import firesteel.app.doctor.Finding;
import java.nio.file.Path;
import java.util.Optional;

/** Checks Spark: starts it as a notebook does, and runs a job. */
final class SparkTrial {
  private static final String SUBJECT = "Spark's start";

  private SparkTrial() {}

  static Finding run() {
    long start = System.nanoTime();
    try (Session session = SessionFactory.forRun(Path.of("").toAbsolutePath(), Optional.empty())) {
      CellResult result =
          session.execute(new Cell("spark.range(1000).count()", true, false), CellOutputs.none());
      String value = result.value().map(MimeBundle::text).orElse("");
      if (value.equals("1000")) {
        return new Finding(
            Finding.Level.OK,
            SUBJECT,
            "a first job ran after %.1f s".formatted((System.nanoTime() - start) / 1e9),
            "");
      }
      return new Finding(
          Finding.Level.PROBLEM,
          SUBJECT,
          result
              .error()
              .map(error -> String.join("\n", error.traceback()))
              .orElse("the count of 1000 rows is " + value),
          "");
    }
  }
}
