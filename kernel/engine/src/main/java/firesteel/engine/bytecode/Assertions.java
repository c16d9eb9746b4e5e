package firesteel.engine.bytecode;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Enables {@code assert} in the classes of cells, in the driver and in executors: a class asks the
 * JVM once, when it is initialized, whether assertions are enabled; this replaces the call by the
 * answer. Libraries stay unchanged.
 */
final class Assertions {
  private Assertions() {}

  static void switchOn(MethodNode method) {
    if (!method.name.equals("<clinit>")) {
      return;
    }
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof MethodInsnNode call
          && call.owner.equals("java/lang/Class")
          && call.name.equals("desiredAssertionStatus")) {
        method.instructions.insertBefore(call, new InsnNode(Opcodes.POP));
        method.instructions.set(call, new InsnNode(Opcodes.ICONST_1));
      }
    }
  }
}
