package firesteel.engine.eval;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Records which wrapper classes are read by code that may outlive its snippet: lambdas, methods,
 * classes. A wrapper that no such code reads can be emptied once its variable is declared again;
 * one that is read keeps its value, because a lambda that was stored away must go on seeing it.
 */
final class FieldReaders {
  private final String bodyMethod;
  private final Set<String> read = ConcurrentHashMap.newKeySet();

  FieldReaders(String bodyMethod) {
    this.bodyMethod = bodyMethod;
  }

  void record(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            return name.equals(bodyMethod) ? null : fieldsReadIn();
          }
        },
        ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
  }

  private MethodVisitor fieldsReadIn() {
    return new MethodVisitor(Opcodes.ASM9) {
      @Override
      public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        if (opcode == Opcodes.GETSTATIC) {
          read.add(owner.replace('/', '.'));
        }
      }
    };
  }

  boolean isRead(String className) {
    return read.contains(className);
  }
}
