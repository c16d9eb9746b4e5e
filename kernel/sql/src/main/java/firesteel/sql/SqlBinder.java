package firesteel.sql;

import firesteel.api.error.MagicException;
import firesteel.api.magic.MagicContext;
import firesteel.source.TextLine;
import firesteel.sql.SqlToken.Kind;
import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Replaces a statement's {@code ${...}} by markers, and evaluates the expressions. A collection
 * directly within {@code IN (...)} becomes as many markers as it has elements.
 */
final class SqlBinder {
  private final SqlStatement statement;
  private final SqlErrors errors;
  private final SqlTarget target;
  private final StringBuilder text = new StringBuilder();
  private final List<Object> values = new ArrayList<>();
  private final List<BoundSql.Marker> markers = new ArrayList<>();

  private SqlBinder(SqlStatement statement, SqlErrors errors, SqlTarget target) {
    this.statement = statement;
    this.errors = errors;
    this.target = target;
  }

  /**
   * Binds a statement.
   *
   * @param context evaluates the expressions
   * @param target decides how values and markers are written
   * @throws MagicException where a parameter isn't allowed; with the place
   * @throws Exception what an expression threw
   */
  static BoundSql bind(
      SqlStatement statement, MagicContext context, SqlErrors errors, SqlTarget target)
      throws Exception {
    SqlBinder binder = new SqlBinder(statement, errors, target);
    binder.checkQuotes();
    return binder.run(context);
  }

  private BoundSql run(MagicContext context) throws Exception {
    String script = statement.script();
    Deque<Boolean> lists = new ArrayDeque<>();
    SqlToken before = null;
    int copied = statement.start();
    for (SqlToken token : statement.tokens()) {
      if (token.isSymbol(script, '(')) {
        lists.push(before != null && before.isWord(script, "IN"));
      } else if (token.isSymbol(script, ')') && !lists.isEmpty()) {
        lists.pop();
      } else if (token.kind() == Kind.PARAMETER) {
        text.append(script, copied, token.start());
        put(token, evaluate(token, context), !lists.isEmpty() && lists.peek());
        copied = token.end();
      }
      before = token;
    }
    text.append(script, copied, statement.end());
    return new BoundSql(statement, text.toString(), values, List.copyOf(markers));
  }

  private Object evaluate(SqlToken token, MagicContext context) throws Exception {
    String script = statement.script();
    if (!token.closed()) {
      throw errors.at(token, "this ${ is not closed: its } is missing");
    }
    String expression = script.substring(token.start() + 2, token.end() - 1);
    if (expression.isBlank()) {
      throw errors.at(token, "${} is empty: a Java expression belongs in it");
    }
    // The lines above keep the compiler's line numbers those of the cell.
    return context.evaluate(expression, TextLine.at(script, token.start()).number());
  }

  private void put(SqlToken token, Object value, boolean inList) throws MagicException {
    int start = text.length();
    if (inList && elements(value) != null) {
      List<?> elements = elements(value);
      if (elements.isEmpty()) {
        throw errors.at(
            token,
            "this collection is empty, and SQL has no IN (); leave the condition out, or run the"
                + " statement only when there is something in it");
      }
      for (int i = 0; i < elements.size(); i++) {
        text.append(i == 0 ? "" : ", ");
        putMarker(token, elements.get(i));
      }
    } else {
      putMarker(token, value);
    }
    markers.add(new BoundSql.Marker(start, text.length(), token));
    char next = token.end() < statement.end() ? statement.script().charAt(token.end()) : ' ';
    if (Character.isJavaIdentifierPart(next)) {
      text.append(' '); // Otherwise what follows would become a part of the marker.
    }
  }

  private void putMarker(SqlToken token, Object value) throws MagicException {
    try {
      values.add(target.bindable(value));
    } catch (IllegalArgumentException e) {
      throw errors.at(token, e.getMessage());
    }
    text.append(target.marker(values.size()));
  }

  /** Returns the elements of a collection or an array; null for anything else, including bytes. */
  static List<?> elements(Object value) {
    if (value instanceof Collection<?> collection) {
      return new ArrayList<>(collection);
    }
    if (value == null || !value.getClass().isArray() || value instanceof byte[]) {
      return null;
    }
    return IntStream.range(0, Array.getLength(value)).mapToObj(i -> Array.get(value, i)).toList();
  }

  /** Refuses parameters in quotes: they would be plain text, which is most probably not meant. */
  private void checkQuotes() throws MagicException {
    String script = statement.script();
    for (SqlToken token : statement.tokens()) {
      if (token.kind() != Kind.STRING && token.kind() != Kind.QUOTED_NAME) {
        continue;
      }
      int start = script.indexOf("${", token.start());
      int end = start < 0 ? -1 : script.indexOf('}', start);
      if (start < 0 || end < 0 || end >= token.end()) {
        continue;
      }
      String parameter = script.substring(start, end + 1);
      throw errors.at(
          start,
          end + 1,
          token.kind() == Kind.STRING
              ? parameter
                  + " stands in quotes, where it is plain text. A value is bound, not pasted:"
                  + " write it without quotes"
              : errors.notAName(parameter));
    }
  }
}
