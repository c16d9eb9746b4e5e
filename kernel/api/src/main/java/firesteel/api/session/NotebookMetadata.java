package firesteel.api.session;

import java.util.LinkedHashMap;
import java.util.Map;

/** The metadata about the kernel that notebook files store. */
public final class NotebookMetadata {
  /** The name of Firesteel's kernelspec. */
  public static final String KERNEL = "firesteel";

  /** The name in the list of kernels. */
  public static final String DISPLAY_NAME = "Java (Firesteel)";

  private NotebookMetadata() {}

  /** The entry {@code language_info}, which is also the language of {@code kernel_info_reply}. */
  public static Map<String, Object> languageInfo() {
    Map<String, Object> language = new LinkedHashMap<>();
    language.put("name", "java");
    language.put("version", System.getProperty("java.version"));
    language.put("mimetype", "text/x-java");
    language.put("file_extension", ".java");
    language.put("pygments_lexer", "java");
    language.put("codemirror_mode", "java");
    language.put("nbconvert_exporter", "script");
    return language;
  }

  /** The entry {@code kernelspec}. */
  public static Map<String, Object> kernelspec() {
    return Map.of("name", KERNEL, "display_name", DISPLAY_NAME, "language", "java");
  }
}
