package firesteel.magics.data;

import firesteel.api.error.MagicException;
import firesteel.api.error.NearestNames;
import firesteel.data.Catalogue;
import firesteel.data.Dataset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The names of the datasets: proposed where one is typed, and looked up. */
final class DatasetNames implements Iterable<String> {
  /** The short name of the dataset that most examples use. */
  static final String TAXI = "taxi";

  /** Called by picocli. */
  DatasetNames() {}

  private static List<String> all() {
    List<String> names = new ArrayList<>();
    Catalogue.find(TAXI).ifPresent(dataset -> names.add(TAXI));
    Catalogue.datasets().forEach(dataset -> names.add(dataset.name()));
    return names;
  }

  @Override
  public Iterator<String> iterator() {
    return all().iterator();
  }

  /**
   * Returns the dataset of a name.
   *
   * @throws MagicException when there is none; the message lists those that there are
   */
  static Dataset find(String name) throws MagicException {
    return Catalogue.find(name)
        .orElseThrow(
            () ->
                new MagicException(
                    "there is no dataset %s; %s"
                        .formatted(
                            name,
                            NearestNames.question(NearestNames.of(name, all()))
                                .orElse("there are " + String.join(", ", all())))));
  }
}
