package firesteel.charts.wordcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordCloudTest {
  private static final Map<String, Integer> COUNTS = counts();

  private static Map<String, Integer> counts() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Random random = new Random(5);
    for (int i = 0; i < 60; i++) {
      counts.put("word" + i, 1 + random.nextInt(50));
    }
    counts.put("Spark", 100);
    return counts;
  }

  private static WordCloud cloud() throws Exception {
    return WordCloud.of(COUNTS).size(400, 300);
  }

  @Test
  void the_most_frequent_word_is_first_and_largest() throws Exception {
    List<PlacedWord> layout = cloud().layout();
    assertThat(layout).hasSize(61);
    assertThat(layout.get(0).word()).isEqualTo("Spark");
    assertThat(layout).allMatch(word -> word.size() <= layout.get(0).size());
    assertThat(layout).extracting(PlacedWord::rotated).contains(true, false);
  }

  @Test
  void no_word_touches_another() throws Exception {
    BufferedImage all = cloud().background("transparent").colors("#000000").image();
    int ink = ink(all);
    WordCloudFont font = WordCloudFont.bundled();
    int apart = 0;
    for (PlacedWord word : cloud().layout()) {
      BufferedImage one = new BufferedImage(400, 300, BufferedImage.TYPE_INT_ARGB);
      Graphics2D graphics = one.createGraphics();
      graphics.setRenderingHint(
          java.awt.RenderingHints.KEY_ANTIALIASING, java.awt.RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          java.awt.RenderingHints.KEY_STROKE_CONTROL, java.awt.RenderingHints.VALUE_STROKE_PURE);
      graphics.setColor(Color.BLACK);
      graphics.translate(word.x(), word.y());
      graphics.fill(font.outline(word.word(), word.size(), word.rotated()));
      graphics.dispose();
      apart += ink(one);
    }
    assertThat(ink).isEqualTo(apart).isPositive();
  }

  private static int ink(BufferedImage image) {
    int ink = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        ink += image.getRGB(x, y) >>> 24 > 0 ? 1 : 0;
      }
    }
    return ink;
  }

  @Test
  void one_seed_gives_one_picture_and_another_seed_another() throws Exception {
    assertThat(pixels(cloud().seed(3).image())).isEqualTo(pixels(cloud().seed(3).image()));
    assertThat(cloud().seed(3).layout()).isNotEqualTo(cloud().seed(4).layout());
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  @Test
  void stop_words_are_left_out_in_any_case_and_the_rest_is_bounded() throws Exception {
    List<PlacedWord> layout = cloud().stopWords("SPARK").words(10).layout();
    assertThat(layout).hasSize(10).extracting(PlacedWord::word).doesNotContain("Spark");
  }

  @Test
  void words_stand_where_the_mask_is_dark(@TempDir Path folder) throws Exception {
    BufferedImage mask = new BufferedImage(300, 300, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = mask.createGraphics();
    graphics.setColor(Color.DARK_GRAY);
    graphics.fillRect(0, 0, 150, 300);
    graphics.dispose();
    Path file = folder.resolve("mask.png");
    ImageIO.write(mask, "png", file.toFile());

    BufferedImage image = WordCloud.of(COUNTS).mask(file).background("transparent").image();
    assertThat(image.getWidth()).isEqualTo(300);
    for (int y = 0; y < 300; y++) {
      for (int x = 150; x < 300; x++) {
        assertThat(image.getRGB(x, y) >>> 24).isZero();
      }
    }
    assertThat(ink(image)).isPositive();
    Path text = Files.writeString(folder.resolve("mask.txt"), "no picture");
    assertThatThrownBy(() -> WordCloud.of(COUNTS).mask(text))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is no picture");
  }

  @Test
  void the_same_bytes_are_saved_each_time(@TempDir Path folder) throws Exception {
    Path first = folder.resolve("new/first.png");
    Path second = folder.resolve("second.png");
    cloud().saveTo(first);
    cloud().saveTo(second);
    assertThat(first).hasSameBinaryContentAs(second);
    assertThat(ImageIO.read(first.toFile()).getHeight()).isEqualTo(300);
  }

  @Test
  void a_table_has_words_and_counts_in_any_order_and_equal_words_are_one() throws Exception {
    record Row(Long n, String title) {}
    List<PlacedWord> layout =
        WordCloud.of(
                List.of(
                    new Row(1L, "small"),
                    new Row(5L, "large"),
                    new Row(null, "none"),
                    new Row(2L, "small"),
                    new Row(-1L, "less")))
            .layout();
    assertThat(layout).extracting(PlacedWord::word).containsExactly("large", "small");
  }

  @Test
  void what_is_no_table_of_words_is_told() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WordCloud.of("text"))
        .withMessageContaining("a map from words to counts");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WordCloud.of(List.of(1, 2)))
        .withMessageContaining("no column of words");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WordCloud.of(COUNTS).colors("blue"))
        .withMessageContaining("#0072B2");
  }

  @Test
  void any_letters_and_lengths_and_no_words_at_all_are_drawn() throws Exception {
    assertThat(WordCloud.of(Map.of()).image().getWidth()).isEqualTo(800);
    Map<String, Object> odd = new LinkedHashMap<>();
    odd.put("日本", 5);
    odd.put("שלום", 4);
    odd.put("🔥", 3);
    odd.put(" ", 2);
    odd.put("x".repeat(1_000_000), 9);
    odd.put("nan", Double.NaN);
    odd.put("word", 1);
    assertThat(WordCloud.of(odd).size(300, 200).layout())
        .extracting(PlacedWord::word)
        .contains("日本", "שלום", "word")
        .doesNotContain("nan", "");
  }
}
