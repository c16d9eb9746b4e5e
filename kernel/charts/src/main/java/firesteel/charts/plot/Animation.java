package firesteel.charts.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Builds the frames of an animated chart, and the controls that play them. */
final class Animation {
  private static final int FRAME_MILLIS = 700;
  private static final int MOVE_MILLIS = 400;

  private final String column;
  private final List<String> names;
  private final List<List<Map<String, Object>>> traces;
  private final boolean redraws;

  /**
   * Creates an animation.
   *
   * @param column the name of the animated column, escaped
   * @param names of the frames, escaped
   * @param traces of each frame, in the same order
   */
  Animation(
      String column, List<String> names, List<List<Map<String, Object>>> traces, boolean redraws) {
    this.column = column;
    this.names = names;
    this.traces = traces;
    this.redraws = redraws;
  }

  /** Returns the frames, each with only what differs between frames. */
  List<Map<String, Object>> frames() {
    List<Object> indexes = new ArrayList<>();
    for (int i = 0; i < traces.get(0).size(); i++) {
      indexes.add(i);
    }
    List<Map<String, Object>> frames = new ArrayList<>();
    for (int frame = 0; frame < names.size(); frame++) {
      List<Object> changes = new ArrayList<>();
      for (int trace = 0; trace < indexes.size(); trace++) {
        changes.add(changing(frame, trace));
      }
      frames.add(FigureJson.object("name", names.get(frame), "data", changes, "traces", indexes));
    }
    return frames;
  }

  private Map<String, Object> changing(int frame, int index) {
    Map<String, Object> changes = new LinkedHashMap<>();
    traces
        .get(frame)
        .get(index)
        .forEach(
            (key, value) -> {
              boolean differs =
                  traces.stream()
                      .anyMatch(all -> !Objects.deepEquals(all.get(index).get(key), value));
              if (differs || key.equals("type")) {
                changes.put(key, value);
              }
            });
    return changes;
  }

  /** Adds play, pause and a slider below the plot. */
  void addTo(Map<String, Object> layout) {
    Map<String, Object> play = options(FRAME_MILLIS, redraws ? 0 : MOVE_MILLIS);
    play.put("fromcurrent", true);
    List<Object> stop = new ArrayList<>();
    stop.add(null);
    layout.put(
        "updatemenus",
        List.of(
            FigureJson.object(
                "type",
                "buttons",
                "direction",
                "left",
                "showactive",
                false,
                "x",
                0,
                "xanchor",
                "left",
                "y",
                0,
                "yanchor",
                "top",
                "pad",
                FigureJson.object("t", below(layout), "r", 8),
                "buttons",
                List.of(button("▶", null, play), button("❚❚", stop, options(0, 0))))));
    List<Object> steps = new ArrayList<>();
    for (String name : names) {
      steps.add(
          FigureJson.object(
              "method", "animate", "label", name, "args", List.of(List.of(name), options(0, 0))));
    }
    layout.put(
        "sliders",
        List.of(
            FigureJson.object(
                "active",
                0,
                "x",
                0,
                "xanchor",
                "left",
                "len",
                1,
                "y",
                0,
                "yanchor",
                "top",
                "pad",
                FigureJson.object("t", below(layout) - 12, "l", 96, "b", 8),
                "borderwidth",
                0,
                "ticklen",
                4,
                "minorticklen",
                2,
                "font",
                FigureJson.object("size", 11),
                "currentvalue",
                FigureJson.object(
                    "prefix",
                    column + ": ",
                    "xanchor",
                    "right",
                    "font",
                    FigureJson.object("size", 14)),
                "steps",
                steps)));
  }

  /** Returns how far below the plot the controls are: past the labels and the title of an axis. */
  private static int below(Map<String, Object> layout) {
    return layout.containsKey("xaxis") ? 56 : 20;
  }

  private static Map<String, Object> button(
      String label, List<Object> frames, Map<String, Object> options) {
    List<Object> arguments = new ArrayList<>();
    arguments.add(frames);
    arguments.add(options);
    return FigureJson.object("method", "animate", "label", label, "args", arguments);
  }

  private Map<String, Object> options(int frameMillis, int moveMillis) {
    return FigureJson.object(
        "mode", "immediate",
        "frame", FigureJson.object("duration", frameMillis, "redraw", redraws),
        "transition", FigureJson.object("duration", moveMillis, "easing", "linear"));
  }
}
