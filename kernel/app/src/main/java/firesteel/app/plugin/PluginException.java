package firesteel.app.plugin;

import java.io.IOException;

/** Why a plug-in can't be added or removed; the message is for the user. */
public final class PluginException extends IOException {
  private static final long serialVersionUID = 1L;

  PluginException(String message) {
    super(message);
  }

  PluginException(String message, Throwable cause) {
    super(message, cause);
  }
}
