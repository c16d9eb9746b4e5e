package firesteel.api.display;

/**
 * Brings a renderer for the values of one type into every session. Found by {@link
 * java.util.ServiceLoader} under this interface. The type is named and not given as a class, so
 * that its library is loaded with its first value, and the plug-in loads where the library is
 * absent:
 *
 * <pre>{@code
 * public final class MoneyRenderer implements RendererProvider {
 *   public String typeName() {
 *     return "org.joda.money.Money";
 *   }
 *
 *   public Renderer<?> renderer() {
 *     return (Renderer<Money>) money ->
 *         MimeBundle.text(money.toString())
 *             .withHtml("<b>" + Html.escape(money.toString()) + "</b>");
 *   }
 * }
 * }</pre>
 *
 * <p>What a cell or an extension registers by {@link Displays#register} goes before it.
 */
public interface RendererProvider {
  /**
   * The binary name of a class or interface, as {@link Class#getName()} gives it; the renderer
   * takes the values of its subtypes too, unless a nearer type has a renderer.
   */
  String typeName();

  /** Makes the renderer; called with the first value of the type. */
  Renderer<?> renderer();
}
