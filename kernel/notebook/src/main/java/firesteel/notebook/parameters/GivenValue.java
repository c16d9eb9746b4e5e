package firesteel.notebook.parameters;

import java.util.List;
import java.util.Map;

/** A value as the user gave it: scalars are texts, since the parameter's type reads them. */
sealed interface GivenValue {
  /** A scalar, as it was written. */
  record Text(String text) implements GivenValue {
    @Override
    public String shown() {
      return '"' + text + '"';
    }
  }

  /** A list. */
  record Items(List<GivenValue> items) implements GivenValue {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String shown() {
      return "a list";
    }
  }

  /** Names or keys with values, in order. */
  record Entries(Map<String, GivenValue> entries) implements GivenValue {
    @Override
    public String shown() {
      return "a map";
    }
  }

  /** Null. */
  record Nothing() implements GivenValue {
    @Override
    public String shown() {
      return "null";
    }
  }

  /** Returns it for a message. */
  String shown();
}
