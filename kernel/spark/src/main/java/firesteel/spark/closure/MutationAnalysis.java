package firesteel.spark.closure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Finds where a method changes the value of a notebook variable in place: {@code list.add(x)},
 * {@code counts[0]++}, {@code n.incrementAndGet()}. In a task this changes a copy only. Static
 * fields of notebook classes count as well.
 */
final class MutationAnalysis {
  private static final Set<String> MUTATORS =
      Set.of(
          "add",
          "addAll",
          "addFirst",
          "addLast",
          "append",
          "clear",
          "compute",
          "computeIfAbsent",
          "computeIfPresent",
          "decrement",
          "decrementAndGet",
          "delete",
          "addAndGet",
          "getAndAdd",
          "getAndDecrement",
          "getAndIncrement",
          "getAndSet",
          "getAndUpdate",
          "increment",
          "incrementAndGet",
          "insert",
          "merge",
          "offer",
          "poll",
          "pop",
          "push",
          "put",
          "putAll",
          "putIfAbsent",
          "remove",
          "removeAll",
          "removeIf",
          "replace",
          "replaceAll",
          "retainAll",
          "reverse",
          "set",
          "setLength",
          "updateAndGet",
          "accumulateAndGet",
          "compareAndSet",
          "accumulate");

  private static final List<String> MUTABLE =
      List.of("java/util/", "java/lang/StringBuilder", "java/lang/StringBuffer");

  private MutationAnalysis() {}

  static List<CodeMethod.Change> in(String owner, MethodNode method) {
    if (!isWorthALook(method)) {
      return List.of();
    }
    Frame<SourceValue>[] frames;
    try {
      frames = new Analyzer<>(new SourceInterpreter()).analyze(owner.replace('.', '/'), method);
    } catch (AnalyzerException e) {
      return List.of(); // Code that can't be analyzed causes no warning.
    }
    List<CodeMethod.Change> changes = new ArrayList<>();
    int line = 0;
    for (int i = 0; i < frames.length; i++) {
      AbstractInsnNode insn = method.instructions.get(i);
      if (insn instanceof LineNumberNode number) {
        line = number.line;
      }
      int depth = depthOfChanged(insn);
      if (depth > 0 && frames[i] != null) {
        int at = line;
        variable(frames[i].getStack(frames[i].getStackSize() - depth), frames, method)
            .ifPresent(field -> changes.add(new CodeMethod.Change(field, at)));
      }
    }
    return changes;
  }

  private static boolean isWorthALook(MethodNode method) {
    boolean reads = false;
    boolean changes = false;
    for (AbstractInsnNode insn : method.instructions) {
      reads |= CodeNames.isReadOfObject(insn);
      changes |= depthOfChanged(insn) > 0;
    }
    return reads && changes;
  }

  /**
   * Returns the depth on the stack of the object that an instruction changes; 0 when it changes
   * none.
   */
  private static int depthOfChanged(AbstractInsnNode insn) {
    if (insn.getOpcode() >= Opcodes.IASTORE && insn.getOpcode() <= Opcodes.SASTORE) {
      return 3;
    }
    if (insn instanceof MethodInsnNode call
        && call.getOpcode() != Opcodes.INVOKESTATIC
        && MUTATORS.contains(call.name)
        && MUTABLE.stream().anyMatch(call.owner::startsWith)) {
      return Type.getArgumentTypes(call.desc).length + 1;
    }
    return 0;
  }

  private static Optional<NotebookField> variable(
      SourceValue value, Frame<SourceValue>[] frames, MethodNode method) {
    if (value.insns.size() != 1) {
      return Optional.empty();
    }
    AbstractInsnNode source = value.insns.iterator().next();
    if (CodeNames.isReadOfObject(source)) {
      FieldInsnNode field = (FieldInsnNode) source;
      return Optional.of(new NotebookField(CodeNames.binary(field.owner), field.name));
    }
    boolean copies =
        source.getOpcode() == Opcodes.CHECKCAST
            || (source.getOpcode() >= Opcodes.DUP && source.getOpcode() <= Opcodes.DUP2_X2);
    if (copies) {
      Frame<SourceValue> before = frames[method.instructions.indexOf(source)];
      int depth = source.getOpcode() >= Opcodes.DUP2 ? 2 : 1;
      return before == null || before.getStackSize() < depth
          ? Optional.empty()
          : variable(before.getStack(before.getStackSize() - depth), frames, method);
    }
    return Optional.empty();
  }
}
