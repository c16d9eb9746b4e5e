package firesteel.engine.magic;

import firesteel.api.error.MagicException;
import firesteel.api.magic.RawText;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** A new instance of a magic, with the parser for its options and arguments. */
final class MagicCommand {
  private static final int USAGE_WIDTH = 90;

  private final CommandLine parser;
  private CommandLine chosen;
  private final String title;

  /**
   * Creates an instance.
   *
   * @throws MagicException when the magic's class can't be instantiated
   */
  MagicCommand(MagicRegistry.Entry entry, MagicKind kind) throws MagicException {
    title = kind.prefix() + entry.name();
    Object magic;
    try {
      magic = entry.maker().get();
    } catch (RuntimeException | ServiceConfigurationError | LinkageError e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new MagicException(title + " can't be used: it failed to load (" + cause + ")", e);
    }
    parser = new CommandLine(magic);
    chosen = parser;
    CommandSpec spec = parser.getCommandSpec();
    spec.name(title);
    spec.aliases(new String[0]);
    addHelp(parser);
    parser
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(USAGE_WIDTH);
  }

  private MagicCommand(CommandLine parser) {
    this.parser = parser;
    this.chosen = parser;
    this.title = parser.getCommandSpec().qualifiedName();
  }

  private static void addHelp(CommandLine command) {
    command
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("--help")
                .usageHelp(true)
                .type(boolean.class)
                .description("Show this help.")
                .build());
    command.getSubcommands().values().forEach(MagicCommand::addHelp);
  }

  /** The names of the subcommands; none for most magics. */
  Set<String> subcommands() {
    return parser.getSubcommands().keySet();
  }

  /** Returns the first line of a subcommand's description. */
  String summary(String subcommand) {
    String[] lines =
        parser.getSubcommands().get(subcommand).getCommandSpec().usageMessage().description();
    return lines.length == 0 ? "" : String.format(lines[0]);
  }

  /** Returns a subcommand as a command. */
  Optional<MagicCommand> subcommand(String name) {
    return Optional.ofNullable(parser.getSubcommands().get(name)).map(MagicCommand::new);
  }

  /** The magic itself, or the subcommand that {@link #parse} found, with its fields set. */
  Object magic() {
    return chosen.getCommand();
  }

  CommandSpec spec() {
    return parser.getCommandSpec();
  }

  /** Returns the help of the magic as plain text. */
  String usage() {
    return chosen.getUsageMessage(Ansi.OFF).stripTrailing();
  }

  /** The annotation of the parameter that takes the rest of the line, when the magic has one. */
  Optional<RawText> rawText() {
    return spec().positionalParameters().stream()
        .map(MagicCommand::rawText)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<RawText> rawText(PositionalParamSpec parameter) {
    return parameter.userObject() instanceof Field field
        ? Optional.ofNullable(field.getAnnotation(RawText.class))
        : Optional.empty();
  }

  /**
   * Sets the magic's fields from a line.
   *
   * @return false when only help is asked for
   * @throws MagicException when the line can't be parsed; the message has the usage
   */
  boolean parse(String arguments) throws MagicException {
    return parse(rawText().isPresent() ? wordsAndRawText(arguments) : words(arguments));
  }

  /**
   * Sets the magic's fields from words, which may have any characters; otherwise like {@link
   * #parse(String)}.
   */
  boolean parse(List<String> words) throws MagicException {
    try {
      ParseResult result = parser.parseArgs(words.toArray(String[]::new));
      while (result.hasSubcommand()) {
        result = result.subcommand();
      }
      chosen = result.commandSpec().commandLine();
      return !result.isUsageHelpRequested();
    } catch (ParameterException e) {
      throw UsageError.of(e);
    }
  }

  private List<String> words(String arguments) throws MagicException {
    List<String> texts = new ArrayList<>();
    for (Word word : Word.split(arguments, 0)) {
      requireClosed(word);
      texts.add(word.text());
    }
    return texts;
  }

  private List<String> wordsAndRawText(String arguments) throws MagicException {
    List<String> texts = new ArrayList<>();
    int rawStart = rawStart(arguments);
    for (Word word : Word.split(arguments.substring(0, rawStart), 0)) {
      requireClosed(word);
      texts.add(word.text());
    }
    int rawEnd = rawEnd(arguments, rawStart);
    for (Word word : Word.split(arguments.substring(rawEnd), 0)) {
      requireClosed(word);
      texts.add(texts.indexOf("--") < 0 ? texts.size() : texts.indexOf("--"), word.text());
    }
    String raw = arguments.substring(rawStart, rawEnd).strip();
    if (raw.matches("(?s)--[a-z][a-z-]+(\\s.*|=.*)?") && !texts.contains("--")) {
      throw UsageError.unknownOption(
          parser, Word.next(raw, 0).text(), " (write -- before Java code that starts with --)");
    }
    if (!raw.isEmpty()) {
      if (!texts.contains("--")) {
        texts.add("--");
      }
      texts.add(raw);
    }
    return texts;
  }

  /** Returns where the raw text ends, and the options behind it begin. */
  int rawEnd(String arguments, int rawStart) {
    return rawText().orElseThrow().optionsBehind()
        ? rawStart + JavaText.endOf(arguments.substring(rawStart))
        : arguments.length();
  }

  /** The number of parameters before the one that takes the rest of the line. */
  int parametersBeforeRawText() {
    return spec().positionalParameters().stream()
        .filter(parameter -> rawText(parameter).isPresent())
        .mapToInt(parameter -> parameter.index().min())
        .findFirst()
        .orElse(0);
  }

  /**
   * Returns where the raw text starts: at the first word that is neither an option, nor an option's
   * value, nor a parameter before the text.
   */
  int rawStart(String arguments) {
    boolean valueExpected = false;
    int before = parametersBeforeRawText();
    Word word = Word.next(arguments, 0);
    for (; word != null; word = Word.next(arguments, word.end())) {
      if (valueExpected) {
        valueExpected = false;
      } else if (word.text().equals("--")) {
        return Word.skipBlanks(arguments, word.end());
      } else {
        Optional<OptionSpec> option = option(word.text());
        if (option.isEmpty() && before == 0) {
          return word.start();
        }
        before -= option.isEmpty() ? 1 : 0;
        valueExpected = option.isPresent() && takesNextWord(option.get(), word.text());
      }
    }
    return arguments.length();
  }

  /** Returns the option that a word names: {@code -n}, {@code -n10}, {@code --name=value}. */
  Optional<OptionSpec> option(String word) {
    int equals = word.indexOf('=');
    OptionSpec exact = spec().findOption(equals < 0 ? word : word.substring(0, equals));
    if (exact != null && word.startsWith("-")) {
      return Optional.of(exact);
    }
    if (word.length() > 2 && word.charAt(0) == '-' && Character.isLetter(word.charAt(1))) {
      OptionSpec attached = spec().findOption(word.substring(0, 2));
      if (attached != null && (takesValue(attached) ? isNumber(word) : isCluster(word))) {
        return Optional.of(attached);
      }
    }
    return Optional.empty();
  }

  private static boolean isNumber(String word) {
    return word.substring(2).chars().allMatch(Character::isDigit);
  }

  private boolean isCluster(String word) {
    return word.chars()
        .skip(1)
        .mapToObj(c -> spec().findOption("-" + (char) c))
        .allMatch(option -> option != null && !takesValue(option));
  }

  /** Returns whether the word behind this one is the option's value. */
  boolean takesNextWord(OptionSpec option, String word) {
    return takesValue(option) && List.of(option.names()).contains(word);
  }

  private static boolean takesValue(ArgSpec option) {
    return option.arity().min() > 0;
  }

  private void requireClosed(Word word) throws MagicException {
    if (word.openQuote() != 0) {
      throw UsageError.of(parser, "The quote " + word.openQuote() + " is not closed.");
    }
  }
}
