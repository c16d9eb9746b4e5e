package firesteel.jupyter.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WireJsonTest {
  /** A user's class. */
  public record Point(int x, int y) {}

  private static String write(Object value) {
    return new String(WireJson.write(value), StandardCharsets.UTF_8);
  }

  private static Map<String, Object> read(String json) throws IOException {
    return WireJson.readObject(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void reads_what_json_has() throws IOException {
    Map<String, Object> object =
        read(
            "{\"t\":\"\u00e9\\n\",\"i\":1,\"l\":5000000000,\"d\":1.5,\"b\":true,\"n\":null,"
                + "\"a\":[1,[],{}],\"o\":{\"k\":\"v\"}}");

    assertThat(object)
        .containsEntry("t", "\u00e9\n")
        .containsEntry("i", 1)
        .containsEntry("l", 5_000_000_000L)
        .containsEntry("d", 1.5)
        .containsEntry("b", true)
        .containsEntry("n", null)
        .containsEntry("a", List.of(1, List.of(), Map.of()))
        .containsEntry("o", Map.of("k", "v"));
  }

  @Test
  void refuses_what_is_no_single_object() {
    for (String bad : List.of("", "[]", "1", "{", "{\"a\":}", "{}{}", "{} x", "\u0000")) {
      assertThatThrownBy(() -> read(bad)).as(bad).isInstanceOf(IOException.class);
    }
  }

  @Test
  void writes_values_of_all_kinds() {
    assertThat(write(List.of("\"<\u00e9", 1, 2L, 1.5, 1.5f, (short) 3, true)))
        .isEqualTo("[\"\\\"<\u00e9\",1,2,1.5,1.5,3,true]");
    assertThat(write(new BigInteger("123456789012345678901"))).isEqualTo("123456789012345678901");
    assertThat(write(new BigDecimal("0.10"))).isEqualTo("0.10");
    assertThat(write(new int[] {1, 2})).isEqualTo("[1,2]");
    assertThat(write(Map.of(1, new Object[] {"x", null}))).isEqualTo("{\"1\":[\"x\",null]}");
    assertThat(write(new Point(1, 2))).isEqualTo("{\"x\":1,\"y\":2}");
    assertThat(write(JsonNodeFactory.instance.objectNode().put("a", 1))).isEqualTo("{\"a\":1}");
  }

  @Test
  void numbers_that_json_lacks_stay_readable() throws IOException {
    assertThat(read(write(Map.of("v", Double.NaN)))).containsEntry("v", "NaN");
  }

  @Test
  void half_a_character_does_not_spoil_the_message() throws IOException {
    assertThat(read(write(Map.of("v", "a\uD83D")))).containsEntry("v", "a?");
  }

  @Test
  void a_list_that_holds_itself_is_refused() {
    List<Object> endless = new ArrayList<>();
    endless.add(endless);

    assertThatThrownBy(() -> WireJson.write(endless)).isInstanceOf(IllegalArgumentException.class);
  }
}
