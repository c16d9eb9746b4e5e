package firesteel.app;

import firesteel.engine.CommonPoolThreads;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine;

/** Where the program starts. */
public final class Main {
  /** The exit status of an error that was told to the user. */
  static final int FAILED = 1;

  private Main() {}

  /**
   * Runs one command and ends the process with its status: 0 when all went well, 2 when it was
   * called wrongly, others as the command's help says.
   */
  public static void main(String[] args) {
    CommonPoolThreads.install();
    exit(run(args));
  }

  /**
   * Ends the process, unless a signal is doing so: then its status counts. Java would take ours
   * when it comes after the last shutdown hook, just before the signal's.
   */
  private static void exit(int status) {
    Thread probe = new Thread(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      Runtime.getRuntime().removeShutdownHook(probe);
    } catch (IllegalStateException e) {
      while (true) {
        LockSupport.park(); // The process is ending.
      }
    }
    System.exit(status);
  }

  private static int run(String[] args) {
    // A kernel's start is measured in milliseconds, and picocli's model of all commands takes a
    // hundred of them: the one way in which kernelspecs start a kernel goes around it.
    if (args.length == 3 && args[0].equals("kernel") && args[1].equals("--connection-file")) {
      return KernelProcess.serve(Path.of(args[2]));
    }
    CommandLine commands = commandLine();
    PluginSubcommands.addTo(commands, args, System.getenv());
    return commands.execute(args);
  }

  /** The commands, their options and their help. */
  static CommandLine commandLine() {
    CommandLine commands = new CommandLine(new FiresteelCommand());
    commands.setExecutionExceptionHandler(
        (e, commandLine, parsed) -> {
          commandLine.getErr().println("firesteel: " + UserMessage.of(e));
          return FAILED;
        });
    return commands;
  }
}
