package firesteel.api.plugin;

import java.util.concurrent.Callable;

/**
 * A command of the program: {@code firesteel NAME options arguments}. Annotated with picocli's
 * {@code @Command(name = ..., description = ...)}, its fields with {@code @Option} and
 * {@code @Parameters}; found by {@link java.util.ServiceLoader} under this interface. {@code
 * --help} is added where the class doesn't have it:
 *
 * <pre>{@code
 * @Command(name = "greet", description = "Greets somebody.")
 * public final class GreetCommand implements Subcommand {
 *   @Parameters(paramLabel = "NAME", description = "Whom to greet.")
 *   private String name;
 *
 *   @Spec private CommandSpec spec;
 *
 *   public Integer call() {
 *     spec.commandLine().getOut().println("Hello, " + name + ".");
 *     return 0;
 *   }
 * }
 * }</pre>
 *
 * <p>The number that it returns is the exit status of the program: 0 when all went well. An
 * exception ends the program with status 1 and its message.
 */
public interface Subcommand extends Callable<Integer> {}
