package firesteel.engine.error;

import firesteel.api.error.CompileProblem;
import firesteel.source.TextLine;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives hints about features of a newer Java than the one that runs: which version they need, and
 * what to write instead.
 */
final class NewerJavaHints {
  private static final int PATTERNS = 21;
  private static final int UNNAMED = 22;
  private static final int MODULE_IMPORTS = 25;

  private static final Pattern SWITCH = Pattern.compile("\\bswitch\\s*\\(([^{}]*)\\)\\s*\\{");
  private static final Pattern CASE_TYPE =
      Pattern.compile(
          "\\bcase\\s+([A-Za-z][\\w.]*(?:<[^<>]*>)?)\\s+(\\w+)\\s*"
              + "(?:(?:when\\b|&&)\\s*([^{};]*?)\\s*)?(?:->|:)");
  private static final Pattern CASE_NULL = Pattern.compile("\\bcase\\s+null\\b");
  private static final Pattern CASE_RECORD = Pattern.compile("\\bcase\\s+([A-Z][\\w.]*)\\s*\\(");
  private static final Pattern INSTANCE =
      Pattern.compile("([\\w.]+(?:\\([^()]*\\))?)\\s+instanceof\\s+([A-Z][\\w.]*)\\s*\\(");
  private static final Pattern PRIMITIVE =
      Pattern.compile(
          "\\b(?:case|instanceof)\\s+(int|long|double|float|short|byte|char|boolean)\\s+\\w+");
  private static final Pattern MODULE = Pattern.compile("^\\s*import\\s+module\\b.*");
  private static final Pattern SYMBOL =
      Pattern.compile(
          "symbol:\\s+(?:method|variable) (\\w+)(?:[\\s\\S]*location:\\s+(?:\\w+ \\S+ of type|class|interface) (\\S+))?");

  /** A member that was added in some version of Java, and what does the same in older ones. */
  private record Member(int since, String before) {}

  /** The members by class and name; {@code $} stands for the text before the dot. */
  private static final Map<String, Member> MEMBERS =
      Map.ofEntries(
          Map.entry("List.getFirst", new Member(21, "$.get(0)")),
          Map.entry("List.getLast", new Member(21, "$.get($.size() - 1)")),
          Map.entry("List.removeFirst", new Member(21, "$.remove(0)")),
          Map.entry("List.removeLast", new Member(21, "$.remove($.size() - 1)")),
          Map.entry(
              "List.reversed",
              new Member(21, "Collections.reverse(copy), copy being new ArrayList<>($)")),
          Map.entry("List.addFirst", new Member(21, "$.add(0, value)")),
          Map.entry("List.addLast", new Member(21, "$.add(value)")),
          Map.entry("Math.clamp", new Member(21, "Math.max(low, Math.min(high, value))")),
          Map.entry("StringBuilder.repeat", new Member(21, "$.append(text.repeat(times))")),
          Map.entry("String.splitWithDelimiters", new Member(21, "$.split(regex)")),
          Map.entry("Thread.startVirtualThread", new Member(21, "new Thread(task).start()")),
          Map.entry("Thread.ofVirtual", new Member(21, "new Thread(task).start()")),
          Map.entry("Thread.ofPlatform", new Member(21, "new Thread(task).start()")),
          Map.entry(
              "Executors.newVirtualThreadPerTaskExecutor",
              new Member(21, "Executors.newCachedThreadPool()")),
          Map.entry("Stream.gather", new Member(24, "")),
          Map.entry("Gatherers", new Member(24, "")),
          Map.entry("IO", new Member(25, "System.out.println(...)")));

  private NewerJavaHints() {}

  /** Returns what to do; empty for problems that don't depend on the version of Java. */
  static Optional<String> hint(CompileProblem problem) {
    return hint(problem, Runtime.version().feature());
  }

