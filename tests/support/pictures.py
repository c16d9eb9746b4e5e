"""Charts of a notebook's file as small pictures in place of what draws them, so that it reads well where no script runs."""

import base64
import contextlib
import copy
import hashlib
import io
import json

from PIL import Image

from support.charts import PLOTLY, html, wait_until_drawn
from support.lab import launched

PNG = "image/png"
WIDTH = 760  # pixels of a chart that has no width of its own, about that of a notebook's page
LARGEST = 60_000  # bytes of a picture
LARGEST_IN_ALL = 560_000  # bytes of all pictures of a notebook; its file holds a third more
# From the sharpest on: twice the pixels are for screens with small ones.
SCALES = (2, 1.5, 1)
COLOURS = (128, 64)
PAGE = "<!DOCTYPE html><meta charset='utf-8'><body style='margin:0;width:{width}px;background:#fff'>{charts}</body>"
PICTURE = """([number, scale]) => {
  const chart = document.querySelectorAll('.js-plotly-plot')[number];
  const { width, height } = chart._fullLayout;
  return Plotly.toImage(chart, { format: 'png', width, height, scale }).then(url => ({ url, width, height }));
}"""


def with_pictures(notebook, stored=None):
    """A copy of a notebook in which each chart is a picture and its summary, and each large picture a smaller one.

    The pictures of `stored`, an earlier such copy, stay where their figures are the same: browsers and fonts differ a little from
    machine to machine.
    """
    notebook = copy.deepcopy(notebook)
    charts = [output for output in _bundles(notebook) if PLOTLY in output["data"]]
    images = [output for output in _bundles(notebook) if PLOTLY not in output["data"] and PNG in output["data"]]
    largest = min(LARGEST, LARGEST_IN_ALL // max(1, len(charts) + len(images)))
    earlier = {figure(output): output for output in _bundles(stored or {"cells": []}) if figure(output)}
    names = [digest(output["data"][PLOTLY]) for output in charts]
    with _page(charts) if set(names) - set(earlier) else contextlib.nullcontext() as page:
        for number, (output, name) in enumerate(zip(charts, names)):
            if name in earlier:
                output["data"], output["metadata"] = earlier[name]["data"], earlier[name]["metadata"]
            else:
                _replace(output, name, *_picture(page, number, largest))
    for output in images:
        output["data"][PNG] = _base64(_small(base64.b64decode(output["data"][PNG]), largest))
    return notebook


def figure(output):
    """Which figure a stored picture shows, as `digest` names it; None for any other output."""
    return output.get("metadata", {}).get("firesteel", {}).get("figure")


def digest(chart):
    """A name for what a chart shows. Sums of floating-point numbers differ in their last digits with the order of adding."""
    shown = {part: _rounded(chart[part]) for part in ("data", "layout", "frames") if part in chart}
    return hashlib.sha256(json.dumps(shown, sort_keys=True).encode()).hexdigest()[:16]


def _rounded(value):
    if isinstance(value, dict):
        return {name: _rounded(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_rounded(item) for item in value]
    return float(f"{value:.8g}") if isinstance(value, float) else value


def _bundles(notebook):
    return [output for cell in notebook["cells"] for output in cell.get("outputs", []) if "data" in output]


@contextlib.contextmanager
def _page(charts):
    """A page with the charts as HTML, drawn where there is no network and no dark theme."""
    with launched() as browser:
        context = browser.new_context(offline=True, viewport={"width": WIDTH, "height": 1000}, color_scheme="light")
        page = context.new_page()
        page.set_content(
            PAGE.format(width=WIDTH, charts="".join(html(chart["data"]) for chart in charts)), wait_until="domcontentloaded"
        )
        wait_until_drawn(page, len(charts))
        yield page
        context.close()


def _picture(page, number, largest):
    """The sharpest picture that isn't larger than allowed, or else the smallest, and its size on the page."""
    for scale in SCALES:
        drawn = page.evaluate(PICTURE, [number, scale])
        png = base64.b64decode(drawn["url"].split(",", 1)[1])
        for colours in COLOURS:
            found = _with_colours(Image.open(io.BytesIO(png)), colours)
            if len(found) <= largest:
                return found, drawn["width"], drawn["height"]
    return found, drawn["width"], drawn["height"]


def _replace(output, name, picture, width, height):
    summary = output["data"]["text/plain"]
    output["data"] = {PNG: _base64(picture), "text/plain": summary}
    output["metadata"] = {
        "firesteel": {"figure": name},
        PNG: {"alt": "".join(summary), "height": height, "width": width},
    }


def _small(png, largest):
    """The picture itself if it is small enough, or one of fewer colours, or of fewer pixels too."""
    image = Image.open(io.BytesIO(png))
    found = png
    for scale in (1, 0.75, 0.5):
        for colours in COLOURS:
            if len(found) <= largest:
                return found
            found = _with_colours(image.resize((round(image.width * scale), round(image.height * scale))), colours)
    return found


def _with_colours(image, colours):
    out = io.BytesIO()
    image.convert("RGB").quantize(colours, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _base64(content):
    return base64.b64encode(content).decode()
