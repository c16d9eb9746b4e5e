"""The page that `firesteel run --html` makes: all of the notebook in one file, drawn where there is no network, light and dark."""

import contextlib
import json
import re

import pytest

from conftest import REPOSITORY
from support.charts import wait_until_drawn
from support.lab import chromium, launched

SCREENSHOTS = REPOSITORY / "target" / "screenshots"
SAMPLE = REPOSITORY / "data" / "samples" / "global_income.csv"
BACKGROUNDS = "() => [...document.querySelectorAll('.js-plotly-plot')].map(c => c._fullLayout.paper_bgcolor)"
CELLS = [
    ("markdown", """\
# Income of nations

What the **Gini index** says about the countries of the world, from `global_income.csv`.

<script>window.harmed = true</script><img src="https://example.org/a.png" onerror="window.harmed = true" alt="a picture that is far away">

| Group | Meaning |
|---|---|
| High Income | more than USD 13,845 |
| Low Income | less than USD 1,136 |
"""),
    ("code", """\
String sample = "%s";

var income = spark.read().option("header", true).option("inferSchema", true).csv(sample)
    .withColumnRenamed("Gini Index", "gini")  // a number from 0 to 100
    .withColumn("Country", trim(col("Country")))
    .withColumn("group", trim(col("Income Group")))
    .na().drop();""" % SAMPLE),
    ("markdown", "## The data\n\nEach row is a country in a year."),
    ("code", 'income.orderBy("Country", "Year").limit(8)'),
    ("code", 'System.out.printf("%,d rows, <b>%d</b> columns%n", income.count(), income.columns().length);\nSystem.err.println("a warning");'),
    ("markdown", "## Gini indexes\n\n### By group"),
    ("code", '%chart line income --x Year --mean gini --color group --title "Gini index by income group"'),
    ("markdown", "### On the map"),
    ("code", '%chart choropleth income --country Country --mean gini --title "Average Gini index"'),
    ("markdown", """\
## What to try

<details><summary>Solution</summary>

```java
long rich = income.filter(col("group").equalTo("High Income")).count();
```
</details>
"""),
    ("code", 'display(markdown("*Markdown* of a cell"));\nincome.select("nobody")'),
    ("markdown", "## Never reached"),
    ("code", "1 + 1"),
]  # fmt: skip


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    cells = [
        {"cell_type": kind, "id": f"c{i}", "metadata": {}, "source": source}
        | ({"outputs": [], "execution_count": None} if kind == "code" else {})
        for i, (kind, source) in enumerate(CELLS)
    ]
    metadata = {"kernelspec": {"name": "firesteel", "display_name": "Java (Firesteel)", "language": "java"}}
    file = tmp_path_factory.mktemp("report") / "income.ipynb"
    file.write_text(json.dumps({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}))
    return file


@pytest.fixture(scope="module")
def run(firesteel, book):
    """What the command said; the report is beside the notebook."""
    return firesteel("run", book, "--html", book.with_suffix(".html"), check=False)


@pytest.fixture(scope="module")
def html(run, book):
    return book.with_suffix(".html").read_text()


def test_a_failing_cell_ends_the_run_and_is_in_the_report(run, html):
    assert run.returncode == 1
    assert "The run failed in" in html and "nobody" in html


def test_the_page_is_one_file_that_holds_the_drawing_library_once(html):
    assert html.count("firesteelPage('") == 1
    assert 'class="firesteel-chart' in html
    assert len(html) < 4_000_000
    assert not re.search(r"<(?:script|img|link|iframe|source)[^>]*\s(?:src|href)=[\"']?(?!data:)", html)


def test_code_can_be_left_out(firesteel, tmp_path):
    book = tmp_path / "book.ipynb"
    source = "int secret = 1;"
    cell = {"cell_type": "code", "id": "c", "metadata": {}, "source": source, "outputs": [], "execution_count": None}
    book.write_text(json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
    firesteel("run", book, "--html", tmp_path / "none.html", "--code", "none")
    assert "secret" not in (tmp_path / "none.html").read_text()
    refused = firesteel("run", book, "--html", tmp_path / "nowhere" / "x.html", check=False)
    assert refused.returncode == 2 and "--html can't be written: there is no folder" in refused.stderr


@contextlib.contextmanager
def opened(file, scheme):
    """The page where there is no network; errors are what its scripts threw, asked is what it wanted from elsewhere."""
    with launched() as browser:
        context = browser.new_context(offline=True, color_scheme=scheme, viewport={"width": 1280, "height": 900})
        page = context.new_page()
        page.errors, page.asked = [], []
        page.on("pageerror", lambda error: page.errors.append(error.message))
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(file.as_uri(), wait_until="domcontentloaded")
        wait_until_drawn(page, 2)
        yield page
        context.close()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_draws_its_charts_without_a_network(html, book, require, scheme):
    require(chromium(), "Chromium")
    with opened(book.with_suffix(".html"), scheme) as page:
        assert len(page.query_selector_all(".choroplethlayer path")) > 100
        background = "#15191e" if scheme == "dark" else "#ffffff"
        assert set(page.evaluate(BACKGROUNDS)) == {background}
        assert not page.evaluate("() => window.harmed")
        assert [url for url in page.asked if not url.startswith(("file:", "data:", "blob:"))] == []
        assert page.errors == []
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=SCREENSHOTS / f"report-{scheme}.png", full_page=True)


@pytest.mark.browser
def test_the_button_unfolds_the_code_and_the_charts_follow_the_colours(html, book, require):
    require(chromium(), "Chromium")
    with opened(book.with_suffix(".html"), "light") as page:
        code = page.locator("details.code pre").first
        assert not code.is_visible()
        page.get_by_role("button", name="Show code").click()
        assert code.is_visible()
        page.get_by_role("button", name="Hide code").wait_for()
        page.emulate_media(color_scheme="dark")
        page.wait_for_function(f"() => ({BACKGROUNDS})().every(colour => colour === '#15191e')")
        page.get_by_role("link", name="On the map").click()
        page.wait_for_function("() => document.getElementById('On-the-map').getBoundingClientRect().top < 100")
        page.screenshot(path=SCREENSHOTS / "report-code.png")
        page.emulate_media(media="print", color_scheme="light")
        page.pdf(path=SCREENSHOTS / "report.pdf")
        page.set_viewport_size({"width": 420, "height": 900})
        page.emulate_media(media="screen")
        page.evaluate("() => scrollTo(0, 0)")
        page.screenshot(path=SCREENSHOTS / "report-narrow.png")
        assert page.errors == []
