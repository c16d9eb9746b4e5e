package firesteel.sql;

import firesteel.api.magic.CompletionPlace;
import java.util.List;
import java.util.Optional;

/** The columns of the result of {@code %%sql}, for the completion of chart options. */
public final class SqlColumns {
  private SqlColumns() {}

  /**
   * The columns of the last statement below the magic's line; nothing is run.
   *
   * @return empty when they can't be told
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
