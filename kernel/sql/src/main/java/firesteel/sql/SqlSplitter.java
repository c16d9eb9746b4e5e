package firesteel.sql;

import firesteel.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a text into statements at semicolons, except those in strings, names, comments and
 * parameters, and within {@code BEGIN ... END} of a script, a trigger or a procedure.
 */
final class SqlSplitter {
  /** Words after END of a block that doesn't begin with BEGIN or CASE. */
  private static final List<String> OTHER_BLOCKS = List.of("IF", "WHILE", "LOOP", "REPEAT", "FOR");

  /** Words after BEGIN of a transaction. */
  private static final List<String> TRANSACTION =
      List.of("TRANSACTION", "WORK", "DEFERRED", "IMMEDIATE", "EXCLUSIVE", "ISOLATION", "READ");

  private static final List<String> WITH_BODY = List.of("TRIGGER", "PROCEDURE", "FUNCTION");

  private final String sql;
  private final List<SqlStatement> statements = new ArrayList<>();
  private List<SqlToken> current = new ArrayList<>();
  private int depth;

  private SqlSplitter(String sql) {
    this.sql = sql;
  }

  /** Returns the statements of a text in order; leaves out pieces of comments only. */
  static List<SqlStatement> split(String sql, SqlDialect dialect) {
    SqlSplitter splitter = new SqlSplitter(sql);
    List<SqlToken> tokens =
        SqlScanner.tokens(sql, dialect).stream().filter(t -> t.kind() != Kind.COMMENT).toList();
    for (int i = 0; i < tokens.size(); i++) {
      splitter.take(tokens.get(i), i + 1 < tokens.size() ? tokens.get(i + 1) : null);
    }
    splitter.end();
    return List.copyOf(splitter.statements);
  }

  private void take(SqlToken token, SqlToken next) {
    if (token.isSymbol(sql, ';') && depth == 0) {
      end();
      return;
    }
    if (token.isWord(sql, "BEGIN") && opensBlock(next) || token.isWord(sql, "CASE") && depth > 0) {
      depth += endsBefore(token) ? 0 : 1;
    } else if (token.isWord(sql, "END") && depth > 0 && !endsOtherBlock(next)) {
      depth--;
    }
    current.add(token);
  }

  /** Whether END is before the word: then the word names what ends, and opens nothing. */
  private boolean endsBefore(SqlToken token) {
    return token.isWord(sql, "CASE") && lastIs("END");
  }

  private boolean lastIs(String word) {
    return !current.isEmpty() && current.get(current.size() - 1).isWord(sql, word);
  }

  private boolean opensBlock(SqlToken next) {
    if (depth > 0) {
      return true;
    }
    boolean labelled =
        current.size() == 2
            && current.get(0).kind() != Kind.SYMBOL
            && current.get(1).isSymbol(sql, ':');
    if (current.isEmpty() || labelled) {
      return next != null
          && !next.isSymbol(sql, ';')
          && TRANSACTION.stream().noneMatch(word -> next.isWord(sql, word));
    }
    return current.get(0).isWord(sql, "CREATE")
        && current.stream().anyMatch(t -> WITH_BODY.stream().anyMatch(w -> t.isWord(sql, w)));
  }

  private boolean endsOtherBlock(SqlToken next) {
    return next != null && OTHER_BLOCKS.stream().anyMatch(word -> next.isWord(sql, word));
  }

  private void end() {
    if (!current.isEmpty()) {
      int start = current.get(0).start();
      int end = current.get(current.size() - 1).end();
      statements.add(new SqlStatement(sql, start, end, List.copyOf(current)));
    }
    current = new ArrayList<>();
    depth = 0;
  }
}
