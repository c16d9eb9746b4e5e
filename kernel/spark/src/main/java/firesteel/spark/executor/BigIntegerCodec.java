package firesteel.spark.executor;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Stores a large whole number as a decimal; Spark's own encoder refuses it inside a collection. */
public final class BigIntegerCodec extends ValueCodec<BigInteger, BigDecimal> {
  private static final long serialVersionUID = 1L;

  @Override
  BigDecimal toColumn(BigInteger value) {
    return new BigDecimal(value);
  }

  @Override
  BigInteger fromColumn(BigDecimal value) {
    return value.toBigInteger();
  }
}
