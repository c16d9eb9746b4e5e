package firesteel.spark;

import firesteel.api.session.ClassTransformer;
import firesteel.spark.bytecode.MethodRewriter;
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
    // PRELOADED is also the beginning of MISSING.
    return MethodRewriter.mentions(bytes, PRELOADED)
        ? MethodRewriter.rewrite(bytes, (next, access, descriptor) -> new Method(next))
        : bytes;
  }

  private static final class Method extends MethodVisitor {
    Method(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

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
  }
}
