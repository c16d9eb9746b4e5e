package firesteel.notebook.parameters;

import firesteel.notebook.parameters.GivenValue.Items;
import firesteel.notebook.parameters.GivenValue.Text;
import java.util.ArrayList;
import java.util.List;

/** Reads lists and maps that were given as text: in YAML or JSON, or with commas. */
final class CollectionText {
  private CollectionText() {}

  /** Returns the items of a list. */
  static List<GivenValue> items(GivenValue value, String wanted) throws UnfitValueException {
    GivenValue read = flow(value, wanted);
    if (read instanceof Items list) {
      return list.items();
    }
    if (!(read instanceof Text text)) {
      throw new UnfitValueException(wanted);
    }
    List<GivenValue> items = new ArrayList<>();
    if (!text.text().isBlank()) {
      for (String item : text.text().split(",", -1)) {
        items.add(new Text(item.strip()));
      }
    }
    return items;
  }

  /** Returns the list or the map that a text in brackets holds; other values as they are. */
  static GivenValue flow(GivenValue value, String wanted) throws UnfitValueException {
    if (!(value instanceof Text text) || !text.text().strip().matches("(?s)[\\[{].*")) {
      return value;
    }
    try {
      return YamlValues.read(text.text());
    } catch (ParametersRefusedException e) {
      throw new UnfitValueException(wanted);
    }
  }
}
