package firesteel.sql;

import firesteel.api.completion.Completion;
import firesteel.api.completion.Completion.Match;
import firesteel.api.session.Session;
import firesteel.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;

/**
 * Completes SQL: columns of the tables that the statement names, also after an alias, tables,
 * functions and keywords; in {@code ${...}} Java.
 */
final class SqlCompletion {
  /** Keywords before a table. */
  private static final Set<String> BEFORE_TABLE =
      Set.of("FROM", "JOIN", "INTO", "UPDATE", "TABLE", "VIEW", "DESCRIBE", "DESC");

  /** Words that can't be a table's alias. */
  private static final Set<String> NO_ALIAS =
      Set.of(
          "WHERE",
          "GROUP",
          "ORDER",
          "ON",
          "USING",
          "JOIN",
          "INNER",
          "LEFT",
          "RIGHT",
          "FULL",
          "CROSS",
          "NATURAL",
          "LATERAL",
          "UNION",
          "LIMIT",
          "HAVING",
          "SET",
          "VALUES",
          "SELECT",
          "TABLESAMPLE",
          "WINDOW",
          "EXCEPT",
          "INTERSECT",
          "ANTI",
          "SEMI",
          "SORT",
          "CLUSTER");

  private final SqlNames names;
  private final SqlDialect dialect;

  SqlCompletion(SqlNames names, SqlDialect dialect) {
    this.names = names;
    this.dialect = dialect;
  }

  /** Completes; see {@link firesteel.api.magic.BodyCompleter}. */
  Completion complete(Session session, String sql, int cursor) {
    List<SqlToken> tokens = SqlScanner.tokens(sql, dialect);
    for (SqlToken token : tokens) {
      boolean open = !token.closed() || sql.startsWith("--", token.start());
      boolean within =
          token.start() < cursor && (cursor < token.end() || cursor == token.end() && open);
      if (within && token.kind() == Kind.PARAMETER && cursor >= token.start() + 2) {
        return java(session, sql, token, cursor);
      }
      if (within && (token.kind() == Kind.STRING || token.kind() == Kind.COMMENT)) {
        return Completion.none(cursor);
      }
    }
    int start = cursor;
    while (start > 0 && Character.isJavaIdentifierPart(sql.charAt(start - 1))) {
      start--;
    }
    String begin = sql.substring(start, cursor);
    List<SqlToken> statement = statementAt(tokens, sql, cursor);
    return new Completion(start, cursor, matches(sql, statement, start, begin));
  }

  private static Completion java(Session session, String sql, SqlToken parameter, int cursor) {
    int start = parameter.start() + 2;
    String expression = sql.substring(start, parameter.end() - (parameter.closed() ? 1 : 0));
    return session
        .complete(expression, Math.min(cursor - start, expression.length()))
        .movedBy(start);
  }

  private static List<SqlToken> statementAt(List<SqlToken> tokens, String sql, int cursor) {
    List<SqlToken> statement = new ArrayList<>();
    for (SqlToken token : tokens) {
      if (token.isSymbol(sql, ';')) {
        if (token.start() >= cursor) {
          break;
        }
        statement.clear();
      } else if (token.kind() != Kind.COMMENT) {
        statement.add(token);
      }
    }
    return statement;
  }

  private List<Match> matches(String sql, List<SqlToken> statement, int start, String begin) {
    List<SqlToken> before = statement.stream().filter(t -> t.end() <= start).toList();
    SqlToken last = before.isEmpty() ? null : before.get(before.size() - 1);
    Map<String, String> tables = tablesOf(sql, statement);
    if (last != null && last.isSymbol(sql, '.') && before.size() > 1) {
      String owner = before.get(before.size() - 2).name(sql);
      String table = tables.getOrDefault(owner.toLowerCase(Locale.ROOT), owner);
      return columns(List.of(table), begin);
    }
    List<Match> matches = new ArrayList<>();
    boolean tableWanted = last != null && BEFORE_TABLE.contains(upper(last, sql));
    if (!tableWanted) {
      matches.addAll(columns(List.copyOf(new LinkedHashSet<>(tables.values())), begin));
    }
    add(matches, names.tables(), begin, "table", "");
    if (!tableWanted) {
      if (!begin.isEmpty()) {
        add(matches, names.functions(), begin, "function", "");
      }
      matches.addAll(keywords(begin));
    }
    return matches;
  }

