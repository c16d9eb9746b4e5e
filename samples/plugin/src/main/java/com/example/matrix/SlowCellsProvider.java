package com.example.matrix;

import firesteel.api.session.ExtensionProvider;
import firesteel.api.session.SessionExtension;
import firesteel.api.session.SessionSettings;
import java.time.Duration;

/** Brings {@link SlowCells} into every session; the variable {@code SLOW_CELL_MILLIS} says what is slow. */
public final class SlowCellsProvider implements ExtensionProvider {
  @Override
  public String name() {
    return "slow-cells";
  }

  @Override
  public SessionExtension create(SessionSettings settings) {
    String millis = settings.environment().getOrDefault("SLOW_CELL_MILLIS", "60000");
    return new SlowCells(Duration.ofMillis(Long.parseLong(millis)));
  }
}
