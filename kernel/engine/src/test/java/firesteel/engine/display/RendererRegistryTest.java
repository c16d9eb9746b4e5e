package firesteel.engine.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesteel.api.display.Bundles;
import firesteel.api.display.MimeBundle;
import firesteel.api.display.Renderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Tests registered renderers, and requests by MIME type. */
class RendererRegistryTest {
  private final RendererRegistry displays = new RendererRegistry();

  /** A record. */
  public record Person(String name, Integer age) {}

  private String text(Object value) throws Exception {
    return displays.render(value).text();
  }

  @Test
  void the_most_specific_registered_type_wins() throws Exception {
    displays.register(Object.class, v -> MimeBundle.text("object"));
    displays.register(Iterable.class, v -> MimeBundle.text("iterable"));
    assertThat(text(List.of())).isEqualTo("iterable");
    displays.register(List.class, v -> MimeBundle.text("list"));
    assertThat(text(List.of())).isEqualTo("list");
    displays.register(ArrayList.class, v -> MimeBundle.text("array list"));
    assertThat(text(new ArrayList<>(List.of(1)) {})).isEqualTo("array list");
    assertThat(text(new TreeSet<>())).isEqualTo("iterable");
    assertThat(text(5)).isEqualTo("object");
    displays.register(List.class, v -> MimeBundle.text("later"));
    assertThat(text(List.of())).isEqualTo("later");
  }

  @Test
  void a_registered_interface_goes_before_what_the_engine_brings_for_records() throws Exception {
    displays.register(Comparable.class, v -> MimeBundle.text("comparable"));
    record Point(int x) implements Comparable<Point> {
      @Override
      public int compareTo(Point other) {
        return 0;
      }
    }
    assertThat(text(new Point(1))).isEqualTo("comparable");
  }

  @Test
  void registered_rows_make_tables() throws Exception {
    displays.registerRows(Thread.State.class, s -> Map.of("state", s.name()));
    assertThat(text(List.of(Thread.State.NEW))).contains("|state|", "|NEW  |");
  }

  @Test
  void text_is_the_content_itself_of_a_type_asked_for() throws Exception {
    assertThat(displays.render("<b>x</b> &amp; y", "text/html").data())
        .isEqualTo(Map.of("text/html", "<b>x</b> &amp; y", "text/plain", "x & y"));
    assertThat(displays.render("{\"a\": [1]}", "application/json").data())
        .containsEntry("application/json", Map.of("a", List.of(1)));
    assertThat(displays.render("<b>", "text/plain")).isEqualTo(MimeBundle.text("<b>"));
    assertThatThrownBy(() -> displays.render("{", "application/json"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not JSON: ");
    assertThatThrownBy(() -> displays.render("x", "html"))
        .hasMessageContaining("\"html\" is no MIME type");
  }

  @Test
  void of_a_value_only_the_forms_asked_for_are_shown() throws Exception {
    List<Person> people = List.of(new Person("Ada", 36));
    assertThat(displays.render(people, "text/plain").data()).containsOnlyKeys("text/plain");
    assertThat(displays.render(people, "application/json").data())
        .containsEntry("application/json", List.of(Map.of("name", "Ada", "age", 36)));
    assertThatThrownBy(() -> displays.render(people, "image/png"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("can't be shown as image/png, but as text/plain, text/html");
  }

  @Test
  void bundles_are_values_too() throws Exception {
    MimeBundle bold = Bundles.html("<p>a<br>b</p><style>x</style><td>1 &lt; 2</td>");
    assertThat(displays.render(bold)).isSameAs(bold);
    assertThat(bold.text()).isEqualTo("a\nb\n1 < 2");
    assertThat(displays.render(Bundles.json(Map.of("a", 1))).data())
        .containsEntry("application/json", Map.of("a", 1));
    assertThatThrownBy(() -> Bundles.image(new byte[3]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Shown as itself, and on request as LaTeX. */
  private record Formula(String latex) {}

  private static final class FormulaRenderer implements Renderer<Object> {
    @Override
    public MimeBundle render(Object value) {
      return MimeBundle.text(value.toString());
    }

    @Override
    public MimeBundle render(Object value, String... mimeTypes) {
      return render(value).with(MimeBundle.LATEX, ((Formula) value).latex());
    }
  }

  @Test
  void a_renderer_can_have_forms_that_are_shown_on_request_only() throws Exception {
    displays.register(Formula.class, new FormulaRenderer());
    assertThat(displays.render(new Formula("x")).data()).containsOnlyKeys("text/plain");
    assertThat(displays.render(new Formula("x"), "text/latex", "text/html").data())
        .containsEntry("text/latex", "x")
        .doesNotContainKey("text/html");
  }

  @Test
  void a_renderer_of_a_type_by_name_is_made_when_a_value_of_it_is_shown() throws Exception {
    AtomicInteger made = new AtomicInteger();
    displays.register(
        Formula.class.getName(),
        () -> {
          made.incrementAndGet();
          return new FormulaRenderer();
        });
    displays.render(List.of(1));
    assertThat(made).hasValue(0);
    assertThat(displays.render(new Formula("x")).text()).startsWith("Formula");
    displays.render(new Formula("y"));
    assertThat(made).hasValue(1);
  }
}
