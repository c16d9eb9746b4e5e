package firesteel.sql;

import firesteel.api.chart.ChartOptions;
import firesteel.api.completion.Completion;
import firesteel.api.display.MimeBundle;
import firesteel.api.error.MagicException;
import firesteel.api.magic.MagicContext;
import firesteel.api.magic.ShownValue;
import firesteel.api.session.Session;
import firesteel.api.spark.SessionSpark;
import firesteel.api.table.TableConversion;
import java.util.List;
import java.util.Optional;
import javax.lang.model.SourceVersion;

/**
 * Runs one use of the magic: its statements one after the other, and returns the last one's result.
 */
public final class SqlRun {
  /** The rows of a database that are shown, unless {@code --limit} sets another number. */
  private static final int SHOWN_ROWS = 200;

  /** The rows of a database that a variable gets, unless {@code --limit} sets another number. */
  private static final int MAX_ROWS = 1_000_000;

  private final MagicContext context;
  private final SqlOptions options;
  private final String text;
  private final int column;

  private SqlRun(MagicContext context, SqlOptions options, String text, int column) {
    this.context = context;
    this.options = options;
    this.text = text;
    this.column = column;
  }

  /** Returns the run of the text after {@code %sql}. */
  public static SqlRun ofLine(MagicContext context, SqlOptions options, String sql) {
    String line =
        context.cell().code().lines().skip(context.origin().line() - 1L).findFirst().orElse("");
    return new SqlRun(context, options, sql, Math.max(0, line.lastIndexOf(sql)));
  }

  /** Returns the run of the text below {@code %%sql}. */
  public static SqlRun ofCell(MagicContext context, SqlOptions options, String body) {
    return new SqlRun(context, options, body, 0);
  }

  /**
   * Runs the statements.
   *
   * @return the last statement's rows, drawn; null when it has none or they went elsewhere
   */
  public Object run() throws Exception {
    check();
    SqlTarget target = target();
    checkForMagics(target.dialect());
    List<SqlStatement> statements = SqlSplitter.split(text, target.dialect());
    if (statements.isEmpty()) {
      if (text.isBlank() || options.into() != null || options.chart() != null) {
        throw new MagicException("there is no statement to run");
      }
      return null; // Only comments.
    }
    for (SqlStatement statement : statements.subList(0, statements.size() - 1)) {
      SqlAnswer answer = run(statement, target);
      context.println(
          (answer.hasRows() ? "not shown" : answer.done()) + "  " + statement.summary());
    }
    return finish(statements.get(statements.size() - 1), target);
  }

  private void check() throws MagicException {
    String name = options.into();
    if (name != null && (!SourceVersion.isIdentifier(name) || SourceVersion.isKeyword(name))) {
      throw new MagicException(
          "--into needs the name of a Java variable, and " + name + " is not one");
    }
    if (options.chart() != null) {
      ChartOptions.charts(context.session()).checkKind(options.chart()); // Before anything runs.
    }
    if (options.table() && (name == null || options.jdbc() != null)) {
      throw new MagicException(
          "--table belongs to --into and to Spark; of a database --into makes a list of maps");
    }
    if (options.limit() != null && options.limit() < 1) {
      throw new MagicException("--limit needs a number of rows from 1 on");
    }
  }

  /**
   * Refuses a cell magic in the middle, which would be a syntax error that doesn't mention magics.
   */
  private void checkForMagics(SqlDialect dialect) throws MagicException {
    StringBuilder outside = new StringBuilder(text);
    for (SqlToken token : SqlScanner.tokens(text, dialect)) {
      if (token.kind() != SqlToken.Kind.SYMBOL && token.kind() != SqlToken.Kind.WORD) {
        for (int i = token.start(); i < token.end(); i++) {
          outside.setCharAt(i, outside.charAt(i) == '\n' ? '\n' : ' ');
        }
      }
    }
    context.refuseCellMagicIn(outside.toString());
  }

  /** Whether the options ask for something other than running a statement; if so, does it. */
  public static boolean managesConnections(MagicContext context, SqlOptions options, String rest)
      throws Exception {
    JdbcCommands commands = new JdbcCommands(context, options);
    if (options.connect() != null) {
      commands.connect(rest);
    } else if (options.connections()) {
      commands.list();
    } else if (options.close() != null) {
      commands.close();
    } else {
      return false;
    }
    return true;
  }

