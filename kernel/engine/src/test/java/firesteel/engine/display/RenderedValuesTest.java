package firesteel.engine.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesteel.api.display.Bundles;
import firesteel.api.display.Html;
import firesteel.api.display.MimeBundle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class RenderedValuesTest {
  private static final String HOSTILE = "<script>alert('x')</script> & \"q\"";

  private final RendererRegistry displays = new RendererRegistry();

  /** A record. */
  public record Person(String name, Integer age) {}

  /** A record of something else. */
  public record City(String name, double area) {}

  /** A bean as Spark takes it. */
  public static class Account {
    private String owner;
    private long balance;
    private boolean open;

    public Account() {}

    Account(String owner, long balance) {
      this.owner = owner;
      this.balance = balance;
    }

    public String getOwner() {
      return owner;
    }

    public void setOwner(String owner) {
      this.owner = owner;
    }

    public long getBalance() {
      return balance;
    }

    public void setBalance(long balance) {
      this.balance = balance;
    }

    public boolean isOpen() {
      return open;
    }

    public void setOpen(boolean open) {
      this.open = open;
    }

    public String getSecret() {
      throw new AssertionError("a getter without a setter is no property");
    }
  }

  private String text(Object value) throws Exception {
    return displays.render(value).text();
  }

  private String html(Object value) throws Exception {
    return (String) displays.render(value).data().get(MimeBundle.HTML);
  }

  @Test
  void simple_values_are_their_own_text_alone() throws Exception {
    assertThat(displays.render(null)).isEqualTo(MimeBundle.text("null"));
    assertThat(displays.render("h\u00e9llo \uD83D\uDD25")).isEqualTo(MimeBundle.text("héllo 🔥"));
    assertThat(displays.render(HOSTILE)).isEqualTo(MimeBundle.text(HOSTILE));
    assertThat(text(2)).isEqualTo("2");
    assertThat(text(Double.NaN)).isEqualTo("NaN");
    assertThat(text('c')).isEqualTo("c");
    assertThat(text(Optional.of(3))).isEqualTo("Optional[3]");
    assertThat(text(Thread.State.NEW)).isEqualTo("NEW");
    assertThat(text(new IllegalStateException("oops")))
        .isEqualTo("java.lang.IllegalStateException: oops");
    assertThat(text(String.class)).isEqualTo("class java.lang.String");
  }

  @Test
  void what_to_string_throws_comes_out_and_a_null_from_it_is_shown() throws Exception {
    Object bad =
        new Object() {
          @Override
          public String toString() {
            throw new StackOverflowError("r");
          }
        };
    assertThatThrownBy(() -> displays.render(bad)).isInstanceOf(StackOverflowError.class);
    assertThatThrownBy(() -> displays.render(List.of(bad))).isInstanceOf(StackOverflowError.class);
    Object nothing =
        new Object() {
          @Override
          public String toString() {
            return null;
          }
        };
    assertThat(text(nothing)).isEqualTo("null");
  }

  @Test
  void very_long_text_is_cut_with_a_notice_between_whole_characters() throws Exception {
    String shown = text("x".repeat(999_999) + "\uD83D\uDD25" + "y".repeat(500_000));
    assertThat(shown)
        .startsWith("xxx")
        .endsWith(
            "x\n… cut: 999,999 of 1,500,001 characters are shown; print the text to see all of it");
    assertThat(text("x".repeat(1_000_000))).hasSize(1_000_000);
  }

  @Test
  void arrays_are_written_like_lists_and_bounded() throws Exception {
    assertThat(text(new int[] {1, 2, 3})).isEqualTo("[1, 2, 3]");
    assertThat(text(new double[][] {{1}, {2, Double.NaN}})).isEqualTo("[[1.0], [2.0, NaN]]");
    assertThat(text(new String[] {"a", null})).isEqualTo("[a, null]");
    assertThat(text(new byte[] {1, -1})).isEqualTo("[1, -1]");
    assertThat(text(new int[0])).isEqualTo("[]");
    assertThat(text(new int[100_000])).endsWith("0, … 99,800 more]").hasSizeLessThan(1_000);
  }

  @Test
  void collections_of_plain_values_are_text_alone() throws Exception {
    assertThat(displays.render(List.of(1, "a", List.of(new int[] {2}))))
        .isEqualTo(MimeBundle.text("[1, a, [[2]]]"));
    assertThat(text(IntStream.range(0, 1000).boxed().toList())).endsWith(", 199, … 800 more]");
    assertThat(text(Collections.nCopies(150, "x".repeat(1000)))).hasSizeLessThan(25_000);
  }

  @Test
  void containers_that_hold_themselves_are_written() throws Exception {
    List<Object> list = new ArrayList<>();
    list.add(list);
    assertThat(text(list)).isEqualTo("[(this Collection)]");
    Map<String, Object> map = new HashMap<>();
    map.put("me", map);
    map.put("list", list);
    list.add(map);
    assertThat(text(map)).contains("me=(this Map)");
    assertThat(html(map)).contains("(this Map)", "(this Collection)");
    Object[] array = new Object[1];
    array[0] = array;
    assertThat(text(array)).isEqualTo("[(this array)]");
    List<Object> rows = new ArrayList<>(List.of(map));
    map.put("rows", rows);
    assertThat(text(rows)).contains("me");
    List<Object> deep = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      deep = new ArrayList<>(List.of(deep));
    }
    assertThat(text(deep)).contains("[…]");
  }

  @Test
  void a_short_map_is_one_line_of_text_and_an_html_table() throws Exception {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("a", 1);
    map.put("b", null);
    assertThat(text(map)).isEqualTo("{a=1, b=null}");
    assertThat(html(map)).contains("<th", ">key<", ">value<", ">a</td>", "italic");
    assertThat(text(Map.of())).isEqualTo("{}");
    assertThat(displays.render(Map.of()).data()).containsOnlyKeys(MimeBundle.TEXT);
  }

  @Test
  void records_beans_and_maps_in_a_collection_are_rows_of_a_table() throws Exception {
    assertThat(text(List.of(new Person("Ada", 36), new Person("世界", null))))
        .isEqualTo(
            """
            +----+----+
            |name| age|
            +----+----+
            |Ada |  36|
            |世界|null|
            +----+----+""");
    assertThat(text(new Account[] {new Account("Ada", 5)}))
        .isEqualTo(
            """
            +-----+-------+-----+
            |owner|balance|open |
            +-----+-------+-----+
            |Ada  |      5|false|
            +-----+-------+-----+""");
    assertThat(text(List.of(Map.of("k", List.of(1, 2)), Map.of("k", Map.of("x", 1)))))
        .contains("|[1, 2]|", "|{x=1} |");
    assertThat(text(List.of(Map.entry("word", 3L)))).contains("|key |value|", "|word|    3|");
  }

  @Test
  void rows_of_different_kinds_share_their_columns() throws Exception {
    List<Object> mixed = new ArrayList<>(List.of(new Person("Ada", 36), new City("Paris", 105.4)));
    mixed.add(null);
    assertThat(text(mixed))
        .contains("|name | age| area|", "|Paris|null|105.4|", "|null |null| null|");
    assertThat(text(List.of(new Person("Ada", 36), 5))).startsWith("[Person[name=Ada");
  }

  @Test
  void a_long_table_shows_its_first_rows_and_how_many_there_are() throws Exception {
    NavigableSet<Integer> ages = new TreeSet<>(IntStream.range(0, 1234).boxed().toList());
    List<Person> people = ages.stream().map(age -> new Person("p" + age, age)).toList();
    assertThat(text(people)).contains("|p19 ", "first 20 of 1,234 rows").doesNotContain("p20");
    assertThat(html(people)).contains(">p49<", "first 50 of 1,234 rows").doesNotContain("p50");
  }

  @Test
  void a_wide_table_shows_its_first_columns() throws Exception {
    Map<String, Object> wide = new LinkedHashMap<>();
    IntStream.range(0, 500).forEach(i -> wide.put("c" + i, i));
    assertThat(text(List.of(wide))).contains("|c49|", "first 50 of 500 columns");
    assertThat(html(List.of(wide))).doesNotContain("c50<");
  }

  @Test
  void hostile_data_stays_data() throws Exception {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(HOSTILE, HOSTILE);
    row.put("long", HOSTILE.repeat(100_000));
    row.put("control", "a\u001b[31m\u0000\nb\u202Ec");
    assertThat(html(List.of(row)))
        .doesNotContain("<script", "'x'", "\u001b", "\u0000")
        .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;q&quot;")
        .hasSizeLessThan(50_000);
    assertThat(text(List.of(row)))
        .contains("a\uFFFD[31m\uFFFD↵b\uFFFDc")
        .doesNotContain("\u001b", "\u0000", "\u202E");
    assertThat(html(row)).doesNotContain("<script");
    assertThat(html(new Person(HOSTILE, 1))).doesNotContain("<script");
  }

  @Test
  void html_needs_no_script_style_sheet_id_or_network() throws Exception {
    assertThat(html(List.of(new Person("a", 1))).replace(Html.START_OF_DATA, ""))
        .doesNotContain("<script", "<style", " id=", " class=", "http", "url(", "hidden");
  }

  @Test
  void dollar_signs_in_data_are_no_formulas_and_in_the_users_html_they_are() throws Exception {
    Person person = new Person("$5 or $6", 1);
    for (Object data : List.of(List.of(person), Map.of("a", "\\(x\\)".repeat(20)), person)) {
      assertThat(html(data)).startsWith("<div class=\"mathjax_ignore tex2jax_ignore\">");
    }
    assertThat(html(Bundles.html("<b>$x$</b>"))).isEqualTo("<b>$x$</b>");
  }

  @Test
  void null_and_the_text_null_differ_in_html() throws Exception {
    List<Person> people = List.of(new Person("null", 1), new Person(null, 2));
    assertThat(html(people)).contains(">null</td>", "font-style:italic");
    assertThat(html(people).split(">null</span>", -1)).hasSize(2);
  }

  @Test
  void one_record_or_bean_is_a_line_of_text_and_a_table_of_its_parts() throws Exception {
    assertThat(text(new Person("Ada", 36))).isEqualTo("Person[name=Ada, age=36]");
    assertThat(html(new Person("Ada", 36))).contains(">name</td>", ">Ada</td>", ">36</td>");
    assertThat(text(new Account("Ada", 5))).isEqualTo("Account[owner=Ada, balance=5, open=false]");
  }

  @Test
  void images_are_shown_as_images() throws Exception {
    MimeBundle bundle = displays.render(new BufferedImage(4, 3, BufferedImage.TYPE_INT_ARGB));
    assertThat(bundle.text()).isEqualTo("image, 4 × 3 pixels");
    byte[] png = Base64.getDecoder().decode((String) bundle.data().get(MimeBundle.PNG));
    assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(4);
    assertThat(displays.render(png).data()).containsKey(MimeBundle.PNG);
    assertThat(displays.render(png).text()).startsWith("PNG image, ");
    assertThat(displays.render(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}).data())
        .containsKey(MimeBundle.JPEG);
    assertThat(displays.render("GIF89a".getBytes()).data()).containsKey(MimeBundle.GIF);
  }
}
