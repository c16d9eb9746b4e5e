package firesteel.notebook.parameters;

import firesteel.api.error.NearestNames;
import firesteel.notebook.parameters.GivenValue.Text;
import java.util.List;

/**
 * An enum.
 *
 * @param written the enum as the notebook writes it
 * @param constants the names of its constants
 */
record EnumType(String written, List<String> constants) implements ParameterType {
  @Override
  public Fitted fit(GivenValue value) throws UnfitValueException {
    if (value instanceof Text text && constants.contains(text.text())) {
      return new Fitted(written + "." + text.text(), text.text());
    }
    String near =
        value instanceof Text text
            ? NearestNames.question(NearestNames.of(text.text(), constants))
                .map(asked -> "; " + asked)
                .orElse("")
            : "";
    throw new UnfitValueException(wanted() + near);
  }

  @Override
  public String wanted() {
    return "one of " + String.join(", ", constants);
  }

  @Override
  public boolean hasNull() {
    return true;
  }
}
