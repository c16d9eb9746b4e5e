"""The scenarios that run in notebooks, typed into a shell: the same text."""

import os
import shutil

import pytest

from conftest import LAUNCHER, REPOSITORY
from support import scenarios
from support.shell import Shell

SCENARIOS = scenarios.load(REPOSITORY / "tests" / "scenarios")
# Every run takes one of each case; kernels run them all.
PARAMETERS = [one if one.first else pytest.param(one, marks=pytest.mark.soak) for one in SCENARIOS]


@pytest.fixture(scope="module")
def shell(require, jdk, firesteel, tmp_path_factory):
    require(shutil.which("tmux"), "tmux")
    firesteel("version")
    env = {name: os.environ[name] for name in ("PATH", "HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "SPARK_HOME") if name in os.environ}
    env |= {"FIRESTEEL_JAVA": str(jdk.java), "LANG": "C.UTF-8"}
    with Shell([LAUNCHER, "shell"], env, tmp_path_factory.mktemp("shell")) as shell:
        yield shell


@pytest.mark.parametrize("scenario", PARAMETERS, ids=str)
def test_a_shell_gives_what_a_notebook_gives(shell, scenario):
    scenario.run(shell, "local")
