package firesteel.api.display;

/**
 * Renders values of one type as MIME bundles.
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
   * @throws Exception any failure; the user sees it as the cell's error
   */
  MimeBundle render(T value) throws Exception;

  /**
   * Renders a value as MIME types that the user names; override this to offer types that aren't
   * shown by default.
   *
   * @return the requested types that it has; others may be included
   */
  default MimeBundle render(T value, String... mimeTypes) throws Exception {
    return render(value);
  }
}
