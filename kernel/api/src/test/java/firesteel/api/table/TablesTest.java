package firesteel.api.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Values of any kind as rows and columns. */
class TablesTest {
  /** A record within a record. */
  public record Place(double latitude, double longitude) {}

  /** A record with values of many kinds. */
  public record City(
      String name,
      int people,
      Place place,
      List<String> names,
      Optional<Integer> rank,
      State state) {}

  /** An enum. */
  public enum State {
    OPEN
  }

  private static final City BERN =
      new City("Bern", 134_000, new Place(46.9, 7.4), List.of("Berne"), Optional.of(5), State.OPEN);

  private static Table read(Object value) throws Exception {
    return Tables.read(value, TableRequest.rows(20)).orElseThrow();
  }

  private static List<String> names(Table table) {
    return table.columns().stream().map(Table.Column::name).toList();
  }

  private static List<String> types(Table table) {
    return table.columns().stream().map(Table.Column::type).toList();
  }

  @Test
  void records_become_rows_of_plain_values_with_their_types() throws Exception {
    Table table = read(List.of(BERN));
    assertThat(names(table)).containsExactly("name", "people", "place", "names", "rank", "state");
    assertThat(types(table))
        .containsExactly("String", "int", "Place", "List<String>", "Optional<Integer>", "State");
    assertThat(table.rows().get(0))
        .containsExactly(
            "Bern",
            134_000,
            Map.of("latitude", 46.9, "longitude", 7.4),
            List.of("Berne"),
            5,
            "OPEN");
    assertThat(table.total()).isEqualTo(1);
  }

  @Test
  void only_the_rows_and_columns_asked_for_are_read() throws Exception {
    List<City> many = IntStream.range(0, 1000).mapToObj(i -> BERN).toList();
    Table table = Tables.read(many, new TableRequest(3, List.of("PEOPLE", "name"))).orElseThrow();
    assertThat(names(table)).containsExactly("people", "name");
    assertThat(table.rows()).hasSize(3).allMatch(row -> row.equals(List.of(134_000, "Bern")));
    assertThat(table.total()).isEqualTo(1000);
  }

  @Test
  void an_unknown_column_is_answered_with_those_that_there_are() {
    assertThatThrownBy(() -> Tables.read(List.of(BERN), new TableRequest(1, List.of("poeple"))))
        .isInstanceOf(NoSuchColumnException.class)
        .hasMessage(
            "there is no column \"poeple\"; did you mean \"people\"? There are name, people,"
                + " place, names, rank, state");
    assertThatThrownBy(() -> Tables.read(List.of(), new TableRequest(1, List.of("x"))))
        .hasMessage(
            "there is no column \"x\"; there are none: it has no rows to take columns from");
  }

  @Test
  void a_name_that_differs_in_case_alone_is_ambiguous_when_two_do() {
    Map<String, Integer> row = new LinkedHashMap<>();
    row.put("Id", 1);
    row.put("ID", 2);
    assertThatThrownBy(() -> Tables.read(List.of(row), new TableRequest(1, List.of("id"))))
        .isInstanceOf(NoSuchColumnException.class)
        .hasMessageContaining("did you mean \"ID\" or \"Id\"?");
  }

  @Test
  void plain_values_are_one_column() throws Exception {
    Table numbers = read(new double[] {1.5, Double.NaN});
    assertThat(numbers.columns()).containsExactly(new Table.Column("value", "Double"));
    assertThat(numbers.rows()).containsExactly(List.of(1.5), List.of(Double.NaN));
    assertThat(read(Arrays.asList("a", null)).rows().get(1).get(0)).isNull();
    assertThat(read(List.of(1, "a")).columns()).containsExactly(new Table.Column("value", ""));
  }

  @Test
  void a_map_is_keys_and_values_and_maps_are_rows() throws Exception {
    assertThat(names(read(Map.of("a", 1)))).containsExactly("key", "value");
    Table rows = read(List.of(Map.of("a", 1), Map.of("b", BigDecimal.ONE)));
    assertThat(rows.columns())
        .containsExactly(new Table.Column("a", "Integer"), new Table.Column("b", "BigDecimal"));
    assertThat(rows.rows().get(0)).containsExactly(1, null);
  }

