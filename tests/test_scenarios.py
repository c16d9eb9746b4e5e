"""The same answer on every master: the scenarios of tests/scenarios, each on each master."""

import collections
import re

import pytest

from conftest import REPOSITORY
from support import masters, scenarios

SCENARIOS = scenarios.load(REPOSITORY / "tests" / "scenarios")
# What Kryo reads and writes in place of Java's serialisation.
WITH_KRYO = [one for one in SCENARIOS if one.case in (3, 9, 11, 19, 24, 26)]


@pytest.mark.timeout(90, func_only=True)
@pytest.mark.parametrize("scenario", SCENARIOS, ids=str)
def test_a_notebook_gives_what_it_gives_on_one_jvm(master_kernel, master, scenario):
    scenario.run(master_kernel, master.name)


@pytest.fixture(scope="module")
def running_kryo_kernel(master, specs, tmp_path_factory):
    kryo = "--conf spark.serializer=org.apache.spark.serializer.KryoSerializer"
    with master.kernel(specs, tmp_path_factory.mktemp("notebooks"), kryo) as kernel:
        yield kernel


@pytest.fixture
def kryo_kernel(running_kryo_kernel):
    yield running_kryo_kernel
    running_kryo_kernel.settle()


@pytest.mark.soak
@pytest.mark.timeout(90, func_only=True)
@pytest.mark.parametrize("master", ["local-cluster"], indirect=True)
@pytest.mark.parametrize("scenario", WITH_KRYO, ids=str)
def test_a_notebook_gives_the_same_with_kryo(kryo_kernel, master, scenario):
    scenario.run(kryo_kernel, "kryo")


@pytest.mark.soak
@pytest.mark.timeout(90, func_only=True)
@pytest.mark.parametrize("master", masters.WITH_OTHER_SPARKS, indirect=True)
@pytest.mark.parametrize("scenario", SCENARIOS, ids=str)
def test_a_notebook_gives_the_same_with_another_spark(master_kernel, master, scenario):
    scenario.run(master_kernel, master.name)


def test_no_two_scenarios_declare_the_same_name():
    declared = collections.Counter(name for one in SCENARIOS for name in one.declared())
    assert [name for name, count in declared.items() if count > 1] == []
    assert [name for one in SCENARIOS for name in one.declared() if not re.search(rf"{one.case}[a-z]?$", name)] == []


def test_every_case_has_scenarios():
    # Two are programs, not cells: an added jar and a lost executor (test_lost.py).
    assert {one.case for one in SCENARIOS} == set(range(1, 33)) - {18, 21}
