package firesteel.api.display;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a bundle's metadata tells our own frontends, below the key {@code firesteel}; others don't
 * look at it.
 */
public final class FiresteelMetadata {
  private static final String KEY = "firesteel";
  private static final String WIDE = "wide";
  private static final String KIND = "kind";
  private static final String PROGRESS = "progress";

  private FiresteelMetadata() {}

  /** A bundle that says how far something is: it is updated, and no result. */
  public static MimeBundle progress(MimeBundle bundle) {
    return with(bundle, KIND, PROGRESS);
  }

  /** Whether a bundle says how far something is. */
  public static boolean isProgress(MimeBundle bundle) {
    return PROGRESS.equals(own(bundle).get(KIND));
  }

  /** A bundle whose text is wide on purpose: a terminal neither cuts nor folds it. */
  public static MimeBundle wide(MimeBundle bundle) {
    return with(bundle, WIDE, true);
  }

  /** Whether a bundle's text is wide on purpose. */
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
