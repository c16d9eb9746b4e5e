package firesteel.spark.encoder;

import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.EncoderField;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.StructEncoder;
import scala.collection.immutable.Seq;

/** Encodes a record or bean; Spark Connect's client sees its values, by name. */
final class ClientStructEncoder<T> extends ClientEncoder<T, StructValues>
    implements StructEncoder<T> {
  private static final long serialVersionUID = 1L;

  private final Seq<EncoderField> fields;

  /**
   * Creates an encoder.
   *
   * @param ofSpark the encoder from which Spark generates code; its fields are those of the codec
   */
  ClientStructEncoder(StructEncoder<T> ofSpark, StructCodec<T> codec) {
    super(ofSpark, ClientFields.encoder(ofSpark), codec);
    this.fields = ofSpark.fields();
  }

  @Override
  public Seq<EncoderField> fields() {
    return fields;
  }

  /** Required by Scala's way to initialize the trait; the value is known already. */
  @Override
  public void
      org$apache$spark$sql$catalyst$encoders$AgnosticEncoders$StructEncoder$_setter_$isStruct_$eq(
          boolean value) {}
}