  @Test
  void moments_are_of_java_time() throws Exception {
    Instant moment = Instant.parse("2020-02-03T04:05:06.789012Z");
    ZoneId zone = ZoneId.systemDefault();
    assertThat(
            read(List.of(
                    moment,
                    Timestamp.from(moment),
                    java.util.Date.from(moment),
                    java.sql.Date.valueOf("2020-02-03")))
                .rows())
        .containsExactly(
            List.of(moment.atZone(zone)),
            List.of(moment.atZone(zone)),
            List.of(Instant.parse("2020-02-03T04:05:06.789Z").atZone(zone)),
            List.of(LocalDate.of(2020, 2, 3)));
  }

  @Test
  void values_that_hold_themselves_and_deep_ones_are_read() throws Exception {
    List<Object> self = new ArrayList<>();
    self.add(self);
    assertThat(read(List.of(Map.of("x", self))).rows())
        .containsExactly(List.of(List.of("(itself)")));
    List<Object> deep = List.of();
    for (int i = 0; i < 10_000; i++) {
      deep = List.of(deep);
    }
    assertThat(read(List.of(Map.of("x", deep))).rows().toString()).contains("…");
  }

  @Test
  void what_is_no_table_is_not_read() throws Exception {
    for (Object value : new Object[] {null, "text", 5, new byte[3], new Object()}) {
      assertThat(Tables.read(value, TableRequest.rows(1))).isEmpty();
    }
    assertThatThrownBy(() -> TableRequest.rows(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_result_of_jdbc_is_read_as_far_as_asked_and_says_that_it_has_moved_on() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select x id, 'n' || x name, timestamp '2020-02-03 04:05:06' at_, array[1, 2] list,"
                    + " cast('long' as clob) text, null nothing from system_range(1, 10)")) {
      result.next();
      Table table = Tables.read(result, TableRequest.rows(3)).orElseThrow();
      assertThat(names(table)).containsExactly("ID", "NAME", "AT_", "LIST", "TEXT", "NOTHING");
      assertThat(types(table)).startsWith("bigint", "character varying", "timestamp");
      assertThat(table.rows()).hasSize(3);
      assertThat(table.rows().get(0))
          .containsExactly(
              2L, "n2", LocalDateTime.of(2020, 2, 3, 4, 5, 6), List.of(1, 2), "long", null);
      assertThat(table.total()).isEqualTo(-1);
      assertThat(table.note()).contains("can't go back");
      Table rest = read(result);
      assertThat(rest.rows()).hasSize(5);
      assertThat(rest.total()).isEqualTo(5);
    }
  }

  @Test
  void a_result_that_scrolls_stays_where_it_stood() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
        Statement statement =
            connection.createStatement(
                ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
        ResultSet result = statement.executeQuery("select x from system_range(1, 3)")) {
      assertStaysAt(0, 3, result);
      result.next();
      assertStaysAt(1, 2, result);
      result.afterLast();
      assertStaysAt(0, 0, result);
      assertThat(result.isAfterLast()).isTrue();
    }
  }

  private static void assertStaysAt(int row, int left, ResultSet result) throws Exception {
    Table table = read(result);
    assertThat(table.rows()).hasSize(left);
    assertThat(table.note()).isEmpty();
    assertThat(result.getRow()).isEqualTo(row);
  }

  @Test
  void a_closed_connection_is_an_error_in_words() throws SQLException {
    ResultSet result;
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
      result = connection.createStatement().executeQuery("select 1");
    }
    assertThatThrownBy(() -> read(result))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(
            "if it, its Statement or its Connection is closed, run the query again");
  }

  @Test
  void names_of_columns_are_known_without_reading() {
    record City(String name, int people) {}
    assertThat(Tables.columns(List.of(new City("Bern", 1)))).containsExactly("name", "people");
    assertThat(Tables.columns(List.of())).isEmpty();
    assertThat(Tables.columns("text")).isEmpty();
    assertThat(Tables.columns(null)).isEmpty();
  }
}
