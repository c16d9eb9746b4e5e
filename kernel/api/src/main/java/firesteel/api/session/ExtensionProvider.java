package firesteel.api.session;

/**
 * Brings an extension into every session. Found by {@link java.util.ServiceLoader} under this
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
  /** The order of an extension that doesn't care. */
  int DEFAULT_ORDER = 100;

  /** A short name for messages and settings, such as {@code spark}. */
  String name();

  /**
   * Where the extension stands among others: those with a lower number are asked first, and closed
   * first.
   */
  default int order() {
    return DEFAULT_ORDER;
  }

  /** Makes the extension of one session; cheap, as a session waits for it. */
  SessionExtension create(SessionSettings settings);
}
