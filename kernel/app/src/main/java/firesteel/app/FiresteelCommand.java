package firesteel.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The top-level command, which has all others as subcommands. */
@Command(
    name = "firesteel",
    description = "Java notebooks with Apache Spark already running.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      LabCommand.class,
      ShellCommand.class,
      RunCommand.class,
      ClusterCommand.class,
      SparkCommand.class,
      DataCommand.class,
      PluginCommand.class,
      InstallCommand.class,
      UninstallCommand.class,
      DoctorCommand.class,
      TestCommand.class,
      PackageCommand.class,
      VersionCommand.class,
      KernelCommand.class,
      WarmUpCommand.class,
      HelpCommand.class
    },
    footer = {
      "",
      "Begin with:  firesteel lab",
      "A file runs as it is:  firesteel job.jsh ARGS, firesteel Job.java, firesteel book.ipynb",
      "",
      "Environment:",
      "  FIRESTEEL_JAVA    the JDK to use (its folder or its java); else JAVA_HOME, else PATH",
      "  FIRESTEEL_MEMORY  the largest heap of a kernel, such as 2g; by default half of the memory",
      "  SPARK_HOME        a Spark 4.0 to 4.3 to use instead of the bundled one",
      "  SPARK_CONF_DIR    the folder of spark-defaults.conf"
    })
final class FiresteelCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }
}
