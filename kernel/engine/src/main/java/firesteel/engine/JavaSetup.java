package firesteel.engine;

import firesteel.api.bytecode.StopSignal;
import firesteel.api.session.ClassTransformer;
import firesteel.api.session.Origin;
import firesteel.api.session.SessionExtension;
import firesteel.api.table.TableReader;
import firesteel.engine.eval.BodyRunner;
import firesteel.engine.eval.CompileLock;
import firesteel.engine.eval.Evaluation;
import firesteel.engine.eval.JavaEvaluator;
import firesteel.engine.eval.SnippetClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/**
 * Creates the evaluator when it is first needed, or in the background before that, with the imports
 * that every cell has. Thread-safe.
 */
final class JavaSetup implements AutoCloseable {
  /** The imports of every cell; each line costs compile time in every cell. */
  private static final List<String> IMPORTS =
      List.of(
          "java.io.*",
          "java.math.*",
          "java.nio.file.*",
          "java.time.*",
          "java.util.*",
          "java.util.function.*",
          "java.util.stream.*",
          "static firesteel.api.notebook.NotebookFunctions.*",
          "static firesteel.api.notebook.PrintFunctions.*");

  /** An expression and a declaration, which load javac's classes before the user's first ones. */
  private static final List<String> WARM_UP =
      List.of(
          "List.of(1)", // A name that is no cell's, so that all imports are read.
          "int warmUp$ = List.of(1, 2).stream().mapToInt(i -> i * 2).sum();");

  private final List<Path> classPath = new CopyOnWriteArrayList<>();
  private final List<String> compilerOptions;
  private final Optional<BodyRunner> bodies;
  private final CompileLock compileLock;
  private final Extensions extensions;

  /** Created at once, because Spark starts in parallel to JShell and needs it. */
  private final SnippetClassLoader loader;

  private final FutureTask<JavaEvaluator> evaluator = new FutureTask<>(this::make);

  JavaSetup(
      List<Path> classPath,
      List<String> compilerOptions,
      CompileLock compileLock,
      Optional<BodyRunner> bodies,
      Extensions extensions,
      Supplier<List<TableReader>> tableReaders) {
    this.loader = new SnippetClassLoader(JavaSetup.class.getClassLoader(), tableReaders);
    this.bodies = bodies;
    this.compilerOptions = compilerOptions;
    this.compileLock = compileLock;
    this.classPath.addAll(classPath);
    this.extensions = extensions;
  }

  void startInBackground() {
    KernelThreads.daemon("java", this::evaluator).start();
  }

  /** Returns the evaluator, and waits until it is created. */
  JavaEvaluator evaluator() {
    evaluator.run(); // Does nothing when it runs or has run.
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return evaluator.get();
        } catch (InterruptedException e) {
          StopSignal.check();
          interrupted =
              true; // Nothing works without the evaluator: wait for it, and restore the interrupt
          // afterwards.
        } catch (ExecutionException e) {
          throw new IllegalStateException("Java could not be started: " + e.getCause(), e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  ClassLoader classLoader() {
    return loader;
  }

  /** The current class path of cells. */
  List<Path> classPath() {
    return List.copyOf(classPath);
  }

  void addToClassPath(List<Path> entries) {
    evaluator().addToClassPath(entries);
    classPath.addAll(entries);
  }

  /** Takes the transformers and imports of an extension that comes while the session runs. */
  void join(SessionExtension extension) {
    JavaEvaluator made = evaluator();
    made.addTransformers(extension.transformers());
    addImports(extension.imports(), made);
  }

  private JavaEvaluator make() {
    compileLock.lock();
    try {
      return makeLocked();
    } finally {
      compileLock.unlock();
    }
  }

  private JavaEvaluator makeLocked() {
    List<ClassTransformer> transformers = new ArrayList<>();
    List<String> imports = new ArrayList<>(IMPORTS);
    extensions.each(extension -> transformers.addAll(extension.transformers()));
    extensions.each(extension -> imports.addAll(extension.imports()));
    JavaEvaluator made =
        new JavaEvaluator(loader, classPath, compilerOptions, compileLock, bodies, transformers);
    addImports(imports, made);
    return made;
  }

  private static void addImports(List<String> imports, JavaEvaluator made) {
    for (String name : imports) {
      Evaluation evaluation =
          made.evaluate("import " + name + ";", new Origin("the kernel's imports", 0, 1));
      if (evaluation instanceof Evaluation.Rejected rejected) {
        LoggerFactory.getLogger(JavaSetup.class)
            .warn("import {} failed: {}", name, rejected.problems().get(0).message());
      }
    }
  }

  /** Runs code like that of first cells, and lets cells run in between. */
  void warmUp() {
    evaluator().warmUp(WARM_UP);
  }

  @Override
  public void close() {
    if (evaluator.isDone()) {
      evaluator().close();
    }
  }
}
