package firesteel.engine.display;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.display.FiresteelMetadata;
import firesteel.api.display.MimeBundle;
import firesteel.api.table.PagerText;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PagerTextTest {
  private static final String LONG = "x".repeat(500);

  private final RendererRegistry displays = new RendererRegistry();

  @Test
  void tables_have_many_rows_and_no_value_is_cut() throws Exception {
    List<Map<String, String>> rows = Collections.nCopies(300, Map.of("remark", LONG));
    String text = PagerText.of(rows, displays, 200);
    assertThat(text.lines().filter(line -> line.equals("|" + LONG + "|"))).hasSize(200);
    assertThat(text).endsWith("first 200 of 300 rows × 1 column");
  }

  @Test
  void others_are_their_text() throws Exception {
    assertThat(PagerText.of(List.of(1, 2), displays, 200)).isEqualTo("[1, 2]");
    assertThat(PagerText.of(LONG, displays, 200)).isEqualTo(LONG);
  }

  @Test
  void metadata_that_is_there_stays() {
    MimeBundle progress =
        MimeBundle.text("a").withMetadata("firesteel", Map.of("kind", "progress"));
    assertThat(FiresteelMetadata.isWide(progress)).isFalse();
    assertThat(FiresteelMetadata.wide(progress).metadata())
        .isEqualTo(Map.of("firesteel", Map.of("kind", "progress", "wide", true)));
    assertThat(FiresteelMetadata.isWide(FiresteelMetadata.wide(progress))).isTrue();
  }
}
