package firesteel.notebook.parameters;

import firesteel.notebook.Notebook;
import firesteel.notebook.parameters.GivenValue.Entries;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;

/** The options that give values to a notebook's parameters, for commands and magics. */
public final class ParameterOptions {
  @Option(
      names = {"-p", "--parameter"},
      paramLabel = "NAME=VALUE",
      description = {
        "Gives a parameter its value; may be given more than once.",
        "Parameters are the variables of the cell tagged parameters; the value is read by the"
            + " type there: text, a number, true or false, a date, a name of an enum, a list as"
            + " [1, 2] or 1,2."
      })
  private List<String> assignments = new ArrayList<>();

  @Option(
      names = "--params",
      paramLabel = "FILE",
      description = "Gives parameters the values of a YAML or JSON file; those of -p win.")
  private Path file;

  /** Creates options without values. */
  public ParameterOptions() {}

  /** Returns whether a value was given. */
  public boolean isGiven() {
    return !assignments.isEmpty() || file != null;
  }

  /**
   * Gives a notebook the values.
   *
   * @param name what messages call the notebook
   * @param resolve resolves the path of the file with parameters
   * @return the notebook as it is when no value was given
   * @throws ParametersRefusedException when a value can't be read or used
   */
  public NotebookParameters in(Notebook notebook, String name, UnaryOperator<Path> resolve)
      throws ParametersRefusedException {
    Map<String, GivenValue> given = new LinkedHashMap<>();
    if (file != null) {
      given.putAll(ofFile(resolve.apply(file)));
    }
    for (String assignment : assignments) {
      int equals = assignment.indexOf('=');
      if (equals < 1) {
        throw new ParametersRefusedException("-p takes NAME=VALUE, and not \"" + assignment + "\"");
      }
      given.put(
          assignment.substring(0, equals).strip(),
          new GivenValue.Text(assignment.substring(equals + 1)));
    }
    return given.isEmpty()
        ? NotebookParameters.none(notebook)
        : NotebookParameters.given(notebook, name, given);
  }

  private static Map<String, GivenValue> ofFile(Path file) throws ParametersRefusedException {
    String text;
    try {
      text = Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new ParametersRefusedException("there is no file of parameters " + file, e);
    } catch (CharacterCodingException e) {
      throw new ParametersRefusedException(file + " is no text in UTF-8", e);
    } catch (IOException e) {
      throw new ParametersRefusedException(file + " can't be read: " + e, e);
    }
    GivenValue read;
    try {
      boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
      read = json ? JsonValues.read(text) : YamlValues.read(text);
    } catch (ParametersRefusedException e) {
      throw new ParametersRefusedException(file + ", " + e.getMessage(), e);
    }
    if (read instanceof Entries entries) {
      return entries.entries();
    }
    if (read instanceof GivenValue.Nothing) {
      return Map.of();
    }
    throw new ParametersRefusedException(
        file + " holds " + read.shown() + "; parameters are lines as  name: value");
  }
}
