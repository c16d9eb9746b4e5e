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
     * What takes the method's instructions.
     *
     * @param next what it hands them to
     * @param access the method's flags
     * @param descriptor the method's types
     */
    MethodVisitor visitor(MethodVisitor next, int access, String descriptor);
  }

  private MethodRewriter() {}

  /** Whether a class may refer to something: cheap, and true more often than it has to be. */
  public static boolean mentions(byte[] bytes, String name) {
    return new String(bytes, StandardCharsets.ISO_8859_1).contains(name);
  }

  /** The class with all methods rewritten; its frames have to stay valid. */
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
