package firesteel.app;

import firesteel.engine.CommonPoolThreads;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine;

/** Runs the command line. */
public final class Main {
  /** The exit status after an error that was reported to the user. */
  static final int FAILED = 1;

  private Main() {}

  /**
   * Runs one command and ends the process with its status: 0 for success, 2 for a wrong call,
   * others as in the command's help.
   */
  public static void main(String[] args) {
    CommonPoolThreads.install();
    exit(run(args));
  }

  /**
   * Ends the process, unless a signal is already ending it: then the signal's status counts.
   * Otherwise Java would use this status if it came after the last shutdown hook, just before the
   * signal's.
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
    // picocli's model of all commands takes a hundred milliseconds of a kernel's start, so the call
    // that kernelspecs use bypasses it.
    if (args.length == 3 && args[0].equals("kernel") && args[1].equals("--connection-file")) {
      return KernelProcess.serve(Path.of(args[2]));
    }
    CommandLine commands = commandLine();
    PluginSubcommands.addTo(commands, args, System.getenv());
    return commands.execute(args);
  }

  /** Returns the commands with their options and help. */
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