  /** Completes SQL; see {@link firesteel.api.magic.BodyCompleter}. */
  public static Completion complete(Session session, SqlOptions options, String sql, int cursor) {
    return KnownNames.of(session, Optional.ofNullable(options.jdbc()))
        .map(known -> new SqlCompletion(known.names(), known.dialect()))
        .map(completion -> completion.complete(session, sql, cursor))
        .orElseGet(() -> Completion.none(cursor));
  }

  private SqlTarget target() throws Exception {
    if (options.jdbc() != null) {
      int rows = options.into() == null && options.chart() == null ? SHOWN_ROWS : MAX_ROWS;
      return new JdbcTarget(
          new JdbcCommands(context, options).wanted(),
          options.limit() == null ? rows : options.limit());
    }
    SessionSpark spark =
        context
            .session()
            .extension(SessionSpark.class)
            .orElseThrow(() -> new MagicException("this kernel runs without Spark"));
    return new SparkTarget(spark, context.session(), options.limit() == null ? 0 : options.limit());
  }

  private SqlErrors errors(SqlTarget target) {
    return new SqlErrors(text, context.origin(), column, target.dialect());
  }

  private BoundSql bind(SqlStatement statement, SqlTarget target) throws Exception {
    return SqlBinder.bind(statement, context, errors(target), target);
  }

  private SqlAnswer run(SqlStatement statement, SqlTarget target) throws Exception {
    BoundSql sql = bind(statement, target);
    return explained(sql, target, () -> target.run(sql));
  }

  private Object finish(SqlStatement statement, SqlTarget target) throws Exception {
    BoundSql sql = bind(statement, target);
    if (options.explain()) {
      context.println(explained(sql, target, () -> target.explain(sql)));
      return null;
    }
    return explained(sql, target, () -> finish(target.run(sql), statement));
  }

  private Object finish(SqlAnswer answer, SqlStatement statement) throws Exception {
    if (!answer.hasRows()) {
      context.println(answer.done() + "  " + statement.summary());
      return null;
    }
    if (options.into() != null) {
      if (options.table()) {
        defineTable(answer.value());
      } else {
        context.define(answer.typeName(), options.into(), answer.value());
        context.println(options.into() + ": " + answer.columns());
      }
      if (options.chart() == null) {
        return null;
      }
    }
    if (options.chart() != null) {
      return options
          .chartOptions()
          .draw(context.session(), options.chart(), answer.value(), options.limit());
    }
    MimeBundle shown = answer.show();
    return new ShownValue(answer.value(), shown);
  }

  private void defineTable(Object rows) throws Exception {
    TableConversion conversion =
        context
            .session()
            .extension(TableConversion.class)
            .filter(known -> known.converts(rows))
            .orElseThrow(() -> new MagicException("this kernel can't make tables of Tablesaw"));
    TableConversion.Converted table =
        conversion.convert(rows, options.limit() == null ? 0 : options.limit());
    context.define(table.typeName(), options.into(), table.table());
    context.println(options.into() + ": " + table.summary());
  }

  /** A step with a statement. */
  private interface Step<T> {
    T take() throws Exception;
  }

  private <T> T explained(BoundSql sql, SqlTarget target, Step<T> step) throws Exception {
    try {
      return step.take();
    } catch (MagicException e) {
      throw e;
    } catch (Exception e) {
      if (context.cell().isInterrupted()) {
        throw e;
      }
      Optional<SqlProblem> problem = target.problem(e, sql);
      throw problem.isPresent() ? located(problem.get(), sql, target, e) : e;
    }
  }

  private MagicException located(
      SqlProblem problem, BoundSql sql, SqlTarget target, Exception cause) {
    SqlErrors errors = errors(target);
    if (problem.start() < 0) {
      SqlToken first = sql.statement().tokens().get(0);
      SqlPlace statement = new SqlPlace(text, first.start(), first.end());
      return errors.at(statement, problem.message(), problem.hint(), cause);
    }
    SqlPlace place = sql.place(problem.start(), problem.end());
    SqlToken parameter = sql.parameterAt(problem.start(), problem.end());
    if (problem.syntax() && parameter != null) {
      return errors.at(place, errors.notAName(parameter.text(text)), "", cause);
    }
    return errors.at(place, problem.message(), problem.hint(), cause);
  }
}
