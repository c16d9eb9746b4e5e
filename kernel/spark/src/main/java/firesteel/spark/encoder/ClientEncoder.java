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
 * Encodes objects for every master, where Spark's own encoder does not work in the process of a
 * Spark Connect client. Spark's code generator uses Spark's own encoder, and so do executors and a
 * Connect server, which get it by serialization. The client, which writes and reads no classes but
 * Scala's and beans, uses a codec.
 *
 * @param <T> the objects
 * @param <O> the values that the codec converts them to
 */
// The same in Spark 4.0 to 4.3; the client asks for nothing else before.
@SuppressWarnings("deprecation")
class ClientEncoder<T, O> extends TransformingEncoder<T, O>
    implements AgnosticExpressionPathEncoder<T> {
  private static final long serialVersionUID = 1L;

  private final AgnosticEncoder<T> ofSpark;

  /**
   * Creates an encoder.
   *
   * @param ofSpark the encoder from which Spark generates code
   * @param column the encoder of the same columns for the codec's values
   * @param codec the codec, which never leaves this process
   */
  ClientEncoder(
      AgnosticEncoder<T> ofSpark, AgnosticEncoder<O> column, Function0<Codec<? super T, O>> codec) {
    super(ofSpark.clsTag(), column, codec, true);
    this.ofSpark = ofSpark;
  }

  /** Returns what is serialized instead; for subclasses too. */
  final Object writeReplace() {
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

  /** Replaces the expression that Spark made for a whole row by one for a part of it. */
  private static Expression replace(
      Expression made, Class<? extends Expression> start, Expression by) {
    // Upwards: the inserted expression may itself begin with such a part.
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
