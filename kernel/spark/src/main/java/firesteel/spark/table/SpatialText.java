package firesteel.spark.table;

import java.util.HexFormat;
import org.apache.spark.sql.types.Geography;
import org.apache.spark.sql.types.Geometry;

/** Writes the spatial values of Spark 4.1 and later; earlier ones don't have their classes. */
final class SpatialText {
  private static final String TYPES = "org.apache.spark.sql.types.Geo";

  private SpatialText() {}

  /** Whether a value is spatial; loads no class for other values. */
  static boolean isSpatial(Object value) {
    return value.getClass().getName().startsWith(TYPES);
  }

  /** Returns the spatial reference system, and the shape as well-known binary. */
  static String of(Object value) {
    if (value instanceof Geography geography) {
      return of(geography.getSrid(), geography.getBytes());
    }
    return value instanceof Geometry geometry
        ? of(geometry.getSrid(), geometry.getBytes())
        : value.toString();
  }

  private static String of(int system, byte[] shape) {
    return "SRID=" + system + ";" + HexFormat.of().withUpperCase().formatHex(shape);
  }
}
