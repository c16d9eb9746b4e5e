package firesteel.api.display;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads and writes the metadata below the key {@code firesteel} of a bundle, which tells
 * Firesteel's own frontends how to show it; other frontends ignore it.
 */
public final class FiresteelMetadata {
  private static final String KEY = "firesteel";
  private static final String WIDE = "wide";
  private static final String KIND = "kind";
  private static final String PROGRESS = "progress";

  private FiresteelMetadata() {}

  /** Marks a bundle as a progress display, which is updated and is not a result. */
  public static MimeBundle progress(MimeBundle bundle) {
    return with(bundle, KIND, PROGRESS);
  }

  /** Returns whether a bundle is a progress display. */
  public static boolean isProgress(MimeBundle bundle) {
    return PROGRESS.equals(own(bundle).get(KIND));
  }

  /** Marks the text of a bundle as wide on purpose: a terminal neither cuts nor folds it. */
  public static MimeBundle wide(MimeBundle bundle) {
    return with(bundle, WIDE, true);
  }

  /** Returns whether a bundle's text is wide on purpose. */
  public static boolean isWide(MimeBundle bundle) {
    return Boolean.TRUE.equals(own(bundle).get(WIDE));
  }

  private static MimeBundle with(MimeBundle bundle, String name, Object value) {
    Map<String, Object> all = new LinkedHashMap<>();
    own(bundle).forEach((key, before) -> all.put(String.valueOf(key), before));
    all.put(name, value);
    return bundle.withMetadata(KEY, all);
  }

  private static Map<?, ?> own(MimeBundle bundle) {
    return bundle.metadata().get(KEY) instanceof Map<?, ?> own ? own : Map.of();
  }
}
