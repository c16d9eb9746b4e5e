"""The scenarios that run in notebooks, typed into a shell: the same text."""

import shutil

import pytest

from conftest import LAUNCHER, REPOSITORY
from support import masters, scenarios
from support.shell import Shell, environment

SCENARIOS = scenarios.load(REPOSITORY / "tests" / "scenarios")
# Every run takes one of each case; kernels run them all.
PARAMETERS = [one if one.first else pytest.param(one, marks=pytest.mark.soak) for one in SCENARIOS]


@pytest.fixture(scope="module")
def shell(require, jdk, firesteel, tmp_path_factory):
    require(shutil.which("tmux"), "tmux")
    firesteel("version")
    with Shell([LAUNCHER, "shell"], environment(jdk), tmp_path_factory.mktemp("shell")) as shell:
        yield shell


@pytest.mark.parametrize("scenario", PARAMETERS, ids=str)
def test_a_shell_gives_what_a_notebook_gives(shell, scenario):
    scenario.run(shell, "local")


@pytest.fixture(scope="module")
def master_shell(require, jdk, firesteel, master, tmp_path_factory):
    require(shutil.which("tmux"), "tmux")
    folder = tmp_path_factory.mktemp("shell")
    (folder / "conf").mkdir()
    (folder / "conf" / "spark-defaults.conf").write_text("".join(f"{k} {v}\n" for k, v in masters.SMALL.items()))
    env = environment(jdk) | {"SPARK_CONF_DIR": str(folder / "conf"), **master.env}
    with Shell([LAUNCHER, "shell", "--master", master.target or "local[*]"], env, folder) as shell:
        shell.execute("spark.range(2).count()")
        yield shell


@pytest.mark.soak
@pytest.mark.timeout(90, func_only=True)
@pytest.mark.parametrize("master", ["local-cluster", "standalone", "connect"], indirect=True)
@pytest.mark.parametrize("scenario", SCENARIOS, ids=str)
def test_a_shell_gives_it_on_every_master(master_shell, master, scenario):
    scenario.run(master_shell, master.name)


CONNECTS = """
%spark connect local-cluster[1,1,1024] --conf spark.sql.shuffle.partitions=2
int least = 7;
String.join(" ", spark.conf().get("spark.driver.host"), sc.master(),
    "" + spark.range(10).filter((FilterFunction<Long>) x -> x > least).count())
"""


def test_the_first_use_of_spark_may_be_a_connect_to_a_local_cluster(firesteel):
    done = firesteel("shell", "-c", CONNECTS)
    assert "127.0.0.1 local-cluster[1,1,1024] 2" in done.stdout
    assert not [line for line in (done.stdout + done.stderr).splitlines() if " INFO " in line or " WARN " in line]
