package firesteel.engine.eval;

import java.time.ZoneId;
import java.time.temporal.TemporalAmount;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The result of a call, and whether it is the object that the method was called on. Public because
 * the code of expressions creates it.
 *
 * @param value the value that the call returned
 * @param isReceiver whether a method that changes its object returned that object
 */
public record CallResult(Object value, boolean isReceiver) {
  private static final String NAME = Type.getInternalName(CallResult.class);

  /** Called at the end of an expression's code. */
  public static Object of(Object value, Object receiver) {
    return new CallResult(value, value != null && value == receiver && !isPlainValue(value));
  }

  /**
   * Returns whether a value is immutable: its methods return the object itself when there was
   * nothing to change.
   */
  private static boolean isPlainValue(Object value) {
    return value instanceof Comparable && !(value instanceof Appendable)
        || value instanceof Record
        || value instanceof Number
        || value instanceof TemporalAmount
        || value instanceof ZoneId
        || value instanceof Optional
        || value instanceof OptionalInt
        || value instanceof OptionalLong
        || value instanceof OptionalDouble;
  }

  /**
   * Changes the code of a call so that its body method returns a {@code CallResult}.
   *
   * @param classFile a class whose body method ends with the call of an instance method, a store of
   *     its value, and the return of that
   */
  static byte[] instrument(byte[] classFile, String bodyMethod) {
    ClassNode node = new ClassNode();
    new ClassReader(classFile).accept(node, 0);
    MethodNode body =
        node.methods.stream().filter(m -> m.name.equals(bodyMethod)).findFirst().orElseThrow();
    MethodInsnNode call = lastCall(body);
    AbstractInsnNode end = body.instructions.getLast();
    while (end != null && end.getOpcode() != Opcodes.ARETURN) {
      end = end.getPrevious();
    }
    if (call == null || call.getOpcode() == Opcodes.INVOKESTATIC || end == null) {
      return classFile;
    }
    int receiver = body.maxLocals;
    body.instructions.insertBefore(call, keepReceiver(Type.getArgumentTypes(call.desc), receiver));
    InsnList answer = new InsnList();
    answer.add(new VarInsnNode(Opcodes.ALOAD, receiver));
    answer.add(
        new MethodInsnNode(
            Opcodes.INVOKESTATIC,
            NAME,
            "of",
            "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;",
            false));
    body.instructions.insertBefore(end, answer);
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    node.accept(writer);
    return writer.toByteArray();
  }

  private static MethodInsnNode lastCall(MethodNode body) {
    for (AbstractInsnNode i = body.instructions.getLast(); i != null; i = i.getPrevious()) {
      if (i instanceof MethodInsnNode call) {
        return call;
      }
    }
    return null;
  }

  /**
   * Generates code that takes the arguments off the stack, copies the receiver, and puts the
   * arguments back.
   */
  private static InsnList keepReceiver(Type[] arguments, int receiver) {
    int[] places = new int[arguments.length];
    int next = receiver + 1;
    for (int i = 0; i < arguments.length; i++) {
      places[i] = next;
      next += arguments[i].getSize();
    }
    InsnList code = new InsnList();
    for (int i = arguments.length - 1; i >= 0; i--) {
      code.add(new VarInsnNode(arguments[i].getOpcode(Opcodes.ISTORE), places[i]));
    }
    code.add(new InsnNode(Opcodes.DUP));
    code.add(new VarInsnNode(Opcodes.ASTORE, receiver));
    for (int i = 0; i < arguments.length; i++) {
      code.add(new VarInsnNode(arguments[i].getOpcode(Opcodes.ILOAD), places[i]));
    }
    return code;
  }
}
