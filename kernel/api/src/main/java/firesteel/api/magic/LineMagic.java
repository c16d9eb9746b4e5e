package firesteel.api.magic;

import firesteel.api.error.MagicException;

/**
 * A magic written as a line: {@code %name options arguments}. Each magic is a class, annotated with
 * picocli's {@code @Command(name = ..., description = ...)}, its fields with {@code @Option} and
 * {@code @Parameters}; found by {@link java.util.ServiceLoader} under this interface. A new
 * instance is created for each use. {@code --help} is added by the engine.
 *
 * <pre>{@code
 * @Command(name = "greet", description = "Greets somebody.")
 * public final class GreetMagic implements LineMagic {
 *   @Option(names = "--loud", description = "Greet in capitals.")
 *   private boolean loud;
 *
 *   @Parameters(paramLabel = "NAME", description = "Whom to greet.")
 *   private String name;
 *
 *   public Object runLine(MagicContext context) {
 *     String greeting = "Hello, " + name + "!";
 *     context.println(loud ? greeting.toUpperCase(Locale.ROOT) : greeting);
 *     return null;
 *   }
 * }
 * }</pre>
 */
public interface LineMagic {
  /**
   * Runs the magic, after picocli has set its fields.
   *
   * @param context the services that a magic may use
   * @return a value, shown like the value of an expression when the line ends the cell, or null
   * @throws MagicException for errors in the user's terms, which are shown without stack frames
   * @throws Exception any other failure; shown like an exception of the user's code
   */
  Object runLine(MagicContext context) throws Exception;
}
