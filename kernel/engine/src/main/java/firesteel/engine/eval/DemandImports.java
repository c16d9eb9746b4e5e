package firesteel.engine.eval;

import firesteel.source.JavaLexer;
import firesteel.source.JavaToken;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/**
 * Imports types of some JDK packages one by one, when a snippet first uses their names: importing
 * whole packages would cost time in every cell, and make names ambiguous that users import from
 * elsewhere. Declarations and imports of cells win. Not thread-safe.
 */
public final class DemandImports {
  /** The packages whose types every cell sees. */
  public static final List<String> PACKAGES =
      List.of("java.net", "java.util.concurrent", "java.util.prefs", "java.util.regex");

  private static final Pattern IMPORT =
      Pattern.compile("\\bimport\\s+(static\\s+)?([\\w.]+?)\\.(\\w+|\\*)\\s*;?");
  private static final Set<String> DECLARING = Set.of("class", "interface", "enum", "record");

  private final ClassLoader loader;
  private final Map<String, Optional<String>> known = new HashMap<>();
  private final Map<String, Snippet> imported = new HashMap<>();

  /**
   * Creates it without imports.
   *
   * @param loader the class loader of cells
   */
  DemandImports(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * Imports what a snippet needs, and drops imports of names that it declares or imports itself.
   *
   * @param drop drops an import; code that uses it stays as it was compiled
   */
  void prepare(JShell shell, String snippet, Consumer<Snippet> drop) {
    List<JavaToken> tokens =
        JavaLexer.tokens(snippet).stream().filter(token -> !token.isComment()).toList();
    if (!tokens.isEmpty() && tokens.get(0).is(snippet, "import")) {
      importing(shell, snippet, drop);
      return;
    }
    Set<String> wanted = new HashSet<>();
    Set<String> declared = new HashSet<>();
    String before = "";
    int depth = 0;
    for (JavaToken token : tokens) {
      String text = token.text(snippet);
      if (token.kind() == JavaToken.Kind.OPEN) {
        depth++;
      } else if (token.kind() == JavaToken.Kind.CLOSE) {
        depth--;
      } else if (token.kind() == JavaToken.Kind.WORD && Character.isUpperCase(text.charAt(0))) {
        if (depth == 0 && DECLARING.contains(before)) {
          drop(text, drop);
          declared.add(text);
        } else if (!before.equals(".") && !imported.containsKey(text)) {
          wanted.add(text);
        }
      }
      before = text;
    }
    wanted.removeAll(declared);
    for (String name : wanted) {
      known
          .computeIfAbsent(name, DemandImports::find)
          .filter(qualified -> isFree(shell, name))
          .ifPresent(
              qualified ->
                  imported.put(name, shell.eval("import " + qualified + ";").get(0).snippet()));
    }
  }

  /**
   * Gives an import of the user precedence over one made here, unless an earlier cell uses that
   * one.
   */
  private void importing(JShell shell, String snippet, Consumer<Snippet> drop) {
    Matcher declaration = IMPORT.matcher(snippet);
    if (!declaration.find()) {
      return;
    }
    String from = declaration.group(2);
    if (!declaration.group(3).equals("*")) {
      drop(declaration.group(3), drop);
      return;
    }
    for (String name : List.copyOf(imported.keySet())) {
      boolean meant =
          shell
              .snippets()
              .anyMatch(
                  s ->
                      s instanceof DeclarationSnippet
                          && shell.status(s).isActive()
                          && s.source().matches("(?s).*\\b" + name + "\\b.*"));
      if (!meant && exists(from, declaration.group(1) != null, name)) {
        drop(name, drop);
      }
    }
  }

  private void drop(String name, Consumer<Snippet> drop) {
    Snippet ours = imported.remove(name);
    if (ours != null) {
      drop.accept(ours);
    }
  }

  private static Optional<String> find(String name) {
    for (String home : PACKAGES) {
      try {
        Class<?> type = ClassLoader.getPlatformClassLoader().loadClass(home + "." + name);
        if (Modifier.isPublic(type.getModifiers())) {
          return Optional.of(type.getName());
        }
      } catch (ClassNotFoundException | LinkageError e) {
        // Another package may have it.
      }
    }
    return Optional.empty();
  }

  /** Returns whether no declaration or import of the notebook gives a name a meaning. */
  private boolean isFree(JShell shell, String name) {
    if (shell.types().anyMatch(type -> type.name().equals(name))) {
      return false;
    }
    List<ImportSnippet> imports = new ArrayList<>(shell.imports().toList());
    return imports.stream()
        .noneMatch(
            used -> {
              String full = used.fullname();
              int dot = full.lastIndexOf('.');
              return full.endsWith(".*")
                  ? exists(full.substring(0, dot), used.isStatic(), name)
                  : full.substring(dot + 1).equals(name);
            });
  }

  private boolean exists(String home, boolean nested, String name) {
    String file = home.replace('.', '/') + (nested ? "$" : "/") + name + ".class";
    return loader.getResource(file) != null;
  }
}
