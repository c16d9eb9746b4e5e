package firesteel.charts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Provides the files of the prebuilt extension for JupyterLab 4 and Notebook 7 that draws Plotly
 * figures.
 */
public final class LabRenderer {
  /** The name of the extension and of its folder. */
  public static final String NAME = "firesteel-charts";

  private LabRenderer() {}

  /**
   * Returns the files by their paths in the extension's folder.
   *
   * @param version Firesteel's version
   */
  public static Map<String, byte[]> files(String version) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("package.json", packageJson(version));
    files.put("static/remoteEntry.js", bytes(remoteEntry()));
    files.put("static/plotly.js", ChartScripts.plotly());
    files.put("static/world_110m.json", ChartScripts.worldMap());
    return files;
  }

  private static byte[] packageJson(String version) {
    Map<String, Object> build = new LinkedHashMap<>();
    build.put("load", "static/remoteEntry.js");
    build.put("mimeExtension", "./mimeExtension");
    Map<String, Object> jupyterlab = new LinkedHashMap<>();
    jupyterlab.put("mimeExtension", true);
    jupyterlab.put("_build", build);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", NAME);
    json.put("version", version);
    json.put("description", "Draws Plotly figures, offline and in the colours of the theme.");
    json.put("jupyterlab", jupyterlab);
    try {
      return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("texts and flags can be written", e);
    }
  }

  private static String remoteEntry() {
    return "(() => {\n" + ChartScripts.draw() + ChartScripts.remoteEntry() + "})();\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
