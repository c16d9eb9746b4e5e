package firesteel.save;

import firesteel.api.error.CompileProblem;
import firesteel.api.error.MagicException;
import firesteel.api.session.Session;
import firesteel.save.JavaProgram.Code;
import firesteel.save.JavaProgram.Place;
import firesteel.save.JavaProgram.Variable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** Writes cells as a class with a main method, which needs no Firesteel. */
public final class JavaForm {
  private static final Pattern FUNCTIONS =
      Pattern.compile("import static (firesteel\\.[\\w.]+)\\.[\\w*]+;");
  private static final Pattern IMPORTED = Pattern.compile("import ([\\w.]+\\.)?(\\w+);");
  private static final String PRELOADED = "firesteel.spark.Preloaded";
  private static final String PRINTING = "firesteel.api.notebook.PrintFunctions";

  /** The printing functions of cells, as methods of the class. */
  private static final Map<String, String> PRINTERS =
      new TreeMap<>(
          Map.of(
              "print", "static void print(Object value) {\n  System.out.print(value);\n}",
              "println",
                  "static void println() {\n  System.out.println();\n}\n\n"
                      + "static void println(Object value) {\n  System.out.println(value);\n}",
              "printf",
                  "static void printf(String format, Object... values) {\n"
                      + "  System.out.printf(format, values);\n}"));

  private static final Place SPARK = new Place("Spark", 0);

  private final Session session;
  private final Set<String> notebookFunctions = new HashSet<>();
  private final JavaProgram program = new JavaProgram();
  private final List<String> imports = new ArrayList<>();
  private boolean hasSpark;

  private JavaForm(Session session) {
    this.session = session;
  }

  /**
   * Returns the name of the class in a file.
   *
   * @throws MagicException when the file's name can't be the name of a class
   */
  public static String className(Path file) throws MagicException {
    String name = file.getFileName().toString();
    String className = name.substring(0, name.lastIndexOf('.'));
    if (!SourceVersion.isName(className) || className.contains(".")) {
      throw new MagicException(
          "a Java file is named after its class, and "
              + className
              + " is no Java identifier; choose a name such as Report.java");
    }
    return className;
  }

  /**
   * Returns the text of the class.
   *
   * @param notes gets notes for the user
   * @throws MagicException when the cells can't be written as a class: says why, with the lines of
   *     cells
   */
  public static String text(
      String className, List<SavedCell> cells, Session session, List<String> notes)
      throws MagicException {
    return new JavaForm(session).write(className, cells, notes);
  }

  private String write(String className, List<SavedCell> cells, List<String> notes)
      throws MagicException {
    readImports();
    JavaProgramReader reader = new JavaProgramReader(session, notebookFunctions, program);
    for (SavedCell cell : cells) {
      reader.read(cell);
    }
    program.imports.forEach(this::addImport);
    ClassText text = new ClassText();
    boolean usesSpark = declareSpark();
    declarePrinters();
    text.write(className, imports, program, usesSpark);
    check(className, text);
    if (program.magics() > 0) {
      notes.add(
          SavedCells.count(program.magics(), "magic or shell line")
              + " became comments: a class can't run them.");
    }
    if (!program.replaced.isEmpty()) {
      notes.add("Only the last version is in it of: " + String.join(", ", program.replaced));
    }
    if (usesSpark && !text.onlyOnDriver().isEmpty()) {
      notes.add(
          "On executors of a cluster these static fields have no value: "
              + String.join(", ", text.onlyOnDriver()));
    }
    return text.toString();
  }

  private void readImports() {
    for (String line : session.imports()) {
      Matcher functions = FUNCTIONS.matcher(line);
      if (!functions.matches()) {
        imports.add(line);
      } else if (functions.group(1).equals(PRELOADED)) {
        hasSpark = true;
      } else if (!functions.group(1).equals(PRINTING)) {
        notebookFunctions.addAll(functionsOf(functions.group(1)));
      }
    }
  }

