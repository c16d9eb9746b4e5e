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
 * What every snippet class goes through before it is defined: stop checks, {@code assert} switched
 * on, the guard against {@code System.exit}, and debug information that names cell and line, so
 * that every stack trace does, wherever it is printed; the statements of the snippet also add their
 * line to exceptions that don't know it.
 */
public final class SnippetTransformer implements ClassTransformer {
  private final String bodyMethod;
  private final Function<String, Optional<SourceLines>> sourceLines;

  /**
   * Makes a transformer.
   *
   * @param bodyMethod the name of the method that holds a snippet's statements; it is entered once,
   *     by the session
   * @param sourceLines from a class's binary name to where its lines come from
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
    // Maxima only: what is inserted changes no frame, or brings its own.
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    node.accept(writer);
    return writer.toByteArray();
  }

  /** A method without branches or calls ends by itself; a check would be a cost for nothing. */
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
          // Every other instruction ends by itself.
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
