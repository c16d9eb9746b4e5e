package firesteel.spark.start;

import firesteel.api.log.CellLog;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Marker;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.filter.AbstractFilter;
import org.apache.logging.log4j.message.Message;

/**
 * Lets the loggers of cells log from level INFO on; all others log from WARN on. Spark's {@code
 * setLogLevel}, which very many programs call in their first lines, sets the level of all loggers;
 * it silences no logger of the user's, of whatever library. A level that the user has set for one
 * logger applies. The filter runs for each call of a logger, so it checks the level first.
 */
final class CellLogFilter extends AbstractFilter {
  /** The level of all loggers, unless somebody sets another. */
  static final Level USUAL = Level.WARN;

  private static Result decide(Logger logger, Level level) {
    if (level.isLessSpecificThan(Level.DEBUG)) {
      return Result.NEUTRAL;
    }
    LoggerConfig config = logger.get();
    boolean untouched = config.getName().isEmpty() && logger.getLevel() == config.getLevel();
    return untouched && CellLog.isOfCells(logger.getName()) ? Result.ACCEPT : Result.NEUTRAL;
  }

  @Override
  public Result filter(Logger logger, Level level, Marker marker, String text, Object... values) {
    return decide(logger, level);
  }

  @Override
  public Result filter(Logger logger, Level level, Marker marker, Object text, Throwable thrown) {
    return decide(logger, level);
  }

  @Override
  public Result filter(Logger logger, Level level, Marker marker, Message text, Throwable thrown) {
    return decide(logger, level);
  }
}
