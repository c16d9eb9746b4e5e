package firesteel.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TaxiZonesTest {
  private final Dataset zones = Catalogue.find("taxi_zones").orElseThrow();

  private final List<Object[]> rows =
      IntStream.range(0, (int) zones.maxRows()).mapToObj(row -> zones.row(1, row)).toList();

  @Test
  void there_are_the_265_zones_by_their_numbers() {
    assertThat(zones.maxRows()).isEqualTo(265);
    assertThat(zones.sampleRows()).isEqualTo(265);
    assertThat(rows)
        .extracting(row -> row[0])
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 265).boxed().toList());
  }

  @Test
  void boroughs_have_their_real_numbers_of_zones() {
    Map<Object, Long> boroughs =
        rows.stream().collect(Collectors.groupingBy(row -> row[1], Collectors.counting()));
    assertThat(boroughs)
        .isEqualTo(
            Map.of(
                "Manhattan", 69L,
                "Queens", 69L,
                "Brooklyn", 61L,
                "Bronx", 43L,
                "Staten Island", 20L,
                "EWR", 1L,
                "Unknown", 1L,
                "N/A", 1L));
  }

  @Test
  void well_known_zones_have_their_names() {
    assertThat(rows.get(0)).containsExactly(1, "EWR", "Newark Airport", "EWR");
    assertThat(rows.get(131)).containsExactly(132, "Queens", "JFK Airport", "Airports");
    assertThat(rows.get(137)).containsExactly(138, "Queens", "LaGuardia Airport", "Airports");
    assertThat(rows.get(160)).containsExactly(161, "Manhattan", "Midtown Center", "Yellow Zone");
    assertThat(rows.get(263)).containsExactly(264, "Unknown", "N/A", "N/A");
    assertThat(rows.get(264)).containsExactly(265, "N/A", "Outside of NYC", "N/A");
  }

  @Test
  void the_zones_are_the_same_for_each_seed() {
    assertThat(zones.row(2, 100)).isEqualTo(zones.row(3, 100));
    assertThat(zones.publishedFile(1, 0)).isEqualTo("taxi_zone_lookup.csv");
  }
}
