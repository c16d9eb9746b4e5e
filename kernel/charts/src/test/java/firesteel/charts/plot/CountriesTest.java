package firesteel.charts.plot;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.charts.plot.Countries.Country;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Bahamas, The | BHS
          Congo, Dem. Rep. | COD
          Congo, Rep. | COG
          Democratic Republic of the Congo | COD
          Côte d'Ivoire | CIV
          cote d’ivoire | CIV
          Curacao | CUW
          Egypt, Arab Rep. | EGY
          Gambia, The | GMB
          Hong Kong SAR, China | HKG
          Iran, Islamic Rep. | IRN
          Korea, Dem. People's Rep. | PRK
          Korea, Rep. | KOR
          Kosovo | XKX
          Kyrgyz Republic | KGZ
          Lao PDR | LAO
          Macao SAR, China | MAC
          Micronesia, Fed. Sts. | FSM
          Russian Federation | RUS
          Slovak Republic | SVK
          Somalia, Fed. Rep. | SOM
          St. Kitts and Nevis | KNA
          St. Lucia | LCA
          St. Martin (French part) | MAF
          Saint Vincent & the Grenadines | VCT
          São Tomé and Príncipe | STP
          Sint Maarten (Dutch part) | SXM
          Syrian Arab Republic | SYR
          Turkiye | TUR
          Turkey | TUR
          U.S.A. | USA
          usa | USA
          United States | USA
          ch | CHE
          ' Venezuela, RB ' | VEN
          Viet Nam | VNM
          Virgin Islands (U.S.) | VIR
          West Bank and Gaza | PSE
          Yemen, Rep. | YEM
          Niger | NER
          Nigeria | NGA
          Guinea | GIN
          Guinea-Bissau | GNB
          Dominica | DMA
          Dominican Republic | DOM
          """)
  void names_of_the_world_bank_and_others_are_known(String name, String code) {
    assertThat(Countries.find(name)).map(Country::code).contains(code);
  }

  @Test
  void every_country_of_iso_3166_is_known_by_its_codes() {
    for (String code : Locale.getISOCountries()) {
      Locale locale = new Locale.Builder().setRegion(code).build();
      assertThat(Countries.find(code)).as(code).isPresent();
      assertThat(Countries.find(locale.getISO3Country())).isEqualTo(Countries.find(code));
      assertThat(Countries.find(Countries.find(code).orElseThrow().name()))
          .as(code)
          .isEqualTo(Countries.find(code));
    }
  }

  @Test
  void what_is_no_country_is_not_found() {
    assertThat(Countries.find("Euro area")).isEmpty();
    assertThat(Countries.find("World")).isEmpty();
    assertThat(Countries.find("")).isEmpty();
    assertThat(Countries.find(null)).isEmpty();
    assertThat(Countries.continent("Atlantis")).isNull();
  }

  @Test
  void continents_are_told() {
    assertThat(Countries.continent("Kenya")).isEqualTo("Africa");
    assertThat(Countries.continent("Mexico")).isEqualTo("North America");
    assertThat(Countries.continent("Brazil")).isEqualTo("South America");
  }
}
