package firesteel.engine.bytecode;

import firesteel.api.bytecode.StopSignal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Adds stop checks to a method, so that an interrupt stops it: at its entry, before every backward
 * branch, and at the start of handlers that would swallow the stop. Works on every JDK; later ones
 * have no {@code Thread.stop}.
 */
final class StopChecks {
  private static final String SIGNAL = Type.getInternalName(StopSignal.class);
  private static final Handle LINK =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          SIGNAL,
          "link",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
              + "Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;",
          false);
  private static final Set<String> SWALLOWING = Set.of("java/lang/Throwable", "java/lang/Error");

  private StopChecks() {}

  static void instrument(MethodNode method, boolean atEntry) {
    InsnList code = method.instructions;
    if (code.size() == 0) {
      return;
    }
    for (AbstractInsnNode branch : backwardBranches(code)) {
      code.insertBefore(branch, check());
    }
    for (LabelNode handler : swallowingHandlers(method)) {
      AbstractInsnNode first = handler.getNext();
      while (first.getOpcode() < 0) {
        first = first.getNext();
      }
      InsnList passOn = new InsnList();
      passOn.add(new InsnNode(Opcodes.DUP));
      passOn.add(
          new MethodInsnNode(
              Opcodes.INVOKESTATIC, SIGNAL, "passOn", "(Ljava/lang/Throwable;)V", false));
      code.insertBefore(first, passOn);
    }
    if (atEntry) {
      code.insert(check());
    }
  }

  private static AbstractInsnNode check() {
    return new InvokeDynamicInsnNode("check", "()V", LINK);
  }

  private static List<AbstractInsnNode> backwardBranches(InsnList code) {
    List<AbstractInsnNode> branches = new ArrayList<>();
    Set<LabelNode> passed = new HashSet<>();
    for (AbstractInsnNode insn : code) {
      if (targets(insn).stream().anyMatch(passed::contains)) {
        branches.add(insn);
      }
      if (insn instanceof LabelNode label) {
        passed.add(label);
      }
    }
    return branches;
  }

  private static List<LabelNode> targets(AbstractInsnNode insn) {
    if (insn instanceof JumpInsnNode jump) {
      return List.of(jump.label);
    }
    if (insn instanceof TableSwitchInsnNode table) {
      return withDefault(table.labels, table.dflt);
    }
    if (insn instanceof LookupSwitchInsnNode lookup) {
      return withDefault(lookup.labels, lookup.dflt);
    }
    return List.of();
  }

  private static List<LabelNode> withDefault(List<LabelNode> labels, LabelNode otherwise) {
    List<LabelNode> all = new ArrayList<>(labels);
    all.add(otherwise);
    return all;
  }

  private static Set<LabelNode> swallowingHandlers(MethodNode method) {
    Set<LabelNode> handlers = new HashSet<>();
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      if (block.type != null && SWALLOWING.contains(block.type)) {
        handlers.add(block.handler);
      }
    }
    return handlers;
  }
}
