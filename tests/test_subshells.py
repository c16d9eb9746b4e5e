"""Subshells: cells beside a busy one."""

import pytest


@pytest.fixture
def subshell(kernel):
    created = kernel.request("control", "create_subshell_request")
    assert created["status"] == "ok"
    yield created["subshell_id"]
    kernel.request("control", "delete_subshell_request", {"subshell_id": created["subshell_id"]})


def test_a_subshell_is_listed_until_it_is_deleted(kernel):
    created = kernel.request("control", "create_subshell_request")["subshell_id"]
    assert created in kernel.request("control", "list_subshell_request")["subshell_id"]
    assert kernel.request("control", "delete_subshell_request", {"subshell_id": created})["status"] == "ok"
    assert created not in kernel.request("control", "list_subshell_request")["subshell_id"]


def test_a_subshell_runs_a_cell_beside_a_busy_one(kernel, subshell):
    kernel.run("int shared = 20;")
    busy = kernel.start("System.in.read();", allow_stdin=True)
    busy.input_request()
    beside = kernel.start_in(subshell, 'System.out.println("beside"); shared + 1').finish().ok()
    assert (beside.stdout, beside.text) == ("beside\n", "21")
    assert beside.reply["parent_header"]["subshell_id"] == subshell
    kernel.answer("")
    assert busy.finish().ok().stdout == ""


def test_cells_of_one_subshell_run_in_order(kernel, subshell):
    kernel.run("var order = Collections.synchronizedList(new ArrayList<Integer>());")
    cells = [kernel.start_in(subshell, f"order.add({i});") for i in range(5)]
    for cell in cells:
        cell.finish().ok()
    assert kernel.run("order.toString()").text.strip('"') == "[0, 1, 2, 3, 4]"


def test_an_error_in_a_subshell_aborts_only_its_own_queue(kernel, subshell):
    failing = kernel.start_in(subshell, "1 / 0")
    waiting = kernel.start_in(subshell, "1")
    elsewhere = kernel.start("2")
    assert failing.finish().status == "error"
    assert waiting.finish().status == "aborted"
    assert elsewhere.finish().text == "2"


def test_an_unknown_subshell_is_an_error(kernel):
    assert kernel.request("control", "delete_subshell_request", {"subshell_id": "none"})["status"] == "error"
    message = kernel.send("shell", "execute_request", {"code": "1", "silent": False}, subshell_id="none")
    assert kernel.reply("shell", message)["content"]["status"] == "error"
    kernel.assert_alive()
