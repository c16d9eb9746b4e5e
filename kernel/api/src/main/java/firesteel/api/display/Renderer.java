package firesteel.api.display;

/**
 * Turns values of one type into something to show.
 *
 * <pre>{@code
 * Renderer<Duration> renderer =
 *     duration -> {
 *       String text = duration.toMinutes() + " min";
 *       return MimeBundle.text(text).withHtml("<b>" + Html.escape(text) + "</b>");
 *     };
 * session.displays().register(Duration.class, renderer);
 * }</pre>
 *
 * <p>A plug-in brings one by a {@link RendererProvider}.
 *
 * @param <T> the type
 */
@FunctionalInterface
public interface Renderer<T> {
  /**
   * Renders a value.
   *
   * @param value never null
   * @return what to show; HTML in it must be escaped ({@link Html#escape}), self-contained and
   *     complete without script
   * @throws Exception whatever goes wrong; the user sees it as the cell's error
   */
  MimeBundle render(T value) throws Exception;

  /**
   * Renders a value for somebody who asks for MIME types by name; for a renderer that has forms
   * which it shows only when it is asked.
   *
   * @return those of the types that it has, and whatever else
   */
  default MimeBundle render(T value, String... mimeTypes) throws Exception {
    return render(value);
  }
}
