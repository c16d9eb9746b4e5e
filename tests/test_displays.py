"""Displays: MIME bundles, updates, clearing; data is never trusted."""

import base64

import pytest

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize(
    "code, mime, content",
    [
        ('display(html("<b>x</b>"));', "text/html", "<b>x</b>"),
        ('display(markdown("**x**"));', "text/markdown", "**x**"),
        ('display(latex("$x^2$"));', "text/latex", "$x^2$"),
        ('display(json("{\\"a\\": [1, 2]}"));', "application/json", {"a": [1, 2]}),
        ('display(json(Map.of("a", List.of(1, 2))));', "application/json", {"a": [1, 2]}),
        ('display("<b>x</b>", "text/html");', "text/html", "<b>x</b>"),
        ('display(javascript("1"));', "application/javascript", "1"),
        ("%%html\n<i>y</i>", "text/html", "<i>y</i>"),
        ("%%markdown\n# y", "text/markdown", "# y"),
        ("%%javascript\n1", "application/javascript", "1"),
    ],
)
def test_a_display_carries_its_form_and_plain_text(kernel, code, mime, content):
    cell = kernel.run(code)
    (bundle,) = cell.displays or [cell.result]
    assert isinstance(bundle["text/plain"], str) and bundle["text/plain"]
    found = bundle[mime]
    assert (found.strip() if isinstance(found, str) else found) == content


def test_several_displays_come_in_order_before_the_result(kernel):
    cell = kernel.run('display("a"); display("b"); "c"')
    assert [m["msg_type"] for m in cell.of("display_data", "execute_result")] == ["display_data", "display_data", "execute_result"]


def test_an_image_is_a_png(kernel):
    cell = kernel.run("import java.awt.image.BufferedImage;\nnew BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB)")
    assert base64.b64decode(cell.result["image/png"]).startswith(PNG)
    data = kernel.run(f'image(Base64.getDecoder().decode("{cell.result["image/png"].strip()}"))').result
    assert base64.b64decode(data["image/png"]).startswith(PNG)


def test_a_display_can_be_updated(kernel):
    cell = kernel.run('String shown = display("first");\nupdateDisplay(shown, "second");')
    (first,) = cell.of("display_data")
    (second,) = cell.of("update_display_data")
    assert first["content"]["transient"]["display_id"] == second["content"]["transient"]["display_id"]
    assert "second" in second["content"]["data"]["text/plain"]
    later = kernel.run('updateDisplay(shown, "third");')
    assert later.of("update_display_data")[0]["content"]["transient"] == first["content"]["transient"]


@pytest.mark.parametrize("wait", ["true", "false"])
def test_output_can_be_cleared(kernel, wait):
    cell = kernel.run(f'System.out.println("gone"); clearOutput({wait}); System.out.println("stays");')
    kinds = [m["msg_type"] for m in cell.of("stream", "clear_output")]
    assert kinds == ["stream", "clear_output", "stream"]
    assert cell.of("clear_output")[0]["content"] == {"wait": wait == "true"}


def test_records_are_a_table(kernel):
    cell = kernel.run('record City(String name, int people) {}\nList.of(new City("Bern", 134_000), new City("Genf", 203_000))')
    assert "<table" in cell.result["text/html"]
    for text in ("name", "people", "Bern", "203"):
        assert text in cell.result["text/plain"]


EVIL = "<img src=x onerror=alert(1)><script>alert(2)</script>"


@pytest.mark.parametrize(
    "code",
    [
        f'List.of("{EVIL}")',
        f'Map.of("{EVIL}", "{EVIL}")',
        f'record Evil(String a) {{}}\nList.of(new Evil("{EVIL}"))',
        f'new String[] {{"{EVIL}"}}',
        f'class Sly {{ public String toString() {{ return "{EVIL}"; }} }}\nList.of(new Sly())',
        f'"{EVIL}"',
    ],
)
def test_data_is_escaped(kernel, code):
    bundle = kernel.run(code).result
    html = bundle.get("text/html", "")
    assert "<script" not in html and "<img" not in html
    assert "<script>" in bundle["text/plain"]


def test_tables_need_no_script_and_no_network(kernel):
    html = kernel.run("List.of(Map.of(\"a\", 1), Map.of(\"a\", 2))").result.get("text/html", "")
    assert "http:" not in html and "https:" not in html and "<script" not in html
