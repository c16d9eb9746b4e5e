"""Tables in JupyterLab and in exported HTML: looked through where scripts run, whole where they don't, and data stays data."""

import json
import os
import pathlib
import subprocess
import sys

import pytest

from conftest import LAUNCHER, REPOSITORY
from support.lab import Lab, chromium

SCREENSHOTS = REPOSITORY / "target" / "screenshots"

ROWS = """
record City(String name, Integer people, double area, String remark, List<String> languages) {}
List.of(
    new City("Bern", 9, 51.6, "capital, \\"federal\\"", List.of("de")),
    new City("Geneva", 100, Double.NaN, null, List.of("fr", "en")),
    new City("Basel", null, 23.85, "", List.of()),
    new City("Lugano", 10, Double.POSITIVE_INFINITY, "two\\nlines", List.of("it")),
    new City("Chur", -2, 28.1, "null", List.of("de", "rm")),
    new City("Zürich", 1000, 87.88, "x".repeat(150), List.of("de")))
"""
ATTACKS = """
List<String> attacks = List.of(
    "<script>window.attacked = 1</script>", "</script><script>window.attacked = 2</script>",
    "\\"><img src=x onerror='window.attacked = 3'>", "' onmouseover='window.attacked = 4' x='",
    "</td></tr></table><svg onload=window.attacked=5>", "javascript:window.attacked=6", "<b>bold</b> & \\"quoted\\" 'single'",
    "مرحبا بالعالم", "\\u202Ereversed\\u202C", "👨‍👩‍👧‍👦 family, \\uD83D\\uDD25", "\\u0000\\u001b[31m", "x".repeat(1_000_000));
List<Map<String, Object>> rows = new ArrayList<>();
for (String attack : attacks) {
  Map<String, Object> row = new LinkedHashMap<>();
  row.put("plain", attack);
  for (String name : attacks) row.put(name.length() > 1000 ? "x".repeat(1000) : name, attack);
  row.put("number", Double.NaN);
  row.put("", Map.of(attack.substring(0, Math.min(40, attack.length())), List.of(attack)));
  rows.add(row);
}
rows
"""
SPARK = """
StructType schema = new StructType();
List<Object> values = new ArrayList<>();
for (String attack : attacks) {
  schema = schema.add(attack.length() > 1000 ? "x".repeat(1000) : attack, DataTypes.StringType);
  values.add(attack);
}
schema = schema.add("nested", new StructType().add("</script><img src=x onerror=window.attacked=7>", DataTypes.DoubleType));
values.add(RowFactory.create(Double.NaN));
Row row = RowFactory.create(values.toArray());
spark.createDataFrame(List.of(row, row, row, row, row), schema)
"""
WIDE = """
Map<String, Object> wide = new LinkedHashMap<>();
for (int i = 0; i < 1000; i++) wide.put("column " + i, i);
Collections.nCopies(30, wide)
"""
DEEP = """
Object deep = "bottom";
for (int i = 0; i < 500; i++) deep = Map.of("level", List.of(deep));
Object nested = deep;
Collections.nCopies(5, Map.of("deep", nested))
"""
# Each of these would be a formula in a page with MathJax.
MONEY = r"""
List<String> money = List.of("$5 or $6", "\\(7\\)", "$$8$$", "\\begin{align}9\\end{align}");
record Price(String what) {}
display(money.stream().map(Price::new).toList());
display(Map.of("price", String.join(" ", money).repeat(3)));
var prices = spark.createDataset(money, Encoders.STRING()).withColumn("$a$", col("value")).withColumnRenamed("value", "$b$ $$c$$");
display(prices);
display(prices.schema());
%table prices
%stats prices
%explain prices
%who List
Object drawn = %chart bar Map.of("$a$", 1, "$b$", 2) --title "$5 or $6"
display(drawn);
System.out.println(money);
System.err.println(money);
display(money.toString());
display(html("$x^2$"));
throw new IllegalStateException(money.toString());
"""
CELLS = [ROWS, ATTACKS, SPARK, WIDE, DEEP, MONEY]
ROWS_CELL, ATTACKS_CELL, SPARK_CELL, WIDE_CELL, DEEP_CELL, MONEY_CELL = range(len(CELLS))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    root = tmp_path_factory.mktemp("tables")
    cells = [
        {"cell_type": "code", "id": f"cell-{i}", "metadata": {}, "execution_count": None, "outputs": [], "source": code.strip()}
        for i, code in enumerate(CELLS)
    ]
    metadata = {"kernelspec": {"name": "firesteel", "display_name": "Firesteel", "language": "java"}}
    notebook = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    (root / "tables.ipynb").write_text(json.dumps(notebook))
    return root


