package firesteel.sql;

import firesteel.api.error.MagicException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/**
 * Holds the open connections of a session by name; the name of an unnamed connection is its URL.
 */
final class JdbcConnections {
  private static final int ANSWER_SECONDS = 5;

  private static final Pattern PASSWORD =
      Pattern.compile(
          "(?i)(password|passwd|pwd)\\s*=|://[^/@]*:[^/@]+@|^jdbc:oracle:\\w+:\\w+/\\w+@");

  /**
   * An open connection.
   *
   * @param user empty when none was given
   */
  record Open(String name, String url, String user, Connection connection) {}

  private final Map<String, Open> open = new LinkedHashMap<>();

  /**
   * Opens a connection; closes one of the same name.
   *
   * @param name the name by which it is used
   * @param password null for none
   */
  synchronized Open connect(
      String name, String url, String user, String password, ClassLoader loader)
      throws MagicException {
    if (!url.startsWith("jdbc:")) {
      throw new MagicException(
          url + " is not a JDBC URL; one looks like jdbc:postgresql://host/database");
    }
    if (PASSWORD.matcher(url).find()) {
      throw new MagicException(
          "this URL holds a password, which would stay in the notebook. Leave it out, and let"
              + " --password ask for it, or --password-env NAME take it from an environment variable");
    }
    Driver driver = JdbcDrivers.find(url, loader);
    Properties properties = new Properties();
    if (user != null) {
      properties.setProperty("user", user);
    }
    if (password != null) {
      properties.setProperty("password", password);
    }
    try {
      Connection connection = driver.connect(url, properties);
      close(name);
      Open opened = new Open(name, url, user == null ? "" : user, connection);
      open.put(name, opened);
      return opened;
    } catch (SQLException e) {
      throw new MagicException("no connection with " + url + ": " + because(e, password), e);
    }
  }

  private static String because(SQLException e, String password) {
    String said = String.valueOf(e.getMessage()).strip();
    String safe = password == null ? said : said.replace(password, "***");
    boolean refused = String.valueOf(e.getSQLState()).startsWith("28") || safe.contains("password");
    return refused
        ? safe
            + "\n--user NAME says who; --password asks for the password, --password-env NAME takes"
            + " it from an environment variable"
        : safe;
  }

  /** Returns a connection that still answers; forgets one that doesn't. */
  synchronized Optional<Open> get(String name) {
    Open found = open.get(name);
    if (found == null) {
      return Optional.empty();
    }
    try {
      if (found.connection().isValid(ANSWER_SECONDS)) {
        return Optional.of(found);
      }
    } catch (SQLException e) {
      // Thrown only for a negative timeout; treated as no answer.
      LoggerFactory.getLogger(JdbcConnections.class).debug("a connection can't be checked", e);
    }
    close(name);
    return Optional.empty();
  }

  /** Returns a connection without asking the database whether it still answers. */
  synchronized Optional<Open> peek(String name) {
    return Optional.ofNullable(open.get(name));
  }

  synchronized List<Open> all() {
    return List.copyOf(open.values());
  }

  /** Closes a connection; returns false when there is none of that name. */
  synchronized boolean close(String name) {
    Open found = open.remove(name);
    if (found == null) {
      return false;
    }
    try {
      found.connection().close();
    } catch (SQLException e) {
      // It is of no use any more, whatever the driver says.
      LoggerFactory.getLogger(JdbcConnections.class).debug("a connection did not close", e);
    }
    return true;
  }

  synchronized void closeAll() {
    List.copyOf(open.keySet()).forEach(this::close);
  }
}
