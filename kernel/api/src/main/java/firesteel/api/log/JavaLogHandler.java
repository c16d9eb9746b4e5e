package firesteel.api.log;

import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/**
 * Shows messages that cells log with {@code java.util.logging} or {@code System.Logger} as output
 * of the cell. Every message that passes the logger's level is shown, including levels below INFO,
 * which the user has to enable. Other messages go to another handler.
 */
public final class JavaLogHandler extends Handler {
  private static final SimpleFormatter MESSAGES = new SimpleFormatter();

  private final Handler others;

  /** Creates a handler that passes other messages to standard error, as without this handler. */
  public JavaLogHandler() {
    this(new ConsoleHandler());
  }

  /**
   * Creates a handler.
   *
   * @param others gets the messages that belong to no cell
   */
  public JavaLogHandler(Handler others) {
    this.others = others;
    setLevel(Level.ALL);
  }

  @Override
  public void publish(LogRecord record) {
    if (record == null || !isLoggable(record)) {
      return;
    }
    String name = record.getLoggerName();
    if (!CellLog.isOfCells(name)
        || !CellLog.show(
            name,
            record.getLevel().getName(),
            MESSAGES.formatMessage(record),
            record.getThrown())) {
      others.publish(record);
    }
  }

  @Override
  public void flush() {
    others.flush();
  }

  @Override
  public void close() {
    others.close();
  }
}