@pytest.fixture(scope="module")
def executed(folder, firesteel):
    """The notebook with its outputs, which nobody has signed."""
    firesteel("run", folder / "tables.ipynb", "-o", folder / "untrusted.ipynb", "--allow-errors", cwd=folder)
    return folder / "untrusted.ipynb"


@pytest.fixture(scope="module")
def lab(require, jdk, folder, executed, tmp_path_factory):
    require(chromium(), "Chromium")
    log = tmp_path_factory.mktemp("lab") / "lab.log"
    with Lab(LAUNCHER, {**os.environ, "FIRESTEEL_JAVA": str(jdk.java)}, log, [str(folder)]) as lab:
        yield lab


def table(page, cell=ROWS_CELL):
    return page.locator(".jp-Notebook .jp-CodeCell").nth(cell).locator(".jp-OutputArea-output table:visible").first


def output(page, cell=ROWS_CELL):
    return page.locator(".jp-Notebook .jp-CodeCell").nth(cell).locator(".jp-OutputArea")


def column(shown, number):
    return [row.locator("td").nth(number).inner_text() for row in shown.locator("tbody tr:visible").all()]


def assert_nothing_attacked(page):
    # A picture that can't be loaded would have been tried by now.
    page.wait_for_function("() => document.readyState == 'complete' && [...document.images].every(i => i.complete)")
    assert page.evaluate("() => window.attacked") is None
    assert page.locator("img[src=x], [onerror], [onmouseover], svg[onload]").count() == 0


def assert_sorts_filters_and_copies(page, shown, place):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    people = shown.locator("th").nth(1)
    as_given = column(shown, 1)
    assert as_given == ["9", "100", "null", "10", "-2", "1000"]
    people.click()
    assert column(shown, 1) == ["-2", "9", "10", "100", "1000", "null"]
    people.click()
    assert column(shown, 1) == ["1000", "100", "10", "9", "-2", "null"]
    people.click()
    assert column(shown, 1) == as_given
    shown.locator("th").nth(2).click()
    assert column(shown, 2) == ["23.85", "28.1", "51.6", "87.88", "Infinity", "NaN"]
    shown.locator("th").nth(0).click()
    assert column(shown, 0) == ["Basel", "Bern", "Chur", "Geneva", "Lugano", "Zürich"]

    box = place.locator("input[type=search]")
    box.click()
    page.keyboard.type("de")
    assert column(shown, 0) == ["Bern", "Chur", "Zürich"]
    assert "3 of 6 rows" in place.inner_text()
    box.fill("")
    place.get_by_role("button", name="Copy CSV").click()
    place.get_by_text("Copied 6 rows").wait_for()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied.replace("\r\n", "\n").split("\n", 1)[0] == "name,people,area,remark,languages"
    assert 'Bern,9,51.6,"capital, ""federal""",[de]' in copied
    assert 'Geneva,100,NaN,,"[fr, en]"' in copied and 'Basel,,23.85,"",[]' in copied
    assert '"two\nlines"' in copied.replace("\r\n", "\n") and "x" * 150 in copied
    assert "Chur,-2,28.1,null," in copied


def assert_only_the_users_html_is_a_formula(page):
    shown = output(page, MONEY_CELL)
    shown.locator("mjx-container").wait_for()
    assert shown.locator("mjx-container").count() == 1
    for money in ("$5 or $6", "\\(7\\)", "$$8$$", "\\begin{align}9\\end{align}"):
        # Tables twice, a map, statistics, and the texts.
        assert shown.inner_text().count(money) >= 8, money
    assert "$b$ $$c$$: string" in shown.inner_text()


