package firesteel.engine.eval;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A jar or a class folder with annotation processors.
 *
 * @param name its file name
 * @param classes the classes in it, as source code names them
 * @param handled the annotations that its processors declare to handle, if they do
 */
record ProcessorEntry(String name, Set<String> classes, List<Pattern> handled) {
  private static final String SERVICE = "META-INF/services/javax.annotation.processing.Processor";
  private static final String SUPPORTED = "Ljavax/annotation/processing/SupportedAnnotationTypes;";
  private static final String CLASS = ".class";

  /** Reads an entry of the class path; empty when it has no processors. */
  static Optional<ProcessorEntry> of(Path entry) throws IOException {
    if (Files.isDirectory(entry)) {
      return in(entry, entry);
    }
    if (!Files.isRegularFile(entry)) {
      return Optional.empty();
    }
    try (FileSystem jar = FileSystems.newFileSystem(entry)) {
      return in(entry, jar.getPath("/"));
    }
  }

  private static Optional<ProcessorEntry> in(Path entry, Path root) throws IOException {
    Path service = root.resolve(SERVICE);
    if (!Files.isRegularFile(service)) {
      return Optional.empty();
    }
    List<Pattern> handled = new ArrayList<>();
    for (String line : Files.readString(service, StandardCharsets.UTF_8).lines().toList()) {
      String processor = line.replaceFirst("[#,].*", "").strip(); // Options of Gradle's follow.
      Path file = root.resolve(processor.replace('.', '/') + CLASS);
      if (!processor.isEmpty() && Files.isRegularFile(file)) {
        handled.addAll(handledBy(Files.readAllBytes(file)));
      }
    }
    try (Stream<Path> files = Files.walk(root)) {
      Set<String> classes =
          files
              .map(file -> root.relativize(file).toString().replace('\\', '/'))
              .filter(file -> file.endsWith(CLASS))
              .map(file -> file.substring(0, file.length() - CLASS.length()))
              .map(file -> file.replace('/', '.').replace('$', '.'))
              .collect(Collectors.toSet());
      return Optional.of(new ProcessorEntry(entry.getFileName().toString(), classes, handled));
    }
  }

  /**
   * Returns the annotations in a processor's declaration; a processor that handles all of them is
   * ignored.
   */
  private static List<Pattern> handledBy(byte[] processor) {
    List<Pattern> handled = new ArrayList<>();
    new ClassReader(processor)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public AnnotationVisitor visitAnnotation(String type, boolean visible) {
                return type.equals(SUPPORTED) ? new Values(handled) : null;
              }
            },
            ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return handled;
  }

  private static final class Values extends AnnotationVisitor {
    private final List<Pattern> found;

    Values(List<Pattern> found) {
      super(Opcodes.ASM9);
      this.found = found;
    }

    @Override
    public AnnotationVisitor visitArray(String name) {
      return this;
    }

    @Override
    public void visit(String name, Object value) {
      String types = value.toString().replaceFirst("^.*/", ""); // A module may stand before.
      if (types.endsWith(".*")) {
        String start = types.substring(0, types.length() - 1);
        found.add(Pattern.compile(Pattern.quote(start) + ".*"));
      } else if (!types.equals("*")) {
        found.add(Pattern.compile(Pattern.quote(types)));
      }
    }
  }

  /** Returns whether its processors handle an annotation. */
  boolean isFor(String annotation) {
    return classes.contains(annotation)
        || handled.stream().anyMatch(types -> types.matcher(annotation).matches());
  }
}
