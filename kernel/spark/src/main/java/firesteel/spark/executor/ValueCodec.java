package firesteel.spark.executor;

import java.io.Serializable;
import org.apache.spark.sql.catalyst.encoders.Codec;
import scala.runtime.AbstractFunction0;

/**
 * Converts Java values to values that Spark has an encoder for, and back. It is its own provider,
 * which is what Spark expects. Stateless.
 *
 * @param <I> the type in the user's class
 * @param <O> the type that Spark's encoder takes
 */
abstract class ValueCodec<I, O> extends AbstractFunction0<Codec<I, O>>
    implements Codec<I, O>, Serializable {
  private static final long serialVersionUID = 1L;

  @Override
  public final Codec<I, O> apply() {
    return this;
  }

  /** Null is null in a column too. */
  @Override
  public final O encode(I value) {
    return value == null ? null : toColumn(value);
  }

  @Override
  public final I decode(O value) {
    return value == null ? null : fromColumn(value);
  }

  abstract O toColumn(I value);

  abstract I fromColumn(O value);
}
