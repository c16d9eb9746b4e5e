"""History: tail, range and search, in this session and in earlier ones."""

import pytest


@pytest.fixture(scope="module")
def cells(module_kernel):
    for code in ("int h1 = 1;", "int h2 = h1 + 1;", "h2", "h2"):
        module_kernel.run(code)


@pytest.fixture
def kernel(kernel, cells):
    return kernel


def test_tail_gives_the_last_cells_oldest_first(kernel):
    assert [entry[2] for entry in kernel.history(hist_access_type="tail", n=4)] == ["int h1 = 1;", "int h2 = h1 + 1;", "h2", "h2"]


def test_tail_with_outputs_gives_what_cells_showed(kernel):
    assert kernel.history(hist_access_type="tail", n=1, output=True)[0][2] == ["h2", "2"]


def test_range_gives_cells_of_this_session_by_number(kernel):
    session, line, _ = kernel.history(hist_access_type="tail", n=3)[0]
    for asked in (0, session):
        found = kernel.history(hist_access_type="range", session=asked, start=line, stop=line + 2)
        assert [entry[2] for entry in found] == ["int h2 = h1 + 1;", "h2"]


def test_search_matches_globs_and_can_be_unique(kernel):
    assert [e[2] for e in kernel.history(hist_access_type="search", pattern="*h1*", n=10)][-2:] == ["int h1 = 1;", "int h2 = h1 + 1;"]
    found = kernel.history(hist_access_type="search", pattern="h2", n=10)
    assert [text for session, _, text in found if session == found[-1][0]] == ["h2", "h2"]
    assert [e[2] for e in kernel.history(hist_access_type="search", pattern="h2", n=10, unique=True)] == ["h2"]


def test_a_malformed_request_is_answered_with_an_error_or_nothing_found(kernel):
    reply = kernel.request("shell", "history_request", {"hist_access_type": "sideways"})
    assert reply["status"] == "error" or reply["history"] == []
    kernel.assert_alive()


def test_history_survives_the_kernel(fresh_kernel, tmp_path):
    env = {"XDG_DATA_HOME": str(tmp_path / "data")}
    first = fresh_kernel(env=env)
    first.run('String fromTheFirst = "x";')
    first.shut_down()
    second = fresh_kernel(env=env)
    tail = second.history(hist_access_type="tail", n=1)
    assert tail[0][2] == 'String fromTheFirst = "x";'
    second.run("1")
    assert second.history(hist_access_type="tail", n=1)[0][0] == tail[0][0] + 1
    assert [e[2] for e in second.history(hist_access_type="range", session=-1, start=1, stop=2)] == ['String fromTheFirst = "x";']


def test_two_kernels_share_the_history_file(fresh_kernel, tmp_path):
    env = {"XDG_DATA_HOME": str(tmp_path / "data")}
    one, other = fresh_kernel(env=env), fresh_kernel(env=env)
    one.run("int fromOne = 1;")
    other.run("int fromOther = 2;")
    one.shut_down()
    other.shut_down()
    third = fresh_kernel(env=env)
    entries = third.history(hist_access_type="tail", n=10)
    assert {"int fromOne = 1;", "int fromOther = 2;"} <= {e[2] for e in entries}
    assert len({e[0] for e in entries}) == 2


def test_history_survives_a_restart(fresh_kernel, tmp_path):
    kernel = fresh_kernel(env={"XDG_DATA_HOME": str(tmp_path / "data")})
    kernel.run("int beforeRestart = 1;")
    kernel.restart()
    assert "int beforeRestart = 1;" in [e[2] for e in kernel.history(hist_access_type="tail", n=5)]
    assert kernel.execute("beforeRestart").status == "error"
