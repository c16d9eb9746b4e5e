package com.example.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesteel.api.spark.ConnectAddress;
import firesteel.api.spark.ConnectRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabTargetTest {
  private final List<String> progress = new ArrayList<>();

  private ConnectAddress connect(String place, Map<String, String> options) {
    return new LabTarget()
        .connect(
            new ConnectRequest(place, options, Map.of(), Path.of(""), Map.of(), progress::add));
  }

  @Test
  void the_place_is_a_number_of_cores() {
    ConnectAddress address = connect("2", Map.of("team", "blue"));
    assertThat(address.url()).isEqualTo("local[2]");
    assertThat(address.settings()).containsEntry("spark.app.name", "blue");
    assertThat(progress).containsExactly("The laboratory has 2 cores.");
  }

  @Test
  void another_place_is_refused() {
    assertThatThrownBy(() -> connect("", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("such as lab://2");
  }
}