  /** Returns the hint for a given version of Java. */
  static Optional<String> hint(CompileProblem problem, int running) {
    TextLine place = TextLine.at(problem.source(), problem.position());
    String line = place.text();
    String code = problem.code();
    boolean isPreview = code.startsWith("compiler.err.preview.feature.disabled");
    if (code.startsWith("compiler.err.cant.resolve")) {
      return ofMember(problem, running);
    }
    if (code.equals("compiler.err.illegal.esc.char") && place.rest().startsWith("{")) {
      return Optional.of(
          "Java has no string templates: write \"a \" + x, or \"a %s\".formatted(x)");
    }
    if (problem.refusesUnderscore()) {
      return running < UNNAMED && isDeclared(line)
          ? Optional.of(
              need("a name that is only _ needs", UNNAMED, running, "another name, such as unused"))
          : Optional.empty();
    }
    if (code.equals("compiler.err.call.must.be.first.stmt.in.ctor")) {
      return running < MODULE_IMPORTS && problem.message().contains("super")
          ? Optional.of(
              need(
                  "statements before super(...) need", MODULE_IMPORTS, running, "super(...) first"))
          : Optional.empty();
    }
    boolean isSyntax =
        code.startsWith("compiler.err.expected")
            || code.startsWith("compiler.err.illegal.start")
            || code.equals("compiler.err.not.stmt")
            || problem.message().endsWith(" expected");
    if (PRIMITIVE.matcher(line).find()
        && (isPreview || code.equals("compiler.err.type.found.req"))) {
      return Optional.of("a pattern's type is a class: write Integer for int, and so on");
    }
    if (MODULE.matcher(line).matches() && isSyntax && running < MODULE_IMPORTS) {
      return Optional.of(
          need(
              "imports of modules need",
              MODULE_IMPORTS,
              running,
              "import java.util.*; for each package"));
    }
    return running < PATTERNS && (isPreview || isSyntax)
        ? ofPattern(problem.source(), line, place.start(), running)
        : Optional.empty();
  }

  private static Optional<String> ofPattern(
      String source, String line, int lineStart, int running) {
    Matcher instance = INSTANCE.matcher(line);
    if (instance.find()) {
      return Optional.of(
          need(
              "record patterns need",
              PATTERNS,
              running,
              instance.group(1)
                  + " instanceof "
                  + instance.group(2)
                  + " it, and read its components by their methods"));
    }
    Matcher type = CASE_TYPE.matcher(line);
    Matcher ofRecord = CASE_RECORD.matcher(line);
    boolean isNull = CASE_NULL.matcher(line).find();
    boolean isRecord = ofRecord.find();
    boolean isType = type.find() && !type.group(1).matches("class|default");
    if (!isType && !isRecord && !isNull) {
      return Optional.empty();
    }
    String selector = "value";
    Matcher before = SWITCH.matcher(source.substring(0, lineStart) + line);
    while (before.find()) {
      selector = before.group(1).strip();
    }
    String condition =
        isType
            ? selector
                + " instanceof "
                + type.group(1)
                + " "
                + type.group(2)
                + (type.group(3) == null ? "" : " && " + type.group(3))
            : isRecord
                ? selector + " instanceof " + ofRecord.group(1) + " it"
                : selector + " == null";
    return Optional.of(
        need(
            isRecord && !isType ? "record patterns need" : "patterns in switch need",
            PATTERNS,
            running,
            "if (" + condition + ") { ... } else { ... }"));
  }

  /** Returns whether an underscore stands where a name is declared. */
  private static boolean isDeclared(String line) {
    return line.matches(".*(\\b_\\s*(->|,|\\)|:|=)|[\\w>]\\s+_\\s*;).*")
        && !line.matches("\\s*import\\b.*");
  }

  private static Optional<String> ofMember(CompileProblem problem, int running) {
    Matcher symbol = SYMBOL.matcher(problem.message());
    if (!symbol.find()) {
      return Optional.empty();
    }
    String type = symbol.group(2) == null ? "" : symbol.group(2);
    String name = symbol.group(1);
    boolean isOfJdk = type.startsWith("java.");
    String key =
        isOfJdk
            ? type.replaceFirst("<.*", "").replaceFirst(".*\\.", "").replace("ArrayList", "List")
                + "."
                + name
            : name;
    Member member = MEMBERS.get(key);
    int end = Math.max(0, Math.min(problem.end(), problem.source().length()));
    boolean isClass = problem.source().startsWith(".", end);
    if (member == null || running >= member.since || !isOfJdk && !isClass) {
      return Optional.empty();
    }
    int start = Math.max(0, Math.min(problem.start(), end));
    int dot = Math.max(start, Math.min(problem.position(), end));
    String receiver = problem.source().substring(start, dot).strip();
    return Optional.of(
        need(name + " needs", member.since, running, member.before.replace("$", receiver)));
  }

  private static String need(String what, int since, int running, String instead) {
    return what
        + " Java "
        + since
        + ", and this is Java "
        + running
        + (instead.isEmpty() ? "" : ": write " + instead)
        + (instead.isEmpty() ? ": " : ", or ")
        + "start Firesteel (or install its kernel again) with FIRESTEEL_JAVA=/path/to/jdk-"
        + (since <= PATTERNS ? PATTERNS : MODULE_IMPORTS); // Spark runs on 17, 21 and 25.
  }
}