  private List<Match> columns(List<String> tables, String begin) {
    Map<String, Match> found = new LinkedHashMap<>();
    for (String table : tables) {
      for (SqlNames.Column column : names.columns(table)) {
        if (begins(column.name(), begin)) {
          String text = names.quoted(column.name());
          found.putIfAbsent(text, new Match(text, "property", column.type()));
        }
      }
    }
    return List.copyOf(found.values());
  }

  private void add(
      List<Match> matches, List<String> all, String begin, String type, String signature) {
    all.stream()
        .filter(name -> begins(name, begin))
        .sorted()
        .map(name -> new Match(names.quoted(name), type, signature))
        .forEach(matches::add);
  }

  private static boolean begins(String name, String begin) {
    return name.regionMatches(true, 0, begin, 0, begin.length());
  }

  /** Returns keywords of Spark's grammar, in the case of the typed text. */
  private static List<Match> keywords(String begin) {
    boolean lower = !begin.isEmpty() && begin.equals(begin.toLowerCase(Locale.ROOT));
    Map<String, Match> found = new TreeMap<>();
    for (int i = 1; i <= SqlBaseLexer.VOCABULARY.getMaxTokenType(); i++) {
      String literal = SqlBaseLexer.VOCABULARY.getLiteralName(i);
      String word = literal == null ? "" : literal.substring(1, literal.length() - 1);
      if (word.length() > 1 && word.matches("[A-Z_]+") && begins(word, begin)) {
        String text = lower ? word.toLowerCase(Locale.ROOT) : word;
        found.put(text, new Match(text, "keyword", ""));
      }
    }
    return List.copyOf(found.values());
  }

  /**
   * Returns the tables that a statement names: from alias or last name, in lower case, to whole
   * name.
   */
  private static Map<String, String> tablesOf(String sql, List<SqlToken> statement) {
    Map<String, String> tables = new LinkedHashMap<>();
    for (int i = 0; i + 1 < statement.size(); i++) {
      String word = upper(statement.get(i), sql);
      if (!Set.of("FROM", "JOIN", "INTO", "UPDATE", "TABLE").contains(word)) {
        continue;
      }
      int at = i + 1;
      do {
        at = addTable(sql, statement, at, tables);
      } while (word.equals("FROM")
          && at < statement.size()
          && statement.get(at++).isSymbol(sql, ','));
    }
    return tables;
  }

  private static int addTable(
      String sql, List<SqlToken> statement, int from, Map<String, String> tables) {
    int at = from;
    StringBuilder whole = new StringBuilder();
    String name = "";
    while (at < statement.size() && isName(statement.get(at))) {
      name = statement.get(at).name(sql);
      whole.append(statement.get(at).text(sql));
      at++;
      if (at >= statement.size() || !statement.get(at).isSymbol(sql, '.')) {
        break;
      }
      whole.append('.');
      at++;
    }
    if (name.isEmpty() || NO_ALIAS.contains(name.toUpperCase(Locale.ROOT))) {
      return at;
    }
    tables.put(name.toLowerCase(Locale.ROOT), whole.toString());
    if (at < statement.size() && statement.get(at).isWord(sql, "AS")) {
      at++;
    }
    if (at < statement.size()
        && isName(statement.get(at))
        && !NO_ALIAS.contains(upper(statement.get(at), sql))) {
      tables.put(statement.get(at).name(sql).toLowerCase(Locale.ROOT), whole.toString());
      at++;
    }
    return at;
  }

  private static boolean isName(SqlToken token) {
    return token.kind() == Kind.WORD || token.kind() == Kind.QUOTED_NAME;
  }

  private static String upper(SqlToken token, String sql) {
    return token.kind() == Kind.WORD ? token.text(sql).toUpperCase(Locale.ROOT) : "";
  }
}
