package firesteel.engine.bytecode;

import firesteel.api.bytecode.ExitRefusedException;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Rejects calls of {@code System.exit} and similar methods in cells, since they would end the
 * session and lose its variables. Rewrites bytecode because later JDKs have no SecurityManager.
 */
public final class ExitGuard {
  private static final String GUARD = Type.getInternalName(ExitGuard.class);
  private static final Set<String> RUNTIME = Set.of("exit", "halt");

  private ExitGuard() {}

  /** Called in place of {@code System.exit(int)}. */
  public static void exit(int status) {
    throw new ExitRefusedException(status);
  }

  /** Called in place of {@code Runtime.exit(int)} and {@code Runtime.halt(int)}. */
  public static void exit(Runtime runtime, int status) {
    throw new ExitRefusedException(status);
  }

  static void instrument(MethodNode method) {
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof MethodInsnNode call && "(I)V".equals(call.desc)) {
        if (call.owner.equals("java/lang/System") && call.name.equals("exit")) {
          redirect(call, "(I)V");
        } else if (call.owner.equals("java/lang/Runtime") && RUNTIME.contains(call.name)) {
          redirect(call, "(Ljava/lang/Runtime;I)V");
        }
      }
    }
  }

  private static void redirect(MethodInsnNode call, String descriptor) {
    call.setOpcode(Opcodes.INVOKESTATIC);
    call.owner = GUARD;
    call.name = "exit";
    call.desc = descriptor;
    call.itf = false;
  }
}
