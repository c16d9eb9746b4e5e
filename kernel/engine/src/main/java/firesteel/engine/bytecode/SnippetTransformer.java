package firesteel.engine.bytecode;

import firesteel.api.bytecode.FailureLocations;
import firesteel.api.session.ClassTransformer;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Rewrites every snippet class before it is defined: adds stop checks, enables {@code assert},
 * guards against {@code System.exit}, and sets debug information with cell and line, which every
 * stack trace then shows. The statements of the snippet also add their line to exceptions that lack
 * it.
 */
public final class SnippetTransformer implements ClassTransformer {
  private final String bodyMethod;
  private final Function<String, Optional<SourceLines>> sourceLines;

  /**
   * Creates a transformer.
   *
   * @param bodyMethod the name of the method that holds a snippet's statements; the session calls
   *     it once
   * @param sourceLines returns the origin of a class's lines by the class's binary name
   */
  public SnippetTransformer(
      String bodyMethod, Function<String, Optional<SourceLines>> sourceLines) {
    this.bodyMethod = Objects.requireNonNull(bodyMethod, "bodyMethod");
    this.sourceLines = Objects.requireNonNull(sourceLines, "sourceLines");
  }

  @Override
  public byte[] transform(String className, byte[] bytes) {
    ClassNode node = new ClassNode();
    new ClassReader(bytes).accept(node, 0);
    Optional<SourceLines> lines = sourceLines.apply(className);
    lines.ifPresent(l -> node.sourceFile = l.sourceName());
    for (MethodNode method : node.methods) {
      StopChecks.instrument(method, !method.name.equals(bodyMethod) && !isTrivial(method));
      ExitGuard.instrument(method);
      Assertions.switchOn(method);
      lines.ifPresent(l -> renumber(method, l));
      if (lines.isPresent() && method.name.equals(bodyMethod)) {
        FailureLocations.instrument(method, className, lines.get().sourceName());
      }
    }
    // Maxima only: the inserted code keeps the stack frames, or has its own.
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    node.accept(writer);
    return writer.toByteArray();
  }

  /**
   * Returns whether a method has no branches and calls: it always ends, so a check would only cost
   * time.
   */
  private static boolean isTrivial(MethodNode method) {
    if (method.name.equals("<init>") || method.name.equals("<clinit>")) {
      return true;
    }
    for (AbstractInsnNode insn : method.instructions) {
      switch (insn.getType()) {
        case AbstractInsnNode.METHOD_INSN,
            AbstractInsnNode.INVOKE_DYNAMIC_INSN,
            AbstractInsnNode.JUMP_INSN -> {
          return false;
        }
        default -> {
          // No other instruction can run for long.
        }
      }
    }
    return true;
  }

  private static void renumber(MethodNode method, SourceLines lines) {
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof LineNumberNode number) {
        number.line = lines.lineOf(number.line);
      }
    }
  }
}
