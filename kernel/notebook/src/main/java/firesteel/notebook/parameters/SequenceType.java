package firesteel.notebook.parameters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A list, a set or an array.
 *
 * @param form how the expression stands around its items
 * @param item the type of the items
 * @param nullable whether items may be null
 */
record SequenceType(Form form, ParameterType item, boolean nullable) implements ParameterType {
  /**
   * What stands around the items.
   *
   * @param before such as {@code List.of(}
   * @param after such as {@code )}
   * @param distinct whether items that are there already are left out, as {@code Set.of} refuses
   *     them
   */
  record Form(String before, String after, boolean distinct) {}

  @Override
  public Fitted fit(GivenValue value) throws UnfitValueException {
    Map<String, Object> fitted = new LinkedHashMap<>();
    List<String> java = new ArrayList<>();
    List<Object> json = new ArrayList<>();
    for (GivenValue given : CollectionText.items(value, wanted())) {
      Fitted one = one(given);
      if (form.distinct && fitted.putIfAbsent(one.java(), one) != null) {
        continue;
      }
      java.add(one.java());
      json.add(one.json());
    }
    return new Fitted(form.before + String.join(", ", java) + form.after, json);
  }

  private Fitted one(GivenValue given) throws UnfitValueException {
    if (given instanceof GivenValue.Nothing && nullable && item.hasNull()) {
      return new Fitted("null", null);
    }
    try {
      return item.fit(given);
    } catch (UnfitValueException e) {
      throw new UnfitValueException(wanted());
    }
  }

  @Override
  public String wanted() {
    return "a list such as [1, 2] or 1,2, each item " + item.wanted();
  }

  @Override
  public boolean hasNull() {
    return true;
  }
}
