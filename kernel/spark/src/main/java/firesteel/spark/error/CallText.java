package firesteel.spark.error;

import firesteel.source.JavaLexer;
import firesteel.source.JavaToken;
import firesteel.source.JavaToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A method call in a source text.
 *
 * @param receiver what it is called on; empty for a simple name
 * @param method its name
 * @param arguments their texts
 */
record CallText(Optional<String> receiver, String method, List<String> arguments) {
  /** Returns the index of the argument that is a lambda or a method reference. */
  Optional<Integer> lambda() {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      List<JavaToken> tokens = tokens(argument);
      int depth = 0;
      for (JavaToken token : tokens) {
        depth += token.kind() == Kind.OPEN ? 1 : token.kind() == Kind.CLOSE ? -1 : 0;
        if (depth == 0 && (token.is(argument, "->") || token.is(argument, "::"))) {
          return Optional.of(i);
        }
      }
    }
    return Optional.empty();
  }

  /** Returns the call whose dot, name or opening bracket is at a position. */
  static Optional<CallText> at(String source, int position) {
    List<JavaToken> tokens = tokens(source);
    for (int i = 0; i < tokens.size(); i++) {
      JavaToken token = tokens.get(i);
      if (token.end() > position) {
        return of(
            source, tokens, token.is(source, ".") ? i + 1 : token.is(source, "(") ? i - 1 : i);
      }
    }
    return Optional.empty();
  }

  /** Returns the innermost call whose brackets enclose a position. */
  static Optional<CallText> holding(String source, int position) {
    return enclosing(source, position, call -> true, false);
  }

  /**
   * Returns the last call of a chain, such as that of {@code take} in {@code df.limit(5).take(2)}.
   */
  static Optional<CallText> last(String expression) {
    List<JavaToken> tokens = tokens(expression);
    int last = tokens.size() - 1;
    if (last < 2 || !tokens.get(last).is(expression, ")")) {
      return Optional.empty();
    }
    return of(expression, tokens, matchingOpen(tokens, last) - 1)
        .filter(call -> call.receiver().isPresent());
  }

  /** Returns the same call with other arguments. */
  String with(List<String> newArguments) {
    return receiver.map(text -> ProblemText.plain(text) + ".").orElse("")
        + method
        + "("
        + String.join(", ", newArguments)
        + ")";
  }

  /**
   * Returns the innermost call that has a lambda among its arguments, one of which encloses a
   * position.
   */
  static Optional<CallText> around(String source, int position) {
    return enclosing(source, position, call -> call.lambda().isPresent(), true);
  }

  /**
   * Returns the innermost wanted call whose brackets enclose a position.
   *
   * @param throughOthers whether to look beyond braces and square brackets
   */
  private static Optional<CallText> enclosing(
      String source, int position, Predicate<CallText> wanted, boolean throughOthers) {
    List<JavaToken> tokens = tokens(source);
    int depth = 0;
    for (int i = tokens.size() - 1; i > 0; i--) {
      JavaToken token = tokens.get(i);
      if (token.start() >= position) {
        continue;
      }
      depth += token.kind() == Kind.CLOSE ? 1 : token.kind() == Kind.OPEN ? -1 : 0;
      if (depth < 0) {
        depth = 0; // Brackets around an expression, unless they are a call's.
        boolean isRound = token.is(source, "(");
        Optional<CallText> call =
            isRound ? of(source, tokens, i - 1).filter(wanted) : Optional.empty();
        if (call.isPresent() || !isRound && !throughOthers) {
          return call;
        }
      }
    }
    return Optional.empty();
  }

  private static List<JavaToken> tokens(String text) {
    return JavaLexer.tokens(text).stream().filter(token -> !token.isComment()).toList();
  }

  private static Optional<CallText> of(String source, List<JavaToken> tokens, int name) {
    if (name < 0
        || name + 1 >= tokens.size()
        || tokens.get(name).kind() != Kind.WORD
        || !tokens.get(name + 1).is(source, "(")) {
      return Optional.empty();
    }
    Optional<String> receiver = Optional.empty();
    if (name >= 2 && tokens.get(name - 1).is(source, ".")) {
      int first = primaryStart(source, tokens, name - 2);
      receiver =
          Optional.of(source.substring(tokens.get(first).start(), tokens.get(name - 2).end()));
    }
    return Optional.of(
        new CallText(receiver, tokens.get(name).text(source), arguments(source, tokens, name + 1)));
  }

  private static List<String> arguments(String source, List<JavaToken> tokens, int open) {
    List<String> arguments = new ArrayList<>();
    int depth = 0;
    int start = tokens.get(open).end();
    for (int i = open; i < tokens.size(); i++) {
      JavaToken token = tokens.get(i);
      depth += token.kind() == Kind.OPEN ? 1 : token.kind() == Kind.CLOSE ? -1 : 0;
      if (depth == 0 || (depth == 1 && token.is(source, ","))) {
        String argument = source.substring(start, token.start()).strip();
        if (!argument.isEmpty()) {
          arguments.add(argument);
        }
        start = token.end();
        if (depth == 0) {
          break;
        }
      }
    }
    return arguments;
  }

  /** Goes back from the last token of {@code a.b(c)[d].e} to its first. */
  private static int primaryStart(String source, List<JavaToken> tokens, int last) {
    int i = last;
    while (true) {
      while (i > 0 && tokens.get(i).kind() == Kind.CLOSE) {
        int open = matchingOpen(tokens, i);
        boolean called = open > 0 && tokens.get(open - 1).kind() == Kind.WORD;
        boolean chained = open > 0 && tokens.get(open - 1).kind() == Kind.CLOSE;
        if (!called && !chained) {
          return open;
        }
        i = open - 1;
      }
      if (i >= 2 && tokens.get(i - 1).is(source, ".")) {
        i -= 2;
      } else {
        return i > 0 && tokens.get(i - 1).is(source, "new") ? i - 1 : i;
      }
    }
  }

  private static int matchingOpen(List<JavaToken> tokens, int close) {
    int depth = 0;
    for (int i = close; i > 0; i--) {
      Kind kind = tokens.get(i).kind();
      depth += kind == Kind.CLOSE ? 1 : kind == Kind.OPEN ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return 0;
  }
}
