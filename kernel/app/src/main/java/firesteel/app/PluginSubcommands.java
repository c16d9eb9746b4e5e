package firesteel.app;

import firesteel.api.plugin.Plugins;
import firesteel.api.plugin.Subcommand;
import firesteel.api.session.SessionSettings;
import firesteel.app.plugin.PluginPlaces;
import firesteel.engine.plugin.LoadedPlugins;
import firesteel.engine.plugin.PluginService;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The commands that plug-ins bring. They are looked for when a command is none of Firesteel's own,
 * and for the help.
 */
final class PluginSubcommands {
  private static final List<String> HELP = List.of("help", "-h", "--help");

  private final CommandLine commands;
  private final LoadedPlugins plugins;

  private PluginSubcommands(CommandLine commands, LoadedPlugins plugins) {
    this.commands = commands;
    this.plugins = plugins;
  }

  /** Adds them to the commands, when the arguments may mean one. */
  static void addTo(CommandLine commands, String[] args, Map<String, String> environment) {
    PluginPlaces places = SessionFactory.pluginPlaces(environment);
    addTo(
        commands,
        args,
        new LoadedPlugins(
            PluginSubcommands.class.getClassLoader(),
            places.all(),
            new SessionSettings(environment, Distribution.running().map(Distribution::folder))));
  }

  static void addTo(CommandLine commands, String[] args, LoadedPlugins plugins) {
    Optional<String> name = Arrays.stream(args).filter(a -> !a.startsWith("-")).findFirst();
    boolean own = name.filter(n -> commands.getSubcommands().containsKey(n)).isPresent();
    boolean help = Arrays.stream(args).limit(1).anyMatch(HELP::contains);
    if (!own && name.isPresent() || help) {
      new PluginSubcommands(commands, plugins).add(name.orElse(""));
    }
  }

  private void add(String asked) {
    for (PluginService<Subcommand> service : plugins.found(Subcommand.class)) {
      Optional<Subcommand> made = plugins.makeBare(service);
      if (made.isPresent()) {
        add(service, made.get(), asked);
      }
    }
    IParameterExceptionHandler usual = commands.getParameterExceptionHandler();
    commands.setParameterExceptionHandler((e, args) -> explained(e, args, usual));
    List<String> problems = plugins.untoldProblems();
    problems.forEach(problem -> commands.getErr().println("firesteel: " + problem));
    commands.getErr().flush();
  }

  private void add(PluginService<Subcommand> service, Subcommand subcommand, String asked) {
    CommandLine command;
    try {
      command = new CommandLine(subcommand);
    } catch (RuntimeException | LinkageError e) {
      plugins.reject(service, e);
      return;
    }
    command
        .setExecutionExceptionHandler(commands.getExecutionExceptionHandler())
        .setOut(commands.getOut())
        .setErr(commands.getErr());
    boolean helps = command.getCommandSpec().options().stream().anyMatch(OptionSpec::usageHelp);
    if (!helps) {
      command
          .getCommandSpec()
          .addOption(
              OptionSpec.builder("-h", "--help")
                  .usageHelp(true)
                  .type(boolean.class)
                  .description("Show this help message and exit.")
                  .build());
    }
    for (String name : service.names()) {
      if (commands.getSubcommands().containsKey(name)) {
        plugins.reject(
            service,
            new IllegalArgumentException("firesteel " + name + " is a command of Firesteel's own"));
      } else {
        commands.addSubcommand(name, command);
        if (name.equals(asked)) { // The process ends with it.
          Thread.currentThread().setContextClassLoader(subcommand.getClass().getClassLoader());
        }
      }
    }
  }

  private int explained(ParameterException e, String[] args, IParameterExceptionHandler usual)
      throws Exception {
    if (e.getCommandLine() == commands
        && e instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      String name = unmatched.getUnmatched().get(0);
      Optional<String> toAdd = plugins.howToAdd(Plugins.Kind.COMMAND, name);
      if (toAdd.isPresent()) {
        commands.getErr().println("firesteel: there is no command " + name + ". " + toAdd.get());
        commands.getErr().flush();
        return commands.getCommandSpec().exitCodeOnInvalidInput();
      }
    }
    return usual.handleParseException(e, args);
  }
}
