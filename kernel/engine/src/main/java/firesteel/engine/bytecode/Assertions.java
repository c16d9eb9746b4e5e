package firesteel.engine.bytecode;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Switches {@code assert} on, in the driver and in executors alike: a class asks once, when it is
 * initialized, whether it shall assert; here it finds the answer in its own code. Libraries are
 * left as they are.
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
