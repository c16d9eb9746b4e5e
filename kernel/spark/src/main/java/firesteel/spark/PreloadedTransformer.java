package firesteel.spark;

import firesteel.api.session.ClassTransformer;
import java.nio.charset.StandardCharsets;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Makes cells wait for Spark where they use it: rewrites reads and assignments of the fields of
 * {@link Preloaded} into calls of {@link SparkAccess}.
 */
final class PreloadedTransformer implements ClassTransformer {
  private static final String PRELOADED = "firesteel/spark/Preloaded";
  private static final String MISSING = "firesteel/spark/PreloadedWithoutSpark";
  private static final String ACCESS = "firesteel/spark/SparkAccess";

  @Override
  public byte[] transform(String className, byte[] bytes) {
    String pool = new String(bytes, StandardCharsets.ISO_8859_1);
    // PRELOADED is the beginning of MISSING too.
    if (!pool.contains(PRELOADED)) {
      return bytes;
    }
    ClassReader reader = new ClassReader(bytes);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new Rewriter(writer), 0);
    return writer.toByteArray();
  }

  private static final class Rewriter extends ClassVisitor {
    Rewriter(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(
          Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
        @Override
        public void visitFieldInsn(int opcode, String owner, String field, String type) {
          if (owner.equals(MISSING) && opcode == Opcodes.GETSTATIC) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, owner, field, "()" + type, false);
          } else if (!owner.equals(PRELOADED)) {
            super.visitFieldInsn(opcode, owner, field, type);
          } else if (opcode == Opcodes.GETSTATIC) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, ACCESS, field, "()" + type, false);
          } else {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, ACCESS, field, "(" + type + ")V", false);
          }
        }
      };
    }
  }
}
