package firesteel.engine.magic;

import firesteel.api.error.MagicException;
import firesteel.api.error.NearestNames;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Describes what is wrong with a magic's line: the error, the options and parameters concerned, and
 * the synopsis; {@code --help} has the rest.
 */
final class UsageError {
  /** A longer synopsis lists all options, which would hide the error. */
  private static final int MAX_SYNOPSIS_LINES = 2;

  private final CommandLine command;
  private final StringBuilder said;

  private UsageError(CommandLine command, String problem) {
    this.command = command;
    this.said = new StringBuilder(name() + ": " + problem);
  }

  /** Returns the error for an exception of picocli. */
  static MagicException of(ParameterException e) {
    UsageError error = new UsageError(e.getCommandLine(), e.getMessage());
    if (e instanceof UnmatchedArgumentException unmatched) {
      unmatched.getUnmatched().forEach(error::proposeFor);
      error.nameCommands();
    } else if (e instanceof MissingParameterException missing) {
      missing.getMissing().forEach(error::describe);
    } else if (e.getArgSpec() != null) {
      error.describe(e.getArgSpec());
    }
    return error.exception(e);
  }

  /** Returns the error for an unknown option. */
  static MagicException unknownOption(CommandLine command, String option, String remark) {
    UsageError error = new UsageError(command, "Unknown option: " + option + remark);
    error.proposeFor(option);
    return error.exception(null);
  }

  /** Returns the error for any other problem. */
  static MagicException of(CommandLine command, String problem) {
    return new UsageError(command, problem).exception(null);
  }

  private CommandSpec spec() {
    return command.getCommandSpec();
  }

  private String name() {
    return command.getCommandSpec().qualifiedName();
  }

  private void proposeFor(String word) {
    int equals = word.indexOf('=');
    String wanted = equals < 0 ? word : word.substring(0, equals);
    if (wanted.startsWith("-")) {
      List<String> names = new ArrayList<>();
      spec().options().forEach(option -> names.addAll(List.of(option.names())));
      List<String> near = NearestNames.of(wanted, names);
      if (!near.isEmpty()) {
        said.append("\nDid you mean this?");
        near.stream().map(spec()::findOption).distinct().forEach(this::describe);
      }
      return;
    }
    List<String> near =
        NearestNames.of(wanted, spec().subcommands().keySet()).stream()
            .map(subcommand -> name() + " " + subcommand)
            .toList();
    NearestNames.sentence(near).ifPresent(asked -> said.append('\n').append(asked));
  }

  /** Adds the subcommands of a magic that does nothing without one. */
  private void nameCommands() {
    List<String> commands =
        spec().subcommands().values().stream()
            .map(subcommand -> subcommand.getCommandSpec())
            .filter(subcommand -> !subcommand.usageMessage().hidden())
            .map(CommandSpec::name)
            .distinct()
            .toList();
    if (!commands.isEmpty()) {
      said.append("\nCommands: ").append(String.join(", ", commands));
    }
  }

  private Help help() {
    return new Help(spec(), Help.defaultColorScheme(Ansi.OFF));
  }

  /** Adds the help lines of an option or a parameter. */
  private void describe(ArgSpec argument) {
    Help help = help();
    Help.Layout layout = help.createDefaultLayout();
    if (argument instanceof OptionSpec option) {
      layout.addOption(option, help.createDefaultParamLabelRenderer());
    } else {
      layout.addPositionalParameter(
          (PositionalParamSpec) argument, help.createDefaultParamLabelRenderer());
    }
    layout.toString().lines().forEach(line -> said.append("\n  ").append(line.stripTrailing()));
  }

  private MagicException exception(Throwable cause) {
    String synopsis = help().synopsis(0).strip();
    if (synopsis.lines().count() > MAX_SYNOPSIS_LINES) {
      synopsis = help().abbreviatedSynopsis().strip();
    }
    said.append("\nUsage: ").append(synopsis.replaceAll("\\s+", " "));
    said.append('\n').append(name()).append(" --help tells more.");
    return new MagicException(said.toString(), cause);
  }
}
