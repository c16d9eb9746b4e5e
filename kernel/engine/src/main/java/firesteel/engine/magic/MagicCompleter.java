package firesteel.engine.magic;

import firesteel.api.completion.Completion;
import firesteel.api.completion.Completion.Match;
import firesteel.api.error.MagicException;
import firesteel.api.magic.CandidatesInFolder;
import firesteel.api.magic.CandidatesInSession;
import firesteel.api.magic.CompletionPlace;
import firesteel.api.magic.RawText;
import firesteel.api.session.Session;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completes the lines of magics and shell commands. */
final class MagicCompleter {
  private final MagicRegistry registry;

  MagicCompleter(MagicRegistry registry) {
    this.registry = registry;
  }

  /** The context of a completion, which its values may depend on. */
  private record Place(Path folder, Optional<CompletionPlace> inSession) {}

  /** See {@link MagicRunner#complete(String, int, Path)}. */
  Completion complete(String line, int cursor, Path folder) {
    return complete(line, cursor, folder, null, "");
  }

  /** See {@link MagicRunner#complete(String, int, Session, String)}. */
  Completion complete(String line, int cursor, Session session, String body) {
    return complete(line, cursor, session.workingDirectory(), session, body);
  }

  private Completion complete(String line, int cursor, Path folder, Session session, String body) {
    String typed = line.substring(0, cursor);
    if (typed.stripLeading().startsWith("!")) {
      int start = typed.indexOf('!') + 1;
      Word word = currentWord(typed, start);
      return of(word, cursor, PathCandidates.complete(word.text(), word.openQuote(), folder));
    }
    MagicLine magic = MagicLine.of(typed);
    if (magic == null) {
      return Completion.none(cursor);
    }
    if (magic.nameEnd() == cursor) {
      return new Completion(magic.start(), cursor, names(magic));
    }
    Optional<MagicRegistry.Entry> entry = registry.find(magic.kind(), magic.name());
    if (entry.isEmpty()) {
      return Completion.none(cursor);
    }
    try {
      MagicCommand command = new MagicCommand(entry.get(), magic.kind());
      return arguments(command, typed, magic, folder, session, body);
    } catch (MagicException e) {
      return Completion.none(cursor); // a magic that can't be instantiated has no proposals
    }
  }

  private List<Match> names(MagicLine magic) {
    List<Match> matches = new ArrayList<>();
    addNames(magic.kind(), magic.name(), matches);
    if (magic.kind() == MagicKind.LINE && magic.name().isEmpty()) {
      addNames(MagicKind.CELL, "", matches);
    }
    return matches;
  }

  private void addNames(MagicKind kind, String begin, List<Match> matches) {
    for (MagicRegistry.Entry entry : registry.all(kind).values()) {
      if (entry.name().startsWith(begin)) {
        matches.add(new Match(kind.prefix() + entry.name(), "magic", entry.summary()));
      }
    }
  }

  private Completion arguments(
      MagicCommand whole,
      String typed,
      MagicLine magic,
      Path folder,
      Session session,
      String body) {
    MagicCommand command = whole;
    Word current = currentWord(typed, magic.argumentsStart());
    List<Word> before = Word.split(typed.substring(0, current.start()), magic.argumentsStart());
    List<String> words = before.stream().map(Word::text).toList();
    Place place =
        new Place(
            folder,
            Optional.ofNullable(session)
                .map(s -> new CompletionPlace(s, whole.magic(), words, body)));
    int position = 0;
    boolean optionsEnded = false;
    OptionSpec waiting = null;
    int from = optionsStart(command, typed, magic.argumentsStart());
    boolean behindText = from > magic.argumentsStart();
    for (Word word : Word.split(typed.substring(0, current.start()), from)) {
      Optional<OptionSpec> option =
          optionsEnded || waiting != null ? Optional.empty() : command.option(word.text());
      if (waiting != null) {
        waiting = null;
      } else if (word.text().equals("--")) {
        optionsEnded = true;
      } else if (option.isEmpty()) {
        Optional<MagicCommand> subcommand = command.subcommand(word.text());
        if (subcommand.isPresent() && position == 0 && !optionsEnded) {
          command = subcommand.get();
        } else {
          position++;
        }
      } else if (command.takesNextWord(option.get(), word.text())) {
        waiting = option.get();
      }
    }
    if (waiting != null) {
      return of(current, typed.length(), values(waiting, current.text(), current, place));
    }
    boolean raw = command.rawText().isPresent();
    if (raw && (position > command.parametersBeforeRawText() || optionsEnded)) {
      return Completion.none(typed.length());
    }
    if (current.text().startsWith("-") && !optionsEnded) {
      return optionOrItsValue(command, current, typed, place);
    }
    List<Match> matches = new ArrayList<>();
    if (position == 0) {
      matches.addAll(subcommands(command, current.text()));
    }
    parameter(command, position)
        .filter(p -> !behindText)
        .ifPresent(p -> matches.addAll(values(p, current.text(), current, place)));
    if (matches.isEmpty() && current.text().isEmpty() && !optionsEnded) {
      matches.addAll(options(command, ""));
    }
    return of(current, typed.length(), matches);
  }

