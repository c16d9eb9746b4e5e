package firesteel.spark.closure;

import firesteel.api.bytecode.StopSignal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folder from which executors load the classes of cells and the Firesteel classes that these
 * need. Spark serves it ({@code spark.repl.class.outputDir}), also to executors that start later.
 * Thread-safe.
 */
public final class ClassFolder {
  /** The Firesteel classes that executors need; a test compares the list with the packages. */
  static final List<String> SUPPORT =
      List.of(
          "firesteel.api.notebook.PrintFunctions",
          "firesteel.api.bytecode.CellStopped",
          "firesteel.engine.bytecode.ExitGuard",
          "firesteel.api.bytecode.ExitRefusedException",
          "firesteel.api.bytecode.StopSignal",
          "firesteel.spark.encoder.ClientEncoder",
          "firesteel.spark.encoder.ClientEncoder$1",
          "firesteel.spark.encoder.ClientFields",
          "firesteel.spark.encoder.ClientFields$AsItIs",
          "firesteel.spark.encoder.ClientFields$Told",
          "firesteel.spark.encoder.ClientStructEncoder",
          "firesteel.spark.encoder.ClientValues",
          "firesteel.spark.encoder.ClientValues$Constants",
          "firesteel.spark.encoder.ClientValues$Own",
          "firesteel.spark.encoder.ClientValues$Rounding",
          "firesteel.spark.encoder.ColumnMismatch",
          "firesteel.spark.encoder.StructValues",
          "firesteel.spark.encoder.EncoderBuilder",
          "firesteel.spark.encoder.EncoderCalls",
          "firesteel.spark.encoder.EncoderRefusedException",
          "firesteel.spark.encoder.GenericTypes",
          "firesteel.spark.encoder.JavaContainers",
          "firesteel.spark.encoder.LostFields",
          "firesteel.spark.encoder.SerializedCodec",
          "firesteel.spark.encoder.StructCodec",
          "firesteel.spark.encoder.StructCodec$Call",
          "firesteel.spark.encoder.StructCodec$Field",
          "firesteel.spark.encoder.Structs",
          "firesteel.spark.encoder.TypeEncoders",
          "firesteel.spark.encoder.TypeDescriptions",
          "firesteel.spark.encoder.UdfEncoders",
          "firesteel.spark.encoder.UdfPlan",
          "firesteel.spark.encoder.UdfSignature",
          "firesteel.spark.encoder.UnsupportedType",
          "firesteel.spark.executor.AddedDrivers",
          "firesteel.spark.executor.AddedDrivers$Condition",
          "firesteel.spark.executor.AggregatorStandIn",
          "firesteel.spark.executor.BigIntegerCodec",
          "firesteel.spark.executor.CharacterCodec",
          "firesteel.spark.executor.CharactersCodec",
          "firesteel.spark.executor.CollectionCodec",
          "firesteel.spark.executor.UdfResults",
          "firesteel.spark.executor.ConvertedUdf",
          "firesteel.spark.executor.EncodedValue",
          "firesteel.spark.executor.FunctionEnvelope",
          "firesteel.spark.executor.FunctionEnvelope$LoaderStream",
          "firesteel.spark.executor.FunctionEnvelope$StandIn",
          "firesteel.spark.executor.SparkReferences",
          "firesteel.spark.executor.JavaValues",
          "firesteel.spark.executor.LoggerStandIn",
          "firesteel.spark.executor.MapCodec",
          "firesteel.spark.executor.NewInstance",
          "firesteel.spark.executor.NotebookVariableException",
          "firesteel.spark.executor.NotebookVariables",
          "firesteel.spark.executor.NotebookVariables$Sites",
          "firesteel.spark.executor.OptionalCodec",
          "firesteel.spark.executor.PeriodCodec",
          "firesteel.spark.executor.StreamStandIn",
          "firesteel.spark.executor.TaskEnvelope",
          "firesteel.spark.executor.TaskStop",
          "firesteel.spark.executor.TaskStop$Listening",
          "firesteel.spark.executor.TaskValues",
          "firesteel.spark.executor.ValueCodec",
          "firesteel.spark.executor.VariableSite",
          "firesteel.spark.executor.VariableSite$Seen");

  private final Map<String, byte[]> classes = new ConcurrentHashMap<>();
  private Path folder;

  /** Adds a class, and writes it to the folder when that is open. */
  synchronized void add(String name, byte[] bytes) {
    classes.put(name, bytes);
    if (folder != null) {
      write(name, bytes);
    }
  }

  /**
   * Writes all classes to a folder, and from now on each class that is added.
   *
   * @param where the folder; created when missing
   * @throws UncheckedIOException when it can't be written
   */
  public synchronized void open(Path where) {
    folder = where;
    SUPPORT.forEach(name -> write(name, ofFiresteel(name)));
    classes.forEach(this::write);
  }

  private static byte[] ofFiresteel(String name) {
    try (InputStream in = StopSignal.class.getClassLoader().getResourceAsStream(path(name))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String name, byte[] bytes) {
    try {
      Path file = folder.resolve(path(name));
      Files.createDirectories(file.getParent());
      // Moved into place when complete, so that an executor never reads half a class.
      Path unfinished = Files.createTempFile(folder, "class", ".part");
      Files.write(unfinished, bytes);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the class of a cell can't be written for the executors: " + e.getMessage(), e);
    }
  }

  private static String path(String className) {
    return className.replace('.', '/') + ".class";
  }
}
