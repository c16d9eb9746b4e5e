package firesteel.spark.executor;

import java.io.Serializable;
import java.util.function.Supplier;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.expressions.Aggregator;

/** Replaces an Aggregator in a Connect server's driver; see {@link FunctionEnvelope}. */
final class AggregatorStandIn extends Aggregator<Object, Object, Object> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final transient FunctionEnvelope envelope;

  AggregatorStandIn(FunctionEnvelope envelope) {
    this.envelope = envelope;
  }

  private Object writeReplace() {
    return envelope;
  }

  private <T> T bound(Supplier<T> code) {
    return envelope.bound(code);
  }

  @SuppressWarnings("unchecked")
  private Aggregator<Object, Object, Object> real() {
    return (Aggregator<Object, Object, Object>) envelope.function();
  }

  @Override
  public Object zero() {
    return bound(() -> real().zero());
  }

  @Override
  public Object reduce(Object buffer, Object input) {
    return bound(() -> real().reduce(buffer, input));
  }

  @Override
  public Object merge(Object one, Object other) {
    return bound(() -> real().merge(one, other));
  }

  @Override
  public Object finish(Object buffer) {
    return bound(() -> real().finish(buffer));
  }

  @Override
  public Encoder<Object> bufferEncoder() {
    return bound(() -> real().bufferEncoder());
  }

  @Override
  public Encoder<Object> outputEncoder() {
    return bound(() -> real().outputEncoder());
  }
}
