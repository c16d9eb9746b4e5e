package firesteel.spark.plan;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Expression;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Writes parts of plans as a user would: without the numbers that Spark adds to columns. */
final class PlanText {
  private static final int MAX_ITEMS = 25;

  private PlanText() {}

  /** Returns expressions as SQL; Scala's types don't show that named ones are expressions too. */
  static String of(Seq<?> expressions) {
    return listed(
        CollectionConverters.asJava(expressions).stream()
            .map(expression -> of((Expression) expression))
            .toList());
  }

  /** Returns an expression as SQL. */
  static String of(Expression expression) {
    return expression.sql().replace("`", "");
  }

  /** Joins texts; of very many only counts the rest. */
  static String listed(List<String> texts) {
    List<String> shown = new ArrayList<>(texts.subList(0, Math.min(texts.size(), MAX_ITEMS)));
    if (texts.size() > MAX_ITEMS) {
      shown.add("… %,d more".formatted(texts.size() - MAX_ITEMS));
    }
    return String.join(", ", shown);
  }

  /** Returns a part of a line of details; nothing when the text is empty. */
  static String part(String title, String text) {
    return text.isEmpty() ? "" : title + text;
  }

  /** Joins details. */
  static String joined(String... parts) {
    List<String> there = new ArrayList<>();
    for (String part : parts) {
      if (!part.isEmpty()) {
        there.add(part);
      }
    }
    return String.join("; ", there);
  }
}