  /** Returns where the options begin: behind the raw text, for magics that allow them there. */
  private static int optionsStart(MagicCommand command, String typed, int argumentsStart) {
    if (command.rawText().filter(RawText::optionsBehind).isEmpty()) {
      return argumentsStart;
    }
    String arguments = typed.substring(argumentsStart);
    int end = command.rawEnd(arguments, command.rawStart(arguments));
    return end < arguments.length() ? argumentsStart + end : argumentsStart;
  }

  private static List<Match> subcommands(MagicCommand command, String begin) {
    return command.subcommands().stream()
        .filter(name -> name.startsWith(begin))
        .sorted()
        .map(name -> new Match(name, "command", command.summary(name)))
        .toList();
  }

  private static Completion optionOrItsValue(
      MagicCommand command, Word current, String typed, Place place) {
    int equals = current.text().indexOf('=');
    if (equals < 0) {
      return of(current, typed.length(), options(command, current.text()));
    }
    String value = current.text().substring(equals + 1);
    int start = typed.indexOf('=', current.start()) + 1;
    char quote = start < typed.length() ? current.openQuote() : 0;
    Word valueWord = new Word(value, start, typed.length(), quote);
    List<Match> matches =
        command
            .option(current.text())
            .map(option -> values(option, value, valueWord, place))
            .orElse(List.of());
    return of(valueWord, typed.length(), matches);
  }

  private static List<Match> options(MagicCommand command, String begin) {
    List<Match> matches = new ArrayList<>();
    for (OptionSpec option : command.spec().options()) {
      for (String name : option.names()) {
        if (name.startsWith(begin) && !option.hidden()) {
          matches.add(new Match(name, "option", description(option)));
        }
      }
    }
    return matches;
  }

  private static String description(OptionSpec option) {
    String label = option.arity().max() > 0 ? option.paramLabel() + "  " : "";
    String[] text = option.description();
    return label + (text.length == 0 ? "" : String.format(text[0]));
  }

  private static Optional<ArgSpec> parameter(MagicCommand command, int position) {
    for (PositionalParamSpec parameter : command.spec().positionalParameters()) {
      if (parameter.index().min() <= position && position <= parameter.index().max()) {
        return Optional.of(parameter);
      }
    }
    return Optional.empty();
  }

  private static List<Match> values(ArgSpec argument, String begin, Word word, Place place) {
    Class<?> type = argument.type();
    if (argument.typeInfo().isMultiValue()) {
      type = argument.auxiliaryTypes()[0];
    }
    if (type == Path.class || type == File.class) {
      return PathCandidates.complete(begin, word.openQuote(), place.folder());
    }
    if (argument.completionCandidates() instanceof CandidatesInSession inSession) {
      return inSession(inSession, argument, begin, word, place);
    }
    List<String> candidates = new ArrayList<>();
    if (argument.completionCandidates() instanceof CandidatesInFolder inFolder) {
      candidates.addAll(inFolder.in(place.folder()));
    } else if (argument.completionCandidates() != null) {
      argument.completionCandidates().forEach(candidates::add);
    } else if (type.isEnum()) {
      Arrays.stream(type.getEnumConstants()).map(Object::toString).forEach(candidates::add);
    }
    return candidates.stream()
        .filter(c -> c.regionMatches(true, 0, begin, 0, begin.length()))
        .map(c -> new Match(c, "value", ""))
        .toList();
  }

  /**
   * Completes values that depend on the session; in a list, the last name. Names with blanks are
   * quoted.
   */
  private static List<Match> inSession(
      CandidatesInSession candidates, ArgSpec argument, String begin, Word word, Place place) {
    if (place.inSession().isEmpty()) {
      return List.of();
    }
    int last = argument.splitRegex().isEmpty() ? 0 : begin.lastIndexOf(',') + 1;
    String name = begin.substring(last);
    return candidates.in(place.inSession().get()).stream()
        .filter(c -> c.regionMatches(true, 0, name, 0, name.length()))
        .map(c -> quoted(begin.substring(0, last) + c, word.openQuote()))
        .map(text -> new Match(text, "value", ""))
        .toList();
  }

  private static String quoted(String text, char quote) {
    if (quote == '\'') {
      return quote + text + quote;
    }
    boolean plain = quote == 0 && text.chars().noneMatch(c -> c <= ' ' || "\"'\\".indexOf(c) >= 0);
    return plain ? text : '"' + text.replaceAll("([\\\\\"])", "\\\\$1") + '"';
  }

  /** Returns the word at the end of the text; empty when the text ends with a blank. */
  private static Word currentWord(String typed, int from) {
    Word last = new Word("", typed.length(), typed.length(), (char) 0);
    for (Word word : Word.split(typed, from)) {
      if (word.end() == typed.length()) {
        last = word;
      }
    }
    return last;
  }

  private static Completion of(Word word, int cursor, List<Match> matches) {
    return new Completion(word.start(), cursor, matches);
  }
}
