package firesteel.api.session;

/**
 * Provides an extension for every session. Found by {@link java.util.ServiceLoader} under this
 * interface, on the class path and in plug-ins:
 *
 * <pre>{@code
 * public final class AuditProvider implements ExtensionProvider {
 *   public String name() {
 *     return "audit";
 *   }
 *
 *   public SessionExtension create(SessionSettings settings) {
 *     return new AuditExtension(settings.environment().get("AUDIT_URL"));
 *   }
 * }
 * }</pre>
 */
public interface ExtensionProvider {
  /** The order of an extension for which it doesn't matter. */
  int DEFAULT_ORDER = 100;

  /** A short name for messages and settings, such as {@code spark}. */
  String name();

  /**
   * The position among the extensions: those with a lower number are called first and closed first.
   */
  default int order() {
    return DEFAULT_ORDER;
  }

  /** Creates the extension of one session; must be quick, as the session waits for it. */
  SessionExtension create(SessionSettings settings);
}
