package firesteel.notebook.parameters;

import firesteel.api.display.Secrets;
import firesteel.api.error.NearestNames;
import firesteel.notebook.Notebook;
import firesteel.notebook.NotebookCell;
import firesteel.notebook.parameters.ParameterDeclarations.Declaration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A notebook with values for its parameters, as papermill gives them: the variables of the cell
 * tagged {@code parameters} get them in a cell tagged {@code injected-parameters}, which follows
 * it.
 *
 * @param notebook the notebook with the injected cell
 * @param values the values by name, as JSON holds them, without secrets
 */
public record NotebookParameters(Notebook notebook, Map<String, Object> values) {
  /** The tag of the cell that declares the parameters with their defaults. */
  public static final String DECLARED = "parameters";

  /** The tag of the cell with the given values. */
  public static final String INJECTED = "injected-parameters";

  /** The format from which on cells have ids. */
  private static final int MINOR_WITH_IDS = 5;

  /** Copies the values. */
  public NotebookParameters {
    Objects.requireNonNull(notebook, "notebook");
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Returns a notebook as it is, without given values. */
  static NotebookParameters none(Notebook notebook) {
    return new NotebookParameters(notebook, Map.of());
  }

  /**
   * Gives values to the parameters of a notebook.
   *
   * @param name what messages call the notebook
   * @throws ParametersRefusedException when a name is unknown or a value doesn't fit
   */
  static NotebookParameters given(Notebook notebook, String name, Map<String, GivenValue> given)
      throws ParametersRefusedException {
    int declaring = indexOf(notebook, DECLARED);
    if (declaring < 0) {
      throw new ParametersRefusedException(
          name
              + " has no parameters: no code cell is tagged \""
              + DECLARED
              + "\". In JupyterLab select the cell that declares them, and add the tag under"
              + " Property Inspector > Common Tools > Cell Tags; in the file its metadata is"
              + " {\"tags\": [\""
              + DECLARED
              + "\"]}");
    }
    Map<String, Declaration> declared = ParameterDeclarations.of(notebook, declaring);
    List<String> lines = new ArrayList<>(List.of("// Parameters"));
    List<String> problems = new ArrayList<>();
    Map<String, Object> values = new LinkedHashMap<>();
    given.forEach(
        (parameter, value) -> {
          try {
            ParameterType.Fitted fitted = fit(parameter, value, declared);
            lines.add(declared.get(parameter).line(fitted.java()));
            values.put(parameter, shown(parameter, fitted.json()));
          } catch (UnfitValueException e) {
            problems.add(e.getMessage());
          }
        });
    if (!problems.isEmpty()) {
      throw new ParametersRefusedException(
          String.join("\n", problems) + "\n" + known(name, declared));
    }
    return new NotebookParameters(with(notebook, declaring, String.join("\n", lines)), values);
  }

  private static ParameterType.Fitted fit(
      String name, GivenValue value, Map<String, Declaration> declared) throws UnfitValueException {
    Declaration declaration = declared.get(name);
    if (declaration == null) {
      throw new UnfitValueException(
          "there is no parameter \""
              + name
              + "\""
              + NearestNames.question(NearestNames.of(name, declared.keySet()))
                  .map(asked -> "; " + asked)
                  .orElse(""));
    }
    String which = "parameter " + name + " (" + declaration.shown() + "): ";
    if (declaration.type().isEmpty()) {
      throw new UnfitValueException(
          which
              + "a value of this type can't be given; numbers, texts, dates, enums, lists, sets,"
              + " arrays and maps of them can");
    }
    ParameterType type = declaration.type().get();
    if (value instanceof GivenValue.Nothing && type.hasNull()) {
      return new ParameterType.Fitted("null", null);
    }
    try {
      return type.fit(value);
    } catch (UnfitValueException e) {
      throw new UnfitValueException(
          which + Secrets.masked(name, value.shown()) + " doesn't fit; give " + e.getMessage());
    }
  }

  private static Object shown(String name, Object json) {
    String text = Objects.toString(json, "");
    return Secrets.masked(name, text).equals(text) ? json : Secrets.masked(name, text);
  }

  private static String known(String notebook, Map<String, Declaration> declared) {
    if (declared.isEmpty()) {
      return "the cell tagged \"" + DECLARED + "\" of " + notebook + " declares no variables";
    }
    List<String> all =
        declared.values().stream().map(one -> "  " + one.shown() + " " + one.name()).toList();
    return "the parameters of " + notebook + ":\n" + String.join("\n", all);
  }

  /** Returns the notebook with the injected cell in place of the one that is there already. */
  private static Notebook with(Notebook notebook, int declaring, String source) {
    List<NotebookCell> cells = new ArrayList<>(notebook.cells());
    int place = indexOf(notebook, INJECTED);
    if (place >= 0) {
      cells.remove(place);
    } else {
      place = declaring + 1;
    }
    Map<String, Object> other = new LinkedHashMap<>();
    if (notebook.minor() >= MINOR_WITH_IDS) {
      other.put("id", id(cells));
    }
    Map<String, Object> metadata = Map.of("tags", List.of(INJECTED));
    cells.add(
        place,
        new NotebookCell(NotebookCell.CODE, source, metadata, List.of(), Optional.empty(), other));
    return notebook.withCells(cells);
  }

  private static String id(List<NotebookCell> cells) {
    String id = INJECTED;
    for (int number = 2; isTaken(cells, id); number++) {
      id = INJECTED + "-" + number;
    }
    return id;
  }

  private static boolean isTaken(List<NotebookCell> cells, String id) {
    return cells.stream().anyMatch(cell -> id.equals(cell.other().get("id")));
  }

  private static int indexOf(Notebook notebook, String tag) {
    for (int i = 0; i < notebook.cells().size(); i++) {
      if (notebook.cells().get(i).isCode() && notebook.cells().get(i).hasTag(tag)) {
        return i;
      }
    }
    return -1;
  }
}
