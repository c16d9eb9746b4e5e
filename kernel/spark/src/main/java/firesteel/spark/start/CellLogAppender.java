package firesteel.spark.start;

import firesteel.api.log.CellLog;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** Shows what cells log in their output; all other log events go to the log file. */
final class CellLogAppender extends AbstractAppender {
  private final Appender file;

  CellLogAppender(Appender file) {
    super("cells", null, null, true, Property.EMPTY_ARRAY);
    this.file = file;
  }

  @Override
  public void append(LogEvent event) {
    String logger = event.getLoggerName();
    boolean shown =
        CellLog.isOfCells(logger)
            && CellLog.show(
                logger,
                event.getLevel().name(),
                event.getMessage().getFormattedMessage(),
                event.getThrown());
    if (!shown) {
      file.append(event);
    }
  }
}
