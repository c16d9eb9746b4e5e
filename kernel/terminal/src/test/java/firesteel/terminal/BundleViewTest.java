package firesteel.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.display.FiresteelMetadata;
import firesteel.api.display.MimeBundle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.jline.terminal.Size;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.Test;

/** Tests the text of a bundle for terminals that report their type themselves or by variables. */
class BundleViewTest {
  private static final String SIXEL_ANSWER = "\u001b[?62;4;22c";

  private static final class FakeCharts implements ChartMaker {
    private final Optional<byte[]> picture;

    FakeCharts(byte[] picture) {
      this.picture = Optional.ofNullable(picture);
    }

    @Override
    public Optional<byte[]> picture(MimeBundle chart) {
      return picture;
    }

    @Override
    public Path page(MimeBundle chart) {
      return Path.of("/tmp/chart-1.html");
    }
  }

  /** A terminal that is a stream, with an environment of its own. */
  private static final class FakeTerminal extends ExternalTerminal {
    private final Map<String, String> environment;

    FakeTerminal(String type, Map<String, String> environment, String answer) throws IOException {
      super(
          "test",
          type,
          new ByteArrayInputStream(answer.getBytes(StandardCharsets.US_ASCII)),
          new ByteArrayOutputStream(),
          StandardCharsets.UTF_8);
      this.environment = environment;
      setSize(Size.of(80, 24));
    }

    @Override
    public String getenv(String name) {
      return environment == null ? null : environment.get(name); // Asked by the constructor too.
    }
  }

  private static byte[] picture() throws IOException {
    BufferedImage image = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1); // What can't be compressed takes several chunks.
    for (int i = 0; i < 20_000; i++) {
      image.setRGB(i % 200, i / 200, random.nextInt());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private static MimeBundle image() throws IOException {
    return MimeBundle.text("PNG image")
        .with(MimeBundle.PNG, Base64.getEncoder().encodeToString(picture()));
  }

  private static MimeBundle chart(String type) {
    Map<String, Object> trace = Map.of("type", type, "x", List.of("a", "b"), "y", List.of(1, 2));
    return MimeBundle.text("a chart")
        .with(
            "application/vnd.plotly.v1+json",
            Map.of("data", List.of(trace), "layout", Map.of("title", "Two bars")));
  }

  private static String shown(
      MimeBundle bundle, byte[] drawn, String type, Map<String, String> environment, String answer)
      throws IOException {
    try (FakeTerminal terminal = new FakeTerminal(type, environment, answer)) {
      return new BundleView(terminal, false, new FakeCharts(drawn)).of(bundle, true);
    }
  }

  private static String shown(MimeBundle bundle) throws IOException {
    return shown(bundle, null, "xterm-256color", Map.of(), "");
  }

  @Test
  void commands_to_the_terminal_in_data_are_shown_and_not_obeyed() {
    assertThat(BundleView.escapeControls("a\u001b]0;title\u0007\u009b2Jb\u007f\rc\td\ne"))
        .isEqualTo("a\u241b]0;title\u2407\ufffd2Jb\u2421\u240dc\td\ne");
  }

  @Test
  void kitty_gets_chunks_of_a_png_as_wide_as_columns() throws IOException {
    String text = shown(image(), null, "xterm-256color", Map.of("KITTY_WINDOW_ID", "1"), "");
    assertThat(text).startsWith("\u001b_Ga=T,f=100,q=2,c=20,m=1;").endsWith("\u001b\\\n");
    String[] chunks = text.strip().split("\u001b\\\\");
    StringBuilder data = new StringBuilder();
    for (int i = 0; i < chunks.length; i++) {
      String payload = chunks[i].substring(chunks[i].indexOf(';') + 1);
      assertThat(payload.length()).isLessThanOrEqualTo(4096);
      assertThat(chunks[i]).contains(i == chunks.length - 1 ? "m=0;" : "m=1;");
      data.append(payload);
    }
    assertThat(chunks.length).isGreaterThan(2);
    assertThat(Base64.getDecoder().decode(data.toString())).isEqualTo(picture());
  }

  @Test
  void iterm_gets_a_file() throws IOException {
    assertThat(shown(image(), null, "xterm-256color", Map.of("TERM_PROGRAM", "iTerm.app"), ""))
        .startsWith("\u001b]1337;File=width=20;")
        .contains("inline=1")
        .endsWith("\u0007\n");
  }

  @Test
  void a_terminal_that_says_sixel_gets_that() throws IOException {
    assertThat(shown(image(), null, "xterm-256color", Map.of(), SIXEL_ANSWER))
        .startsWith("\u001bP")
        .contains("#0;2;", "\u001b\\")
        .endsWith("\n");
  }

  @Test
  void others_get_text() throws IOException {
    assertThat(shown(image())).isEqualTo("PNG image\n");
    assertThat(shown(image(), null, "dumb", Map.of("KITTY_WINDOW_ID", "1"), ""))
        .isEqualTo("PNG image\n");
  }

  @Test
  void a_multiplexer_in_such_a_terminal_gets_text() throws IOException {
    Map<String, String> inside = Map.of("KITTY_WINDOW_ID", "1", "TMUX", "/tmp/tmux-0/default,1,0");
    assertThat(shown(image(), null, "tmux-256color", inside, "")).isEqualTo("PNG image\n");
  }

  @Test
  void a_chart_is_a_picture_when_it_can_be_drawn() throws IOException {
    Map<String, String> kitty = Map.of("KITTY_WINDOW_ID", "1");
    assertThat(shown(chart("bar"), picture(), "xterm-256color", kitty, "")).startsWith("\u001b_G");
    assertThat(shown(chart("bar"), null, "xterm-256color", kitty, "")).startsWith("Two bars\n");
  }

  @Test
  void a_chart_is_text_elsewhere() throws IOException {
    assertThat(shown(chart("bar"), picture(), "xterm-256color", Map.of(), ""))
        .startsWith("Two bars\na 1 ██");
  }

  @Test
  void a_chart_of_another_kind_is_a_page() throws IOException {
    assertThat(shown(chart("treemap")))
        .isEqualTo(
            "a chart\nOpen it in a browser; it is there until the shell ends:"
                + " file:///tmp/chart-1.html\n");
  }

  @Test
  void what_is_wide_on_purpose_stays_wide() throws IOException {
    String border = "+" + "-".repeat(100) + "+\n";
    String row = "|" + "x".repeat(100) + "|\n";
    String table = border + row + border + row + border;
    assertThat(shown(FiresteelMetadata.wide(MimeBundle.text(table)))).isEqualTo(table + "\n");
    assertThat(shown(MimeBundle.text(table)).lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void a_bundle_with_a_layout_is_laid_out_and_not_read_again() throws IOException {
    MimeBundle wide = MimeBundle.text("whole").withLayout(columns -> "fits " + columns + "\u001b");
    assertThat(shown(wide)).isEqualTo("fits 80\u241b\n");
    assertThat(shown(FiresteelMetadata.wide(wide))).isEqualTo("whole\n");
  }
}
