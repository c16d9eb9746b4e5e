package firesteel.charts.save;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesteel.charts.Figure;
import firesteel.engine.RealPart;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartFilesTest {
  @TempDir Path folder;

  private static Figure figure(String type) {
    return Figure.of(
        List.of(
            Map.of(
                "type",
                type,
                "x",
                List.of(1, 2),
                "y",
                List.of(3, 4),
                "z",
                List.of(1, 2),
                "locations",
                List.of("FRA", "BRA"),
                "name",
                "</script><b>é")),
        Map.of("title", Map.of("text", "Fruit & é")));
  }

  @Test
  void a_page_holds_all_that_it_needs() throws Exception {
    Path file = ChartFiles.saveHtml(figure("bar"), folder.resolve("chart.html"));

    assertThat(file).isAbsolute().isRegularFile();
    String page = Files.readString(file);
    assertThat(page).contains("<title>Fruit &amp; é</title>").contains("firesteelPage(");
    assertThat(page.replaceAll("firesteelPage\\('[^']*'", "")).doesNotContain("src=");
  }

  @Test
  void jsplots_figures_are_saved_too() throws Exception {
    var histogram = tech.tablesaw.plotly.api.Histogram.create("Lengths", new double[] {1, 2, 2});

    Path file = ChartFiles.saveHtml(histogram, folder.resolve("chart.html").toString());

    assertThat(file).content().contains("<title>Lengths</title>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bar", "scatter3d", "choropleth"})
  void a_browser_draws_pictures(String type) throws Exception {
    RealPart.require(browserIsHere(), "Chromium");

    BufferedImage png =
        ImageIO.read(ChartFiles.savePng(figure(type), folder.resolve("a.png")).toFile());

    assertThat(png.getWidth()).isEqualTo(1800);
    assertThat(png.getHeight()).isEqualTo(1000);
    assertThat(png.getRGB(0, 0)).isEqualTo(0xFFFFFFFF);
    long colours = Arrays.stream(png.getRGB(0, 0, 1800, 1000, null, 0, 1800)).distinct().count();
    assertThat(colours).isGreaterThan(20);
  }

  @Test
  void a_drawing_is_svg_in_the_figures_own_size() throws Exception {
    RealPart.require(browserIsHere(), "Chromium");
    Figure small =
        Figure.of(
            figure("bar").data(),
            Map.of("title", Map.of("text", "1 + 1 é"), "width", 300, "height", 200));

    Path file = ChartFiles.saveSvg(small, folder.resolve("a.svg"));

    assertThat(file).content().startsWith("<svg").contains("width=\"300\"").contains("1 + 1 é");
  }

  private static boolean browserIsHere() {
    try {
      Browsers.find(System.getenv());
      return true;
    } catch (BrowserException e) {
      return false;
    }
  }

  @Test
  void without_a_browser_the_user_is_told_what_to_do() {
    assertThatThrownBy(() -> Browsers.find(Map.of("FIRESTEEL_BROWSER", "/no/such/browser")))
        .isInstanceOf(BrowserException.class)
        .hasMessage("FIRESTEEL_BROWSER names no program: there is no executable /no/such/browser.");
  }

  @Test
  void a_browser_is_found_on_the_path_unless_one_is_named() throws Exception {
    Path chrome = executable("google-chrome");
    Path mine = executable("mine");

    assertThat(Browsers.find(Map.of("PATH", folder.toString()))).isEqualTo(chrome);
    assertThat(
            Browsers.find(Map.of("PATH", folder.toString(), "FIRESTEEL_BROWSER", mine.toString())))
        .isEqualTo(mine);
  }

  private Path executable(String name) throws Exception {
    Path file = Files.writeString(folder.resolve(name), "");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  @Test
  void what_is_no_chart_and_a_folder_that_is_missing_are_refused() {
    assertThatThrownBy(() -> ChartFiles.saveHtml("text", folder.resolve("a.html")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a chart is needed")
        .hasMessageContaining("java.lang.String");
    assertThatThrownBy(() -> ChartFiles.saveHtml(figure("bar"), folder.resolve("no/a.html")))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("there is no folder");
  }
}