  private Set<String> functionsOf(String className) {
    try {
      return Arrays.stream(Class.forName(className, false, session.classLoader()).getMethods())
          .filter(method -> Modifier.isStatic(method.getModifiers()))
          .map(Method::getName)
          .collect(Collectors.toSet());
    } catch (ClassNotFoundException | LinkageError e) {
      return Set.of(); // Then the cells can't use its functions either.
    }
  }

  /** Adds an import of a cell, unless the session has a later one of the same name. */
  private void addImport(String line) {
    Matcher functions = FUNCTIONS.matcher(line);
    Matcher imported = IMPORTED.matcher(line);
    boolean known =
        imported.matches()
            && imports.stream().anyMatch(other -> other.endsWith("." + imported.group(2) + ";"));
    if (!known && !functions.matches() && !imports.contains(line)) {
      imports.add(line);
    }
  }

  private void declarePrinters() {
    PRINTERS.forEach(
        (name, text) -> {
          boolean own =
              program.methods.keySet().stream().anyMatch(key -> key.startsWith(name + "("));
          if (program.calls(name) && !own) {
            program.methods.put(name + "()", new Code(new Place("printing", 0), text));
          }
        });
  }

  /** Declares the parts of Spark that every cell has, as far as they are used. */
  private boolean declareSpark() throws MagicException {
    if (!hasSpark) {
      return false;
    }
    List<JavaProgram.Step> before = new ArrayList<>(program.main);
    program.main.clear();
    boolean sql = program.calls("sql");
    boolean sc = program.uses("sc") && !program.variables.containsKey("sc");
    if (sql) {
      program.methods.put(
          "sql(String)",
          new Code(
              SPARK,
              "static Dataset<Row> sql(String statement) {\n  return spark.sql(statement);\n}"));
      program.inMembers.used.add("spark");
    }
    boolean spark = sql || sc || program.uses("spark");
    if (spark && !program.variables.containsKey("spark")) {
      String type = "SparkSession";
      program.declare(
          new Variable(SPARK, "spark", type, type), "SparkSession.builder().getOrCreate()");
    }
    if (sc) {
      String type = "JavaSparkContext";
      program.declare(
          new Variable(SPARK, "sc", type, type),
          "JavaSparkContext.fromSparkContext(spark.sparkContext())");
    }
    program.main.addAll(before);
    return spark;
  }

  private void check(String className, ClassText text) throws MagicException {
    Set<String> told = new LinkedHashSet<>();
    for (CompileProblem problem : session.problemsOf(className, text.toString())) {
      int at = Math.max(0, problem.position());
      String where =
          text.placeOf(at).map(Place::toString).orElse("the class's line " + text.lineOf(at));
      told.add(where + ": " + reason(problem, text.toString()));
    }
    if (!told.isEmpty()) {
      throw new MagicException(
          "These cells can't be written as a class as they are:\n"
              + told.stream().limit(5).collect(Collectors.joining("\n"))
              + (told.size() > 5 ? "\nand " + (told.size() - 5) + " more" : "")
              + "\nName the cells that can (%save "
              + className
              + ".java 1-3), or save a notebook (.ipynb) or a script (.jsh).");
    }
  }

  private String reason(CompileProblem problem, String text) {
    Matcher word = Pattern.compile("\\w+").matcher(text);
    String name = word.find(Math.max(0, problem.position())) ? word.group() : "";
    boolean unknown = problem.code().startsWith("compiler.err.cant.resolve");
    if (unknown && notebookFunctions.contains(name)) {
      return name + "() is a function of notebooks, which a standalone class does not have";
    }
    boolean inSession = session.variables().stream().anyMatch(v -> v.name().equals(name));
    if (unknown && inSession && !program.variables.containsKey(name)) {
      return name + " is declared by a magic, or by a cell that is not saved";
    }
    return problem.message().lines().map(String::strip).collect(Collectors.joining("; "));
  }
}
