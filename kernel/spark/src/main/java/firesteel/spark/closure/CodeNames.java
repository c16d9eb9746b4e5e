package firesteel.spark.closure;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;

/** The names of the classes that cells compile to. */
final class CodeNames {
  private static final String INTERNAL_PREFIX = "REPL/$JShell$";
  private static final String PREFIX = "REPL.$JShell$";

  private CodeNames() {}

  /** Whether a class, by its internal name ({@code a/b/C}), comes from a cell. */
  static boolean isNotebookInternal(String internalName) {
    return internalName.startsWith(INTERNAL_PREFIX);
  }

  /** Whether a class, by its binary name ({@code a.b.C}), comes from a cell. */
  static boolean isNotebook(String binaryName) {
    return binaryName.startsWith(PREFIX);
  }

  /** Whether the class is one that JShell wraps around a snippet, and not one of the user's. */
  static boolean isWrapper(String binaryName) {
    return binaryName.indexOf('$', PREFIX.length()) < 0;
  }

  /** Whether an instruction reads an object from a static field of a cell's class. */
  static boolean isReadOfObject(AbstractInsnNode insn) {
    return insn.getOpcode() == Opcodes.GETSTATIC
        && insn instanceof FieldInsnNode field
        && isNotebookInternal(field.owner)
        && (field.desc.startsWith("L") || field.desc.startsWith("["));
  }

  static String binary(String internalName) {
    return internalName.replace('/', '.');
  }
}
