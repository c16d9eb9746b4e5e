package firesteel.api.log;

import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/**
 * Shows what loggers of {@code java.util.logging}, and with them those of {@code System.Logger},
 * say in cells as output of the cell. Whatever a logger's level lets through is shown: who sets a
 * level below INFO wants to see it. All else goes to another handler.
 */
public final class JavaLogHandler extends Handler {
  private static final SimpleFormatter MESSAGES = new SimpleFormatter();

  private final Handler others;

  /** All else goes to standard error, as without this handler. */
  public JavaLogHandler() {
    this(new ConsoleHandler());
  }

  /**
   * A handler.
   *
   * @param others gets what belongs to no cell
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
