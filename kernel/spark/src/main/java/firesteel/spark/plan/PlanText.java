package firesteel.spark.plan;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Expression;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Parts of plans as a user would write them: without the numbers that Spark gives to columns. */
final class PlanText {
  private static final int MAX_ITEMS = 25;

  private PlanText() {}

  /** Expressions as SQL; Scala's types don't say that named ones are expressions too. */
  static String of(Seq<?> expressions) {
    return listed(
        CollectionConverters.asJava(expressions).stream()
            .map(expression -> of((Expression) expression))
            .toList());
  }

  /** An expression as SQL. */
  static String of(Expression expression) {
    return expression.sql().replace("`", "");
  }

  /** Texts behind each other, very many only counted. */
  static String listed(List<String> texts) {
    List<String> shown = new ArrayList<>(texts.subList(0, Math.min(texts.size(), MAX_ITEMS)));
    if (texts.size() > MAX_ITEMS) {
      shown.add("… %,d more".formatted(texts.size() - MAX_ITEMS));
    }
    return String.join(", ", shown);
  }

  /** A part of a line of details; nothing when there is nothing to tell. */
  static String part(String title, String text) {
    return text.isEmpty() ? "" : title + text;
  }

  /** Details behind each other. */
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
