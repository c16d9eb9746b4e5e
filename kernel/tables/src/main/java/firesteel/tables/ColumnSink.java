package firesteel.tables;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import tech.tablesaw.columns.Column;

/**
 * Collects the values of a table's column in arrays that never have to grow, and counts the values
 * that Tablesaw can't distinguish from others. Not thread-safe.
 *
 * @param <A> an array of what the column holds
 */
abstract class ColumnSink<A> {
  /** Small enough for the garbage collector to move; larger arrays stay and cost a collection. */
  private static final int MAX_BLOCK_SIZE = 1 << 15;

  /** A query may have many partitions with few rows each. */
  private static final int FIRST_BLOCK = 1 << 6;

  private record Block<A>(A values, int size) {}

  private final String name;
  private final Class<?> elements;
  private final String lossText;
  private final List<Block<A>> full = new ArrayList<>();
  private final BitSet lost = new BitSet();
  private A values;
  private int capacity;
  private int used;
  private int before;

  /**
   * Creates a sink.
   *
   * @param elements the type of the arrays' elements
   * @param lossText the message about values that lost something; {@code %s} is their number
   */
  ColumnSink(String name, Class<?> elements, String lossText) {
    this.name = name;
    this.elements = elements;
    this.lossText = lossText;
  }

  @SuppressWarnings("unchecked")
  private A array(int size) {
    return (A) Array.newInstance(elements, size);
  }

  /** Returns what was lost, for the user. */
  Optional<String> loss() {
    return lost.isEmpty()
        ? Optional.empty()
        : Optional.of(name + ": " + lossText.formatted("%,d".formatted(lost.cardinality())));
  }

  /** Counts the current value when it loses something. */
  void noteLoss(boolean loses) {
    if (loses) {
      lost.set(before + used);
    }
  }

  /** Appends a value of a row in Spark's internal form. */
  void append(InternalRow row, int column) {
    makeRoom();
    if (row.isNullAt(column)) {
      putMissing(values, used);
    } else {
      putFrom(row, column, values, used);
    }
    used++;
  }

  /** Appends a value of a row of Java objects; may be null. */
  void append(Object value) {
    makeRoom();
    if (value == null) {
      putMissing(values, used);
    } else {
      putValue(value, values, used);
    }
    used++;
  }

  private void makeRoom() {
    if (used == capacity) {
      finishBlock();
      capacity = Math.max(FIRST_BLOCK, Math.min(before, MAX_BLOCK_SIZE));
      values = array(capacity);
    }
  }

  private void finishBlock() {
    if (used > 0) {
      full.add(new Block<>(values, used));
      before += used;
    }
    values = null;
    capacity = 0;
    used = 0;
  }

  /**
   * Appends the first values of another part of the column; that part must not be used afterwards.
   */
  @SuppressWarnings("unchecked")
  void append(ColumnSink<?> part, int most) {
    finishBlock();
    part.finishBlock();
    part.lost.stream().takeWhile(i -> i < most).forEach(i -> lost.set(before + i));
    int left = most;
    for (Block<?> block : part.full) {
      int size = Math.min(block.size(), left);
      full.add(new Block<>((A) block.values(), size));
      before += size;
      left -= size;
    }
  }

  /** Returns the column with all values. */
  Column<?> column() {
    finishBlock();
    A all = array(before);
    int at = 0;
    for (Block<A> block : full) {
      System.arraycopy(block.values(), 0, all, at, block.size());
      at += block.size();
    }
    full.clear();
    return column(name, all);
  }

  abstract void putFrom(InternalRow row, int column, A values, int at);

  abstract void putValue(Object value, A values, int at);

  abstract void putMissing(A values, int at);

  abstract Column<?> column(String name, A values);
}
