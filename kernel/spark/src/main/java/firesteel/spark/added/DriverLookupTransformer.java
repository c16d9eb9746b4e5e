package firesteel.spark.added;

import firesteel.api.session.ClassTransformer;
import firesteel.spark.executor.AddedDrivers;
import java.nio.charset.StandardCharsets;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Lets the code of cells find the JDBC drivers that came after the first look for drivers, in tasks
 * on executors too: before each call of {@link java.sql.DriverManager} they are loaded.
 */
public final class DriverLookupTransformer implements ClassTransformer {
  private static final String MANAGER = "java/sql/DriverManager";
  private static final String DRIVERS = Type.getInternalName(AddedDrivers.class);

  @Override
  public byte[] transform(String className, byte[] bytes) {
    if (!new String(bytes, StandardCharsets.ISO_8859_1).contains(MANAGER)) {
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
        public void visitMethodInsn(
            int opcode, String owner, String method, String type, boolean isInterface) {
          if (owner.equals(MANAGER)) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, DRIVERS, "load", "()V", false);
          }
          super.visitMethodInsn(opcode, owner, method, type, isInterface);
        }
      };
    }
  }
}
