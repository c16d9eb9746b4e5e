package firesteel.spark.bytecode;

import java.nio.charset.StandardCharsets;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Rewrites the methods of a class. */
public final class MethodRewriter {
  /** Rewrites one method. */
  @FunctionalInterface
  public interface Rewriting {
    /**
     * Returns the visitor of a method's instructions.
     *
     * @param next the visitor that it passes them to
     * @param access the method's flags
     * @param descriptor the method's parameter and result types
     */
    MethodVisitor visitor(MethodVisitor next, int access, String descriptor);
  }

  private MethodRewriter() {}

  /** Whether a class may refer to a name: a quick check that may be true without a reference. */
  public static boolean mentions(byte[] bytes, String name) {
    return new String(bytes, StandardCharsets.ISO_8859_1).contains(name);
  }

  /** Returns the class with all methods rewritten; stack map frames have to stay valid. */
  public static byte[] rewrite(byte[] bytes, Rewriting rewriting) {
    ClassReader reader = new ClassReader(bytes);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            return rewriting.visitor(
                super.visitMethod(access, name, descriptor, signature, exceptions),
                access,
                descriptor);
          }
        },
        0);
    return writer.toByteArray();
  }
}