@pytest.mark.browser
def test_in_a_trusted_notebook_a_table_sorts_filters_and_copies(lab, jdk):
    with lab.open("tables.ipynb", height=1200) as page:
        page.run_all()
        shown = table(page.page)
        page.screenshot(SCREENSHOTS / f"table-{jdk}.png", cell=ROWS_CELL)
        assert_sorts_filters_and_copies(page.page, shown, output(page.page))
        assert_nothing_attacked(page.page)
        for cell in range(MONEY_CELL):
            page.screenshot(SCREENSHOTS / f"table-{cell}-{jdk}.png", cell=cell)
            assert table(page.page, cell).locator("tbody tr").count() >= 5
        assert "first 50 of 1,000 columns" in output(page.page, WIDE_CELL).inner_text()
        page.screenshot(SCREENSHOTS / f"money-{jdk}.png", cell=MONEY_CELL, size={"width": 1100, "height": 2000})
        assert_only_the_users_html_is_a_formula(page.page)
        assert [error for error in page.errors if "No active debugger session" not in error] == []


@pytest.mark.browser
def test_without_the_clipboard_the_text_is_copied_another_way(lab):
    with lab.open("tables.ipynb") as page:
        page.add_cell(ROWS.strip())
        page.command("notebook:run-cell")
        page.wait_until_idle()
        page.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('denied')); }")
        page.page.evaluate("() => document.addEventListener('copy', () => { window.copied = String(document.getSelection()); })")
        page.last_output().get_by_role("button", name="Copy CSV").click()
        page.last_output().get_by_text("6 rows").first.wait_for()
        assert "Copied" in page.last_output().inner_text()


@pytest.mark.browser
def test_in_an_untrusted_notebook_a_table_is_whole_without_controls(lab, jdk):
    with lab.open("untrusted.ipynb", height=1200) as page:
        shown = table(page.page)
        shown.wait_for()
        page.screenshot(SCREENSHOTS / f"table-untrusted-{jdk}.png", cell=ROWS_CELL)
        assert column(shown, 1) == ["9", "100", "null", "10", "-2", "1000"]
        assert shown.locator("th").all_inner_texts()[1].split() == ["people", "Integer"]
        assert output(page.page).locator("input, button").count() == 0
        assert shown.locator("td").nth(1).evaluate("e => getComputedStyle(e).textAlign") == "right"
        assert "6 rows × 5 columns" in output(page.page).inner_text()
        assert_nothing_attacked(page.page)
        assert_only_the_users_html_is_a_formula(page.page)


@pytest.mark.browser
def test_a_table_takes_the_colours_of_the_dark_theme(lab, jdk):
    with lab.open("tables.ipynb", height=1200) as page:
        page.page.evaluate("() => jupyterapp.commands.execute('apputils:change-theme', {theme: 'JupyterLab Dark'})")
        page.page.wait_for_selector("body[data-jp-theme-light=false]", state="attached")
        page.run_all()
        page.screenshot(SCREENSHOTS / f"table-dark-{jdk}.png", cell=ROWS_CELL)
        shown = table(page.page)
        dark = "e => getComputedStyle(e).backgroundColor.match(/[0-9]+/g).slice(0, 3).every(v => v < 80)"
        light = "e => getComputedStyle(e).color.match(/[0-9]+/g).slice(0, 3).every(v => v > 150)"
        assert shown.locator("thead").evaluate(dark)
        assert shown.locator("td").first.evaluate(light)
        page.page.evaluate("() => jupyterapp.commands.execute('apputils:change-theme', {theme: 'JupyterLab Light'})")
        page.page.wait_for_selector("body[data-jp-theme-light=true]", state="attached")


@pytest.mark.browser
def test_exported_html_has_the_same_tables(lab, executed, tmp_path, jdk):
    subprocess.run(
        [sys.executable, "-m", "nbconvert", "--to", "html", "--output-dir", str(tmp_path), "--output", "tables", str(executed)], check=True
    )
    with lab.open("tables.ipynb") as page:
        page = page.page
        page.context.set_offline(True)
        page.goto(pathlib.Path(tmp_path / "tables.html").as_uri())
        shown = page.locator(".jp-OutputArea-output table").first
        page.screenshot(path=str(SCREENSHOTS / f"table-exported-{jdk}.png"))
        shown.locator("th").nth(1).click()
        assert column(shown, 1) == ["-2", "9", "10", "100", "1000", "null"]
        # What MathJax 2, which such a page loads from the network, leaves alone.
        assert shown.locator("xpath=ancestor::*[contains(@class, 'tex2jax_ignore')]").count() == 1
        assert_nothing_attacked(page)
