package firesteel.spark.closure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Interpreter;
import org.objectweb.asm.tree.analysis.Value;

/**
 * Finds the notebook variables whose values escape a method, that is, with which it does more than
 * read from a collection or an array: it may change the value in place, compare it by identity, or
 * pass it to code that does.
 */
final class EscapeAnalysis {
  private static final String COLLECTIONS = "java/util/";

  private static final Set<String> READS =
      Set.of(
          "ceiling",
          "ceilingKey",
          "contains",
          "containsAll",
          "containsKey",
          "containsValue",
          "first",
          "firstKey",
          "floor",
          "floorKey",
          "get",
          "getFirst",
          "getLast",
          "getOrDefault",
          "hasNext",
          "hashCode",
          "higher",
          "higherKey",
          "indexOf",
          "isEmpty",
          "last",
          "lastIndexOf",
          "lastKey",
          "lower",
          "lowerKey",
          "size",
          "toString");

  /** Methods whose results may be used to change the collection. */
  private static final Set<String> VIEWS =
      Set.of("entrySet", "getKey", "getValue", "iterator", "keySet", "next", "values");

  /** Methods that pass elements to other code, unless they are called on a view. */
  private static final Set<String> ELEMENTS = Set.of("forEach", "stream");

  private EscapeAnalysis() {}

  static Set<NotebookField> in(String owner, MethodNode method) {
    Set<NotebookField> read = new HashSet<>();
    for (AbstractInsnNode insn : method.instructions) {
      if (CodeNames.isReadOfObject(insn)) {
        read.add(field((FieldInsnNode) insn));
      }
    }
    if (read.isEmpty()) {
      return Set.of();
    }
    Uses uses = new Uses();
    try {
      new Analyzer<>(uses).analyze(owner.replace('.', '/'), method);
      return uses.escaping;
    } catch (AnalyzerException e) {
      return read;
    }
  }

  private static NotebookField field(FieldInsnNode insn) {
    return new NotebookField(CodeNames.binary(insn.owner), insn.name);
  }

  /**
   * A value on the stack, with the variables it may belong to.
   *
   * @param fields the variables that it may be the value of, or a view of
   */
  private record Tracked(int size, Set<NotebookField> fields, boolean view) implements Value {
    @Override
    public int getSize() {
      return size;
    }
  }

  private static final class Uses extends Interpreter<Tracked> {
    private final BasicInterpreter sizes = new BasicInterpreter();
    private final Set<NotebookField> escaping = new HashSet<>();

    Uses() {
      super(Opcodes.ASM9);
    }

    private static Tracked other(BasicValue value) {
      return value == null ? null : new Tracked(value.getSize(), Set.of(), false);
    }

    private void hand(Tracked... values) {
      for (Tracked value : values) {
        escaping.addAll(value.fields);
      }
    }

    @Override
    public Tracked newValue(Type type) {
      return type == null ? new Tracked(1, Set.of(), false) : other(sizes.newValue(type));
    }

    @Override
    public Tracked newOperation(AbstractInsnNode insn) throws AnalyzerException {
      return CodeNames.isReadOfObject(insn)
          ? new Tracked(1, Set.of(field((FieldInsnNode) insn)), false)
          : other(sizes.newOperation(insn));
    }

    @Override
    public Tracked copyOperation(AbstractInsnNode insn, Tracked value) {
      return value;
    }

    @Override
    public Tracked unaryOperation(AbstractInsnNode insn, Tracked value) throws AnalyzerException {
      switch (insn.getOpcode()) {
        case Opcodes.CHECKCAST -> {
          // The result is an element, not the collection.
          return ImmutableValues.isClass(((TypeInsnNode) insn).desc)
              ? new Tracked(1, Set.of(), false)
              : value;
        }
        case Opcodes.INSTANCEOF, Opcodes.IFNULL, Opcodes.IFNONNULL, Opcodes.ARRAYLENGTH -> {}
        default -> hand(value);
      }
      return other(sizes.unaryOperation(insn, BasicValue.REFERENCE_VALUE));
    }

    @Override
    public Tracked binaryOperation(AbstractInsnNode insn, Tracked first, Tracked second)
        throws AnalyzerException {
      boolean readsArray = insn.getOpcode() >= Opcodes.IALOAD && insn.getOpcode() <= Opcodes.SALOAD;
      if (!readsArray) {
        hand(first, second);
      }
      return other(
          sizes.binaryOperation(insn, BasicValue.REFERENCE_VALUE, BasicValue.REFERENCE_VALUE));
    }

    @Override
    public Tracked ternaryOperation(
        AbstractInsnNode insn, Tracked array, Tracked index, Tracked value) {
      hand(array, value);
      return null;
    }

    @Override
    public Tracked naryOperation(AbstractInsnNode insn, List<? extends Tracked> values)
        throws AnalyzerException {
      int handed = 0;
      Tracked view = null;
      if (insn instanceof MethodInsnNode call && isRead(call, values)) {
        handed = 1;
        if (VIEWS.contains(call.name)) {
          view = new Tracked(1, values.get(0).fields(), true);
        }
      }
      for (Tracked value : values.subList(handed, values.size())) {
        hand(value);
      }
      return view != null ? view : other(sizes.naryOperation(insn, List.of()));
    }

    private static boolean isRead(MethodInsnNode call, List<? extends Tracked> values) {
      return call.getOpcode() != Opcodes.INVOKESTATIC
          && call.owner.startsWith(COLLECTIONS)
          && (READS.contains(call.name)
              || VIEWS.contains(call.name)
              || ELEMENTS.contains(call.name) && !values.get(0).view());
    }

    @Override
    public void returnOperation(AbstractInsnNode insn, Tracked value, Tracked expected) {
      hand(value);
    }

    @Override
    public Tracked merge(Tracked one, Tracked other) {
      if (one.equals(other)) {
        return one;
      }
      Set<NotebookField> fields = new HashSet<>(one.fields);
      fields.addAll(other.fields);
      return new Tracked(Math.min(one.size, other.size), fields, one.view || other.view);
    }
  }
}
