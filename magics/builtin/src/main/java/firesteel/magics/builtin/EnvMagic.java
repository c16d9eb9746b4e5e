package firesteel.magics.builtin;

import firesteel.api.display.Secrets;
import firesteel.api.error.MagicException;
import firesteel.api.magic.LineMagic;
import firesteel.api.magic.MagicContext;
import firesteel.api.magic.RawText;
import firesteel.api.session.ShellEnvironment;
import firesteel.api.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Implements {@code %env}, which shows or sets environment variables. */
@Command(
    name = "env",
    description = {
      "Shows or sets environment variables.",
      "",
      "%%env lists all, %%env NAME shows one, %%env NAME=VALUE sets one. A running JVM can't change"
          + " its own environment: what is set here reaches the commands of ! and %%%%bash, and not"
          + " System.getenv or Spark. Values of variables whose names speak of keys, tokens,"
          + " passwords or secrets are not shown."
    })
public final class EnvMagic implements LineMagic {
  @Option(
      names = {"-u", "--unset"},
      description = "Removes the variable.")
  private boolean unset;

  @RawText
  @Parameters(
      arity = "0..1",
      paramLabel = "NAME[=VALUE]",
      description = "The variable to show or to set.")
  private String text;

  @Override
  public Object runLine(MagicContext context) throws MagicException {
    ShellEnvironment environment = context.session().magics().environment();
    if (text == null) {
      if (unset) {
        throw new MagicException("%env -u needs the name of a variable");
      }
      list(environment, context);
    } else if (unset) {
      environment.remove(text);
      context.println("env: " + text + " is not set any more");
    } else if (text.indexOf('=') > 0) {
      set(environment, context);
    } else {
      show(environment, context);
    }
    return null;
  }

  private static void list(ShellEnvironment environment, MagicContext context) {
    List<List<Object>> rows = new ArrayList<>();
    environment.all().forEach((name, value) -> rows.add(row(name, value)));
    Table table = Table.of(List.of("name", "value"), rows);
    context.outputs().display(table.toWholeBundle(), Optional.empty());
  }

  private static List<Object> row(String name, String value) {
    return List.of(name, Secrets.masked(name, value));
  }

  private void set(ShellEnvironment environment, MagicContext context) throws MagicException {
    int equals = text.indexOf('=');
    String name = text.substring(0, equals).strip();
    String value = unquoted(text.substring(equals + 1).strip());
    if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      throw new MagicException("\"" + name + "\" is no name of an environment variable");
    }
    environment.set(name, value);
    context.println(
        "env: " + name + "=" + Secrets.masked(name, value) + " (for ! and %%bash commands)");
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 1
            && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && value.endsWith(value.substring(0, 1));
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private void show(ShellEnvironment environment, MagicContext context) throws MagicException {
    String value = environment.all().get(text);
    if (value == null) {
      throw new MagicException(
          "there is no environment variable "
              + text
              + "; %env lists all, %env NAME=VALUE sets one");
    }
    context.println(Secrets.masked(text, value));
  }
}
