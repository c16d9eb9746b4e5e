package firesteel.magics.builtin;

import firesteel.api.error.MagicException;
import firesteel.api.magic.MagicContext;
import firesteel.notebook.Notebook;
import firesteel.notebook.parameters.ParameterOptions;
import firesteel.notebook.parameters.ParametersRefusedException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** What follows the name of a notebook in {@code %run}: values of parameters, then its args. */
@Command(name = "%run NOTEBOOK")
final class NotebookArguments {
  @Mixin private ParameterOptions parameters;

  @Parameters(arity = "0..*")
  private List<String> rest = new ArrayList<>();

  private NotebookArguments() {}

  static NotebookArguments of(List<String> words) throws MagicException {
    NotebookArguments arguments = new NotebookArguments();
    try {
      new CommandLine(arguments)
          .setStopAtPositional(true)
          .setUnmatchedOptionsArePositionalParams(true)
          .parseArgs(words.toArray(String[]::new));
    } catch (ParameterException e) {
      throw new MagicException("%run: " + e.getMessage(), e);
    }
    return arguments;
  }

  /** What is not a parameter. */
  List<String> rest() {
    return rest;
  }

  /** Returns a notebook with the values of its parameters. */
  Notebook in(String name, Notebook notebook, MagicContext context) throws MagicException {
    try {
      return parameters.in(notebook, name, context::resolve).notebook();
    } catch (ParametersRefusedException e) {
      throw new MagicException(e.getMessage(), e);
    }
  }
}
