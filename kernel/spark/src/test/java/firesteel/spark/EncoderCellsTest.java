package firesteel.spark;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.session.DroppedOutputs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncoderCellsTest extends SparkCase {
  @BeforeAll
  static void declare() {
    value(
        "record City(String name, int people) {}\n"
            + "record Pair<A, B>(A first, B second) {}\n"
            + "record Node(int n, Node next) {}\n"
            + "record Tree(int n, java.util.List<Tree> below) {}\n"
            + "record Raw(java.util.List tags) {}\n"
            + "record Zoned(java.time.ZonedDateTime at) {}\n"
            + "record Twice(Optional<Optional<String>> o) {}\n"
            + "record Alike(int a, int A) {}\n"
            + "record Thing(Object o) {}\n"
            + "record Days(java.time.Period p) {}\n"
            + "interface Shape {}\n"
            + "record Drawing(java.util.List<Shape> shapes) {}\n"
            + "class Open { public String name; public int people; }\n"
            + "class Fluent { private String name; public String name() { return name; } }\n"
            + "class ReadOnly { private final String name; public ReadOnly(String n) { name = n; }"
            + " public String getName() { return name; } }\n"
            + "class Whole { private int n; public int getN() { return n; }"
            + " public void setN(int n) { this.n = n; }"
            + " public int getTwice() { return 2 * n; } }\n"
            + "class Half extends Whole { public String note; }\n"
            + "class Chained { private int n; public int getN() { return n; }"
            + " public Chained setN(int n) { this.n = n; return this; } }\n"
            + "class Owner { private City city; public City getCity() { return city; }"
            + " public void setCity(City c) { city = c; } }\n"
            + "enum Colour { RED, BLUE }");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "encoder(Shape.class) | interface Shape can be of several classes",
        "encoder(Drawing.class) | the elements of the component shapes of Drawing",
        "encoder(Node.class) | Node contains itself (the component next of Node)",
        "encoder(Tree.class) | Tree contains itself",
        "encoder(Raw.class) | write its type, such as List<String>",
        "encoder(Zoned.class) | use an Instant, and a String for the zone",
        "encoder(Twice.class) | Optional of an Optional",
        "encoder(Alike.class) | a and A of Alike have one name to Spark",
        "encoder(Thing.class) | the component o of Thing",
        "encoder(Pair.class) | encoder(Pair.class, String.class, Integer.class)",
        "encoder(Pair.class, String.class) | Pair has 2 type parameters",
        "encoder(Open.class) | record Open(String name, int people) {}",
        "encoder(Fluent.class) | record Fluent(String name) {}",
        "encoder(ReadOnly.class) | no constructor without parameters",
        "Encoders.bean(City.class) | write encoder(City.class)",
        "Encoders.bean(Open.class) | record Open(String name, int people) {}, with encoder(Open.class)",
        "Encoders.bean(Fluent.class) | has no bean properties",
        "Encoders.bean(Owner.class) | Owner holds the record City",
        "Encoders.kryo(City.class) | Kryo in Spark can't make records",
        "spark.createDataFrame(List.of(new City(\"a\", 1)), City.class) | write spark.createDataset(rows, encoder(City.class)).toDF()",
        "spark.createDataFrame(sc.parallelize(List.of(1)).map(i -> new Open()), Open.class) | has no bean properties",
        "udf((UDF1<Integer, City>) n -> null, DataTypes.StringType) | give encoder(City.class).schema() as its type",
        "udf((UDF1<Integer, Long>) n -> 1L, DataTypes.IntegerType) | give DataTypes.LongType as its type",
        "udf((UDF1<Integer, LocalDate>) n -> null, DataTypes.TimestampType) | give DataTypes.DateType as its type",
        "udf((UDF1<Thing[], Long>) n -> 1L, DataTypes.LongType) | the component o of Thing",
        "spark.udf().register(\"f\", (UDF1<java.util.List<String>[], Long>) n -> 1L, DataTypes.StringType) | the UDF f returns Long",
      })
  void what_no_row_can_keep_is_refused_with_what_to_write(String code, String said) {
    String failure = failure(code);
    assertThat(failure).contains(said);
    assertThat(failure).contains("Cell [");
    assertThat(failure).doesNotContain("firesteel");
  }

  @Test
  void a_bean_that_keeps_all_is_nobody_s_business() {
    assertThat(told("spark.createDataFrame(List.of(new Whole()), Whole.class).columns().length"))
        .isEmpty();
    assertThat(told("Encoders.bean(Whole.class)")).isEmpty();
    assertThat(told("encoder(Whole.class)")).isEmpty();
  }

  @Test
  void fields_that_a_bean_loses_are_named() {
    assertThat(told("Encoders.bean(Half.class)")).contains("Half loses note (no getter)");
    assertThat(told("Encoders.bean(ReadOnly.class)")).contains("ReadOnly loses name (no setter");
    assertThat(told("encoder(Chained.class)")).contains("n (its setter is not void)");
  }

  private static String told(String code) {
    StringBuilder text = new StringBuilder();
    run(
        code,
        new DroppedOutputs() {
          @Override
          public void stderr(String err) {
            text.append(err);
          }
        });
    return text.toString();
  }

  @Test
  void columns_have_the_names_and_types_of_the_components() {
    assertThat(value("encoder(City.class).schema().simpleString()"))
        .isEqualTo("struct<name:string,people:int>");
    assertThat(value("encoder(Colour.class).schema().simpleString()"))
        .isEqualTo("struct<value:string>");
    assertThat(
            value(
                "Encoder<Pair<String, Integer>> pairs = encoder(Pair.class, String.class,"
                    + " Integer.class); pairs.schema().simpleString()"))
        .isEqualTo("struct<first:string,second:int>");
    assertThat(value("encoder(String.class).schema().simpleString()"))
        .isEqualTo("struct<value:string>");
  }

  @Test
  void a_udf_takes_and_returns_what_java_has_for_arrays_and_structs() {
    value(
        "spark.sql(\"SELECT array('a', 'b') AS l, array(1, 2) AS i\").createOrReplaceTempView(\"v\")");
    value(
        "spark.udf().register(\"odd\", (UDF2<Set<String>, int[], Optional<City>>) (s, i) ->"
            + " Optional.of(new City(s.toString(), i[1])), encoder(City.class).schema())");
    value(
        "spark.udf().register(\"whatever\", (UDF1<Object, Object>) o -> List.of(new City(\"c\", 1)),"
            + " DataTypes.createArrayType(encoder(City.class).schema()))");
    assertThat(value("spark.sql(\"SELECT odd(l, i).name, whatever(l)[0].people FROM v\").first()"))
        .contains("[a, b]", "1");
  }

  @Test
  void a_udf_for_another_column_is_told_in_terms_of_both() {
    value(
        "spark.udf().register(\"whole\", (UDF1<Integer, Integer>) x -> x, DataTypes.IntegerType)");
    value(
        "spark.udf().register(\"namer\", (UDF1<City, String>) c -> c.name(), DataTypes.StringType)");
    assertThat(failure("spark.sql(\"SELECT whole(1L)\").collectAsList()"))
        .contains("the UDF whole is written for Integer", "bigint", "write Long")
        .doesNotContain("loader");
    assertThat(failure("spark.sql(\"SELECT namer(named_struct('name', 'a'))\").collectAsList()"))
        .contains("a record or a bean with `people`", "it has `name`");
    assertThat(failure("spark.sql(\"SELECT namer(1L)\").collectAsList()"))
        .contains("gets a column of type bigint", "named_struct");
  }

  @Test
  void a_null_for_a_primitive_component_is_told_in_terms_of_the_record() {
    assertThat(
            failure(
                "spark.sql(\"SELECT 'x' AS name, CAST(null AS INT) AS people\")"
                    + ".as(encoder(City.class)).collectAsList()"))
        .contains("people of City is of type int")
        .contains("declare Integer people");
  }

  @Test
  void a_period_with_days_is_not_cut() {
    assertThat(
            failure(
                "spark.createDataset(List.of(new Days(java.time.Period.ofDays(3))),"
                    + " encoder(Days.class)).collectAsList()"))
        .contains("P3D has days");
  }

  @Test
  void an_aggregator_of_records_may_stand_in_select() {
    value(
        "class Longest extends Aggregator<City, City, City> {"
            + " public City zero() { return new City(\"\", 0); }"
            + " public City reduce(City a, City b) { return a.people() > b.people() ? a : b; }"
            + " public City merge(City a, City b) { return reduce(a, b); }"
            + " public City finish(City a) { return a; }"
            + " public Encoder<City> bufferEncoder() { return encoder(City.class); }"
            + " public Encoder<City> outputEncoder() { return encoder(City.class); } }");
    assertThat(
            value(
                "spark.createDataset(List.of(new City(\"a\", 1), new City(\"b\", 2)),"
                    + " encoder(City.class)).select(new Longest().toColumn()).first()"))
        .contains("b");
  }

  @Test
  void a_record_need_not_be_serializable_to_be_reduced() {
    assertThat(
            value(
                "spark.createDataset(List.of(new City(\"a\", 1), new City(\"b\", 2)),"
                    + " encoder(City.class)).reduce((ReduceFunction<City>) (x, y) ->"
                    + " new City(\"both\", x.people() + y.people()))"))
        .contains("City[name=both, people=3]");
  }

  @Test
  void an_aggregator_that_has_a_name_gives_it_to_its_column() {
    assertThat(
            value(
                "class Most extends Aggregator<City, Integer, Integer> {"
                    + " public Integer zero() { return 0; }"
                    + " public Integer reduce(Integer a, City b) { return a + b.people(); }"
                    + " public Integer merge(Integer a, Integer b) { return a + b; }"
                    + " public Integer finish(Integer a) { return a; }"
                    + " public Encoder<Integer> bufferEncoder() { return Encoders.INT(); }"
                    + " public Encoder<Integer> outputEncoder() { return Encoders.INT(); } }\n"
                    + "spark.createDataset(List.of(new City(\"a\", 1)), encoder(City.class))"
                    + ".select(new Most().toColumn().name(\"p\"),"
                    + " new Most().toColumn().name(\"q\")).filter(\"p = q\").columns()[1]"))
        .contains("q");
  }

  @Test
  void a_column_of_another_type_is_told_with_the_component() {
    assertThat(failure("spark.sql(\"SELECT 'a' AS name, 1L AS people\").as(encoder(City.class))"))
        .contains("the column people holds values of type bigint, and people of City takes int")
        .contains("declare people so that it holds long");
    assertThat(
            failure(
                "spark.sql(\"SELECT 'a' AS name, array(1) AS people\").as(encoder(City.class))"))
        .contains("values of type array<int>", "as a List, Map or record");
  }

  @Test
  void a_text_that_is_no_constant_is_told_with_those_that_are() {
    assertThat(
            failure("spark.sql(\"SELECT 'GREEN' AS c\").as(encoder(Colour.class)).collectAsList()"))
        .contains("a column holds GREEN, and the enum Colour has RED, BLUE", "add GREEN to Colour");
  }

  @Test
  void a_row_of_a_list_is_not_null() {
    assertThat(
            failure("spark.createDataset(Arrays.asList((City) null), encoder(City.class)).count()"))
        .contains("row 0 of the list is null");
  }
}
