package firesteel.engine.error;

import firesteel.api.error.CompileProblem;
import firesteel.api.error.NearestNames;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives hints about a method or field that a type doesn't have: what it has instead. */
final class MemberHints {
  private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+(variable|method) ([\\w$]+)");
  private static final Pattern LOCATION =
      Pattern.compile(
          "location:\\s+(?:variable \\S+ of type|class|interface|enum|record|@interface) (\\S.*)");

  /** Matches the call or index that follows, as far as it shows what to write. */
  private static final Pattern FOLLOWING =
      Pattern.compile("^(\\[[^\\[\\]\\n]{1,20}\\]|\\.\\w+(?=\\())");

  private static final Set<String> SIZES = Set.of("length", "size", "len", "count");
  private static final int MIN_GUESS_LENGTH = 3;

  private final Function<String, Optional<Class<?>>> classNamed;

  /**
   * Creates the hints.
   *
   * @param classNamed returns the class for a name in a compiler message
   */
  MemberHints(Function<String, Optional<Class<?>>> classNamed) {
    this.classNamed = classNamed;
  }

  /** Returns what to do; empty for other problems, or when no name is near. */
  Optional<String> hint(CompileProblem problem) {
    Matcher symbol = SYMBOL.matcher(problem.message());
    Matcher location = LOCATION.matcher(problem.message());
    if (!problem.code().startsWith("compiler.err.cant.resolve")
        || !symbol.find()
        || !location.find()) {
      return Optional.empty();
    }
    boolean isMethod = symbol.group(1).equals("method");
    String name = symbol.group(2);
    String type = location.group(1).strip();
    String receiver = receiver(problem);
    if (type.endsWith("[]")) {
      return isSize(name)
          ? Optional.of("the length of an array is a field: write " + receiver + "length")
          : Optional.empty();
    }
    try {
      return classNamed.apply(type).flatMap(found -> of(found, name, isMethod, receiver, problem));
    } catch (LinkageError e) {
      return Optional.empty(); // The class refers to one that isn't on the class path.
    }
  }

  private static Optional<String> of(
      Class<?> type, String name, boolean isMethod, String receiver, CompileProblem problem) {
    List<Method> methods = methods(type);
    Set<String> all = new TreeSet<>();
    Set<String> simple = new TreeSet<>();
    for (Method method : methods) {
      all.add(method.getName());
      if (method.getParameterCount() == 0) {
        simple.add(method.getName());
      }
    }
    Set<String> fields = fields(type);
    if (!isMethod && simple.contains(name)) {
      return Optional.of(
          name + " is a method: write " + receiver + name + "()" + following(problem));
    }
    if (isMethod && fields.contains(name)) {
      return Optional.of(name + " is a field: write " + receiver + name);
    }
    if ((isMethod ? all : fields).contains(name)) {
      return type.getName().startsWith("REPL.")
          ? Optional.of(StaleClassErrors.hint(type.getSimpleName()))
          : Optional.empty();
    }
    if (!isMethod && all.contains(name) && fields.stream().noneMatch(name::equalsIgnoreCase)) {
      return Optional.of(name + " is a method: write " + receiver + name + "(...)");
    }
    if (isSize(name)) {
      Optional<String> size =
          SIZES.stream().filter(simple::contains).sorted().reduce((first, second) -> second);
      if (size.isPresent()) {
        return Optional.of("write " + receiver + size.get() + "()");
      }
    }
    Set<String> candidates = new TreeSet<>(isMethod ? all : fields);
    if (!isMethod) {
      simple.forEach(method -> candidates.add(method + "()"));
    }
    return NearestNames.question(nearest(name, candidates));
  }

  /** Returns whether a name means a size, possibly misspelled. */
  private static boolean isSize(String name) {
    return SIZES.contains(name)
        || name.length() > 4
            && SIZES.stream().anyMatch(size -> NearestNames.distance(name, size) < 2);
  }

  private static List<String> nearest(String name, Set<String> candidates) {
    String wanted = plain(name);
    List<String> same = candidates.stream().filter(c -> plain(c).equals(wanted)).toList();
    if (!same.isEmpty()) {
      return same;
    }
    if (name.length() < MIN_GUESS_LENGTH) {
      return List.of();
    }
    // Every object has getClass, which is near to any other getter by its name alone.
    return NearestNames.of(name, candidates).stream()
        .filter(c -> !c.startsWith("getClass"))
        .toList();
  }

  /**
   * Returns a name without underscores and case, as other languages differ there: {@code order_by},
   * {@code groupby}.
   */
  private static String plain(String name) {
    return name.replace("_", "").replace("()", "").toLowerCase(Locale.ROOT);
  }

  private static List<Method> methods(Class<?> type) {
    List<Method> methods = new ArrayList<>(Arrays.asList(type.getMethods()));
    if (isOfCell(type)) {
      methods.addAll(Arrays.asList(type.getDeclaredMethods()));
    }
    if (type.isInterface()) {
      methods.addAll(Arrays.asList(Object.class.getMethods()));
    }
    methods.removeIf(
        method ->
            method.isSynthetic()
                || method.getName().contains("$")
                || method.getName().matches("notify|notifyAll|wait"));
    return methods;
  }

  private static Set<String> fields(Class<?> type) {
    Set<String> names = new TreeSet<>();
    List<Field> fields = new ArrayList<>(Arrays.asList(type.getFields()));
    if (isOfCell(type) && !type.isRecord()) {
      fields.addAll(Arrays.asList(type.getDeclaredFields()));
    }
    fields.stream().map(Field::getName).filter(name -> !name.contains("$")).forEach(names::add);
    return names;
  }

  /** Returns whether a class is of a cell: its members are visible even when they aren't public. */
  private static boolean isOfCell(Class<?> type) {
    return type.getName().startsWith("REPL.");
  }

  /** Returns the receiver of the member, with its dot; empty when it is long. */
  private static String receiver(CompileProblem problem) {
    int start = problem.start();
    int dot = problem.position();
    String source = problem.source();
    if (start < 0 || dot <= start || dot >= source.length() || source.charAt(dot) != '.') {
      return "";
    }
    String text = source.substring(start, dot);
    return text.length() > 60 || text.contains("\n") ? "." : text + ".";
  }

  private static String following(CompileProblem problem) {
    String rest = problem.source().substring(Math.min(problem.end(), problem.source().length()));
    Matcher following = FOLLOWING.matcher(rest);
    if (!following.find()) {
      return "";
    }
    return following.group().startsWith("[") ? following.group() : following.group() + "(...)";
  }
}
