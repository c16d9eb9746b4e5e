package com.example.matrix;

import static java.util.stream.Collectors.joining;

import firesteel.api.display.Html;
import firesteel.api.display.MimeBundle;
import firesteel.api.display.Renderer;
import firesteel.api.display.RendererProvider;
import java.util.Arrays;

/** Shows a {@link Matrix} as plain text and as HTML. */
public final class MatrixRenderer implements RendererProvider {
  @Override
  public String typeName() {
    return "com.example.matrix.Matrix";
  }

  @Override
  public Renderer<?> renderer() {
    return (Renderer<Matrix>) MatrixRenderer::render;
  }

  private static MimeBundle render(Matrix matrix) {
    String text = matrix.rows().stream().map(Arrays::toString).collect(joining("\n"));
    return MimeBundle.text(text).withHtml("<pre class=\"matrix\">" + Html.escape(text) + "</pre>");
  }
}
