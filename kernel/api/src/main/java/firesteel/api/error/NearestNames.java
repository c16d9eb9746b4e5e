package firesteel.api.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the names that a misspelled name may have meant. */
public final class NearestNames {
  private static final int MAX_NAMES = 3;

  private record Scored(String name, int distance) {}

  private NearestNames() {}

  /** Returns at most three names, the nearest first. */
  public static List<String> of(String wanted, Collection<String> names) {
    List<Scored> near = near(wanted, names);
    return near.stream()
        .filter(scored -> scored.distance <= near.get(0).distance)
        .limit(MAX_NAMES)
        .map(Scored::name)
        .toList();
  }

  /**
   * Returns the question whether one of the names was meant, as the end of a sentence: {@code did
   * you mean this or that?} Empty when there are no names.
   *
   * @param near as users write them
   */
  public static Optional<String> question(List<String> near) {
    return near.isEmpty()
        ? Optional.empty()
        : Optional.of("did you mean " + String.join(" or ", near) + "?");
  }

  /** Returns the {@link #question} as a sentence of its own. */
  public static Optional<String> sentence(List<String> near) {
    return question(near).map(asked -> "D" + asked.substring(1));
  }

  private static List<Scored> near(String wanted, Collection<String> names) {
    String lower = wanted.toLowerCase(Locale.ROOT);
    int allowed = Math.max(1, wanted.length() / 3);
    return names.stream()
        .map(name -> new Scored(name, score(lower, name.toLowerCase(Locale.ROOT))))
        .filter(scored -> scored.distance <= allowed)
        .sorted(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name))
        .toList();
  }

  private static int score(String wanted, String name) {
    boolean begins = wanted.length() > 1 && name.startsWith(wanted);
    return begins ? 1 : distance(wanted, name);
  }

  /**
   * Returns the edit distance of two names, with swapped neighbours counted as one edit (optimal
   * string alignment).
   */
  public static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
