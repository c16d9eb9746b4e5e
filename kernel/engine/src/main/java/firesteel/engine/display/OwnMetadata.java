package firesteel.engine.display;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a bundle's metadata tells our own front doors, below the key {@code firesteel}; others don't
 * look at it.
 */
public final class OwnMetadata {
  private static final String KEY = "firesteel";
  private static final String WIDE = "wide";

  private OwnMetadata() {}

  /** A bundle whose text is wide on purpose: a terminal neither cuts nor folds it. */
  public static MimeBundle wide(MimeBundle bundle) {
    Map<String, Object> own = new LinkedHashMap<>();
    if (bundle.metadata().get(KEY) instanceof Map<?, ?> before) {
      before.forEach((key, value) -> own.put(String.valueOf(key), value));
    }
    own.put(WIDE, true);
    return bundle.withMetadata(KEY, own);
  }

  /** Whether a bundle's text is wide on purpose. */
  public static boolean isWide(MimeBundle bundle) {
    return bundle.metadata().get(KEY) instanceof Map<?, ?> own
        && Boolean.TRUE.equals(own.get(WIDE));
  }
}
