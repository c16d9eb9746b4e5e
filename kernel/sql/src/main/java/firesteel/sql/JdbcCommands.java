package firesteel.sql;

import firesteel.api.error.MagicException;
import firesteel.api.magic.MagicContext;
import firesteel.api.session.InputRefusedException;
import firesteel.api.table.Table;
import java.util.List;
import java.util.Optional;

/** Opens, lists and closes the connections of a session. */
final class JdbcCommands {
  private final MagicContext context;
  private final SqlOptions options;

  JdbcCommands(MagicContext context, SqlOptions options) {
    this.context = context;
    this.options = options;
  }

  private JdbcConnections connections() throws MagicException {
    return context
        .session()
        .extension(SqlExtension.class)
        .map(SqlExtension::connections)
        .orElseThrow(() -> new MagicException("this kernel keeps no database connections"));
  }

  /** Runs {@code --connect NAME URL}. */
  void connect(String url) throws Exception {
    String name = options.connect();
    if (url == null || url.isBlank()) {
      throw new MagicException(
          "--connect needs a URL behind the name: %sql --connect " + name + " jdbc:...");
    }
    if (url.strip().matches("(?s).*\\s.*")) {
      throw new MagicException(
          "the URL ends the line: write options before it, as in %sql --user ada --connect "
              + name
              + " jdbc:...");
    }
    if (name.startsWith("jdbc:")) {
      throw new MagicException("--connect needs a name for the connection, and then the URL");
    }
    connections().connect(name, url.strip(), options.user(), password(), loader());
    context.println("connected: " + name + " is " + url.strip());
  }

  private ClassLoader loader() {
    return context.session().classLoader();
  }

  /** Runs {@code --connections}. */
  void list() throws MagicException {
    List<List<Object>> rows =
        connections().all().stream()
            .map(open -> List.<Object>of(open.name(), open.url(), open.user()))
            .toList();
    if (rows.isEmpty()) {
      context.println("No connections are open; %sql --connect NAME URL opens one.");
    } else {
      Table table = Table.of(List.of("name", "url", "user"), rows);
      context.outputs().display(table.toWholeBundle(), Optional.empty());
    }
  }

  /** Runs {@code --close NAME}. */
  void close() throws MagicException {
    String name = options.close();
    if (!connections().close(name)) {
      throw new MagicException(
          "there is no connection " + name + "; %sql --connections lists those that are open");
    }
    context.println("closed: " + name);
  }

  /**
   * Returns the connection that {@code --jdbc} names; connects to a URL that isn't connected yet.
   */
  JdbcConnections.Open wanted() throws Exception {
    String wanted = options.jdbc();
    Optional<JdbcConnections.Open> open = connections().get(wanted);
    boolean sameUser =
        open.isPresent() && (options.user() == null || options.user().equals(open.get().user()));
    if (sameUser) {
      return open.get();
    }
    if (wanted.startsWith("jdbc:")) {
      return connections().connect(wanted, wanted, options.user(), password(), loader());
    }
    throw new MagicException(
        open.isPresent()
            ? "the connection " + wanted + " is of the user " + open.get().user()
            : "there is no connection "
                + wanted
                + ", or the database has ended it; %sql --connect "
                + wanted
                + " URL opens one");
  }

  /** Returns the password from where the options say; null when they don't. */
  private String password() throws Exception {
    if (options.passwordVariable() != null) {
      String value = context.session().magics().environment().all().get(options.passwordVariable());
      if (value == null) {
        throw new MagicException(
            "there is no environment variable "
                + options.passwordVariable()
                + "; set it before the kernel starts, so that the notebook doesn't hold the password");
      }
      return value;
    }
    if (!options.askPassword()) {
      return null;
    }
    try {
      String of = options.user() == null ? "" : " of " + options.user();
      return context.cell().ask("Password" + of + ": ", true);
    } catch (InputRefusedException e) {
      throw new MagicException(
          "nobody can be asked for the password here; --password-env NAME takes it from an"
              + " environment variable",
          e);
    }
  }
}
