package firesteel.spark.encoder;

import org.apache.spark.sql.catalyst.DeserializerBuildHelper;
import org.apache.spark.sql.catalyst.SerializerBuildHelper;
import org.apache.spark.sql.catalyst.analysis.GetColumnByOrdinal;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.TransformingEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticExpressionPathEncoder;
import org.apache.spark.sql.catalyst.encoders.Codec;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import scala.Function0;
import scala.runtime.AbstractPartialFunction;

/**
 * An encoder that is good for every master, where Spark's own is not good for the process of a
 * Spark Connect client. Spark's code generator sees Spark's own encoder, and so do executors and a
 * Connect server, which get it by serialization. The client, which writes and reads no class but
 * Scala's and beans, sees a codec.
 *
 * @param <T> the objects
 * @param <O> what the codec makes of them
 */
@SuppressWarnings("deprecation") // In Spark 4.0 to 4.3 all the same; nothing else is asked first.
final class ClientEncoder<T, O> extends TransformingEncoder<T, O>
    implements AgnosticExpressionPathEncoder<T> {
  private static final long serialVersionUID = 1L;

  private final AgnosticEncoder<T> ofSpark;

  /**
   * Makes one.
   *
   * @param ofSpark what Spark generates code from
   * @param column the same columns, for what the codec makes
   * @param codec never leaves this process
   */
  ClientEncoder(
      AgnosticEncoder<T> ofSpark, AgnosticEncoder<O> column, Function0<Codec<? super T, O>> codec) {
    super(ofSpark.clsTag(), column, codec, true);
    this.ofSpark = ofSpark;
  }

  /** What travels. */
  private Object writeReplace() {
    return ofSpark;
  }

  @Override
  public Expression toCatalyst(Expression input) {
    return replace(SerializerBuildHelper.createSerializer(ofSpark), BoundReference.class, input);
  }

  @Override
  public Expression fromCatalyst(Expression path) {
    return replace(
        DeserializerBuildHelper.createDeserializer(ofSpark), GetColumnByOrdinal.class, path);
  }

  /** The expression that Spark made for a whole row, for what stands elsewhere. */
  private static Expression replace(
      Expression made, Class<? extends Expression> start, Expression by) {
    // Upwards: what is put in may have such a start of its own.
    return made.transformUp(
        new AbstractPartialFunction<>() {
          @Override
          public boolean isDefinedAt(Expression part) {
            return start.isInstance(part);
          }

          @Override
          public Expression apply(Expression part) {
            return by;
          }
        });
  }
}
