package firesteel.spark.closure;

import firesteel.api.session.ClassTransformer;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Rewrites how the classes of cells read and assign the notebook's static fields, so that a task
 * sees the values of its job, and notes what the code does.
 */
final class VariableAccess implements ClassTransformer {
  private static final String LINKER = "firesteel/spark/executor/NotebookVariables";
  private static final String LINK_TYPE =
      MethodType.methodType(
              CallSite.class,
              MethodHandles.Lookup.class,
              String.class,
              MethodType.class,
              String.class)
          .toMethodDescriptorString();
  private static final Handle READ =
      new Handle(Opcodes.H_INVOKESTATIC, LINKER, "read", LINK_TYPE, false);
  private static final Handle WRITE =
      new Handle(Opcodes.H_INVOKESTATIC, LINKER, "write", LINK_TYPE, false);

  /** The method with the body of a snippet, which runs in the driver only. */
  private static final String BODY = "do_it$";

  private static final String CLASS_INITIALIZER = "<clinit>";

  private final SnippetCode code;

  VariableAccess(SnippetCode code) {
    this.code = code;
  }

  @Override
  public byte[] transform(String className, byte[] bytes) {
    ClassNode node = new ClassNode();
    new ClassReader(bytes).accept(node, 0);
    code.add(CodeReader.read(node));
    boolean rewritten = false;
    for (MethodNode method : node.methods) {
      for (AbstractInsnNode insn : method.instructions) {
        if (insn instanceof FieldInsnNode field && isNotebookField(field)) {
          rewritten |= rewrite(node, method, field);
        }
      }
    }
    rewritten |= noteInitialization(className, node);
    if (!rewritten) {
      return bytes;
    }
    // Stack map frames stay as they are.
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    node.accept(writer);
    return writer.toByteArray();
  }

  private static boolean noteInitialization(String className, ClassNode node) {
    if (CodeNames.isWrapper(className)) {
      return false;
    }
    boolean noted = false;
    for (MethodNode method : node.methods) {
      if (method.name.equals(CLASS_INITIALIZER)) {
        InsnList note = new InsnList();
        note.add(new LdcInsnNode(Type.getObjectType(node.name)));
        note.add(
            new MethodInsnNode(
                Opcodes.INVOKESTATIC, LINKER, "initializing", "(Ljava/lang/Class;)V", false));
        method.instructions.insert(note);
        noted = true;
      }
    }
    return noted;
  }

  private static boolean isNotebookField(FieldInsnNode field) {
    return CodeNames.isNotebookInternal(field.owner)
        && (field.getOpcode() == Opcodes.GETSTATIC || field.getOpcode() == Opcodes.PUTSTATIC);
  }

  private boolean rewrite(ClassNode node, MethodNode method, FieldInsnNode field) {
    boolean isBody = method.name.equals(BODY) && CodeNames.isWrapper(CodeNames.binary(node.name));
    String owner = CodeNames.binary(field.owner);
    if (field.getOpcode() == Opcodes.GETSTATIC) {
      if (isBody || isConstant(field)) {
        return false;
      }
      method.instructions.insert(field, link(READ, field, owner));
      return true;
    }
    // The declaring snippet assigns a variable before any other code can see it. Static fields of
    // classes become the JVM's own as soon as a task assigns them.
    boolean declares = isBody && field.owner.equals(node.name);
    if (declares || !CodeNames.isWrapper(owner) || method.name.equals(CLASS_INITIALIZER)) {
      return false;
    }
    method.instructions.insertBefore(field, link(WRITE, field, owner));
    return true;
  }

  /**
   * Whether a field holds an enum's constants or the like: each JVM makes them anew and must use
   * its own.
   */
  private boolean isConstant(FieldInsnNode field) {
    return code.find(CodeNames.binary(field.owner))
        .map(owner -> !owner.fields().containsKey(field.name))
        .orElse(false);
  }

  private static InvokeDynamicInsnNode link(Handle linker, FieldInsnNode field, String owner) {
    Type type = Type.getType(field.desc);
    return new InvokeDynamicInsnNode(
        field.name, Type.getMethodDescriptor(type, type), linker, owner);
  }
}
