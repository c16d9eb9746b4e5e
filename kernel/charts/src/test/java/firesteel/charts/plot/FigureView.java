package firesteel.charts.plot;

import firesteel.charts.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks up values in figures by paths such as {@code marker.color}. */
final class FigureView {
  private FigureView() {}

  static Figure figure(Plot plot) {
    try {
      return plot.figure();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the value at a path; numbers in it are indexes of lists. */
  static Object at(Object from, String path) {
    Object here = from;
    for (String step : path.split("\\.")) {
      if (here instanceof Map<?, ?> map) {
        here = map.get(step);
      } else if (here instanceof List<?> list) {
        here = list.get(Integer.parseInt(step));
      } else {
        return null;
      }
    }
    return here;
  }

  /** Returns the value at a path in each trace. */
  static List<Object> each(Figure figure, String path) {
    List<Object> found = new ArrayList<>();
    figure.data().forEach(trace -> found.add(at(trace, path)));
    return found;
  }

  static Object layout(Figure figure, String path) {
    return at(figure.layout(), path);
  }

  static String subtitle(Figure figure) {
    Object text = layout(figure, "title.subtitle.text");
    return text == null ? "" : text.toString();
  }
}
