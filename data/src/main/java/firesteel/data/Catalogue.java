package firesteel.data;

import java.util.List;
import java.util.Optional;

/** Lists every dataset that can be generated. */
public final class Catalogue {
  private static final List<Dataset> DATASETS =
      List.of(
          new GlobalIncome(),
          new Reviews(),
          new UsageSessions(),
          new HealthIndicators(),
          new TaxiYellow(),
          new TaxiGreen(),
          new TaxiFhvhv(),
          new TaxiZones());

  private Catalogue() {}

  /** Returns all datasets, in the order of the walkthroughs. */
  public static List<Dataset> datasets() {
    return DATASETS;
  }

  /** Returns the dataset of a name; empty when there is none. {@code taxi} is the yellow taxis. */
  public static Optional<Dataset> find(String name) {
    String wanted = name.equals("taxi") ? "taxi_yellow" : name;
    return DATASETS.stream().filter(dataset -> dataset.name().equals(wanted)).findFirst();
  }
}
