package firesteel.sql;

import firesteel.api.magic.CompletionPlace;
import java.util.List;
import java.util.Optional;

/** Finds the columns of the result of {@code %%sql}, to complete chart options. */
public final class SqlColumns {
  private SqlColumns() {}

  /**
   * Returns the columns of the last statement below the magic's line; runs nothing.
   *
   * @return empty when they can't be determined
   */
  public static List<String> of(CompletionPlace place) {
    return KnownNames.of(place.session(), jdbc(place.words()))
        .map(known -> known.resultColumns(place.body()))
        .orElse(List.of());
  }

  private static Optional<String> jdbc(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).startsWith("--jdbc=")) {
        return Optional.of(words.get(i).substring("--jdbc=".length()));
      }
      if (words.get(i).equals("--jdbc") && i + 1 < words.size()) {
        return Optional.of(words.get(i + 1));
      }
    }
    return Optional.empty();
  }
}
