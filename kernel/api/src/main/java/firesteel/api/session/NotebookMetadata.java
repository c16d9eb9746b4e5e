package firesteel.api.session;

import java.util.LinkedHashMap;
import java.util.Map;

/** What notebooks keep of the kernel that they are for. */
public final class NotebookMetadata {
  /** The name of Firesteel's kernelspec. */
  public static final String KERNEL = "firesteel";

  /** What people see in the list of kernels. */
  public static final String DISPLAY_NAME = "Java (Firesteel)";

  private NotebookMetadata() {}

  /** The entry {@code language_info}; it is what {@code kernel_info_reply} says of the language. */
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
