package firesteel.magics.builtin;

import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import firesteel.source.SnippetScanner;
import firesteel.source.SourceSnippet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Implements {@code %run}, which runs a file in the session. */
@Command(
    name = "run",
    description = {
      "Runs a file (.java, .jsh, .ipynb) in this session.",
      "",
      "Its variables, methods and classes are there afterwards. The main method of a Java file is"
          + " called with the arguments; scripts and notebooks have them as args. A package"
          + " declaration is ignored, and so is /exit at a script's end.",
      "",
      "Of a notebook -p NAME=VALUE and --params FILE (YAML or JSON) behind its name give values to"
          + " the variables of its cell tagged parameters, as in firesteel run."
    })
public final class RunMagic implements LineMagic {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+[\\w.]+\\s*;");
  private static final Pattern EXIT = Pattern.compile("(?m)^[ \\t]*/(?:exit|ex)\\b[^\\n]*\\s*\\z");
  private static final Pattern MAIN =
      Pattern.compile("public\\s+static\\s+void\\s+main\\s*\\(\\s*(?:final\\s+)?String\\b");

  private static final Pattern WITH_ARGS =
      Pattern.compile("\\bmain\\s*\\(\\s*(?:final\\s+)?String\\b");

  @Parameters(index = "0", paramLabel = "FILE", description = "The file to run.")
  private Path file;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "ARGS",
      description = "The arguments of the main method, or the args of a script or notebook.")
  private List<String> arguments = new ArrayList<>();

  /** Passes everything after the file to its main method, options too. */
  @Spec
  void stopAtFile(CommandSpec spec) {
    spec.parser().stopAtPositional(true);
  }

  @Override
  public Object runLine(MagicContext context) throws Exception {
    SourceFile.Change change = (name, notebook) -> notebook;
    if (file.toString().endsWith(".ipynb")) {
      NotebookArguments given = NotebookArguments.of(arguments);
      arguments = given.rest();
      change = (name, notebook) -> given.in(name, notebook, context);
    }
    Object value = null;
    for (SourceFile.Part part : SourceFile.read(file, context, change).parts()) {
      if (context.cell().isInterrupted()) {
        return null;
      }
      boolean java = part.name().endsWith(".java");
      if (!java && !arguments.isEmpty()) {
        context.define("String[]", "args", arguments.toArray(String[]::new));
      }
      value =
          context.run(java ? withoutPackage(part.code()) : withoutExit(part.code()), part.name());
      Optional<String> main = java ? mainOf(part.code()) : Optional.empty();
      if (main.isPresent()) {
        value = context.run(main.get(), part.name() + " (call of main)");
      }
    }
    return value;
  }

  /** Removes the command to leave from the end of a script of jshell. */
  private static String withoutExit(String code) {
    return EXIT.matcher(code).replaceFirst("");
  }

  /** Replaces the package declaration by blanks, so that the lines keep their numbers. */
  static String withoutPackage(String code) {
    Matcher declaration = PACKAGE.matcher(code);
    return declaration.find() && code.substring(0, declaration.start()).indexOf('{') < 0
        ? code.substring(0, declaration.start())
            + declaration.group().replaceAll("[^\\n]", " ")
            + code.substring(declaration.end())
        : code;
  }

  /** Returns the first class that has a main method, when the file is a program. */
  static Optional<String> mainClass(String code) {
    return SnippetScanner.snippets(code).stream()
        .filter(s -> s.kind() == SourceSnippet.Kind.TYPE)
        .filter(s -> MAIN.matcher(code.substring(s.start(), s.end())).find())
        .map(SourceSnippet::name)
        .findFirst();
  }

  /** Returns the call of the main method, in a class or outside one (Java 25). */
  private Optional<String> mainOf(String code) {
    Optional<String> inClass = mainClass(code);
    if (inClass.isPresent()) {
      return Optional.of(inClass.get() + ".main(" + array() + ");");
    }
    return SnippetScanner.snippets(code).stream()
        .filter(s -> s.kind() == SourceSnippet.Kind.METHOD && s.name().equals("main"))
        .map(s -> WITH_ARGS.matcher(code).find(s.start()) ? "main(" + array() + ");" : "main();")
        .findFirst();
  }

  private String array() {
    StringBuilder call = new StringBuilder("new String[] {");
    for (String argument : arguments) {
      call.append('"');
      // Octal, because javac reads a Unicode escape of a quote as the quote itself.
      argument.chars().forEach(c -> call.append((c < 0x80 ? "\\%03o" : "\\u%04x").formatted(c)));
      call.append("\", ");
    }
    return call.append("}").toString();
  }
}
