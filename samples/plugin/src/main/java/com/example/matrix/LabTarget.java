package com.example.matrix;

import firesteel.api.spark.ConnectAddress;
import firesteel.api.spark.ConnectRequest;
import firesteel.api.spark.ConnectTarget;
import java.util.List;

/** The target {@code %spark connect lab://CORES}: a Spark in this process. */
public final class LabTarget implements ConnectTarget {
  @Override
  public String name() {
    return "lab";
  }

  @Override
  public String summary() {
    return "The Spark of the laboratory: lab://CORES.";
  }

  @Override
  public List<Option> options() {
    return List.of(new Option("team", "NAME", "Whose work it is."));
  }

  @Override
  public ConnectAddress connect(ConnectRequest request) {
    if (!request.place().matches("[1-9]\\d*")) {
      throw new IllegalArgumentException(
          "lab:// takes a number of cores, such as lab://2, not \"" + request.place() + "\"");
    }
    request.progress().accept("The laboratory has " + request.place() + " cores.");
    return ConnectAddress.of("local[" + request.place() + "]")
        .withSetting("spark.app.name", request.options().getOrDefault("team", "laboratory"));
  }
}
