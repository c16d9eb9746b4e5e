package firesteel.engine.magic;

import java.util.Map;

/** Gives hints about IPython magics that have another name here, or no use. */
final class IPythonMagicHints {
  private static final String LIBRARIES =
      " Libraries of Java come with %maven group:artifact:version.";
  private static final String PYTHON = " Cells here are Java; a shell command starts with !.";

  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("pip", LIBRARIES),
          Map.entry("conda", LIBRARIES),
          Map.entry("mamba", LIBRARIES),
          Map.entry("uv", LIBRARIES),
          Map.entry("matplotlib", " Charts are shown without it."),
          Map.entry("load_ext", " Magics are there without it."),
          Map.entry("reload_ext", " Magics are there without it."),
          Map.entry("autoreload", " A class that is declared again counts at once."),
          Map.entry("ls", " Write !ls."),
          Map.entry("cat", " Write !cat."),
          Map.entry("mkdir", " Write !mkdir."),
          Map.entry("rm", " Write !rm."),
          Map.entry("cp", " Write !cp."),
          Map.entry("mv", " Write !mv."),
          Map.entry("sh", " Write ! before the command, or %%bash."),
          Map.entry("python", PYTHON),
          Map.entry("python3", PYTHON),
          Map.entry("pyspark", PYTHON),
          Map.entry("r", PYTHON),
          Map.entry("R", PYTHON),
          Map.entry("scala", PYTHON));

  private IPythonMagicHints() {}

  /** Returns what to do instead, with a leading space; empty for an unknown magic. */
  static String advice(String name) {
    return KNOWN.getOrDefault(name, "");
  }
}
