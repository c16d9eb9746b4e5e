package firesteel.spark.start;

import firesteel.api.log.CellLog;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Marker;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.filter.AbstractFilter;
import org.apache.logging.log4j.message.Message;

/**
 * Lets loggers of cells say what they have from level INFO on, where all others begin at WARN. The
 * level of all loggers is Spark's, which {@code setLogLevel} sets in the first lines of very many
 * programs: it silences no logger of the user's, of whatever library, as Java's own aren't either.
 * A level that the user has set for one logger counts as it is. Asked for each call of a logger, so
 * that it looks at the level first.
 */
final class CellLogFilter extends AbstractFilter {
  /** Of all loggers, unless somebody sets another. */
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
