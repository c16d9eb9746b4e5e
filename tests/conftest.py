"""Kernels, JDKs and private folders for the suites."""

import os
import pathlib
import subprocess
import sys

import pytest

from support import jdks, masters
from support.connect_server import ConnectServer, server_jar
from support.kernel import Kernel
from support.processes import QUICK_JAVA
from support.standalone import Places

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent
LAUNCHER = REPOSITORY / "firesteel"
JDKS = jdks.find()


# All masters, or those that the variable names, separated by commas.
MASTERS = [name for name in os.environ.get("FIRESTEEL_TEST_MASTERS", "").split(",") if name] or list(masters.STARTERS)
# What every run takes, on the oldest JDK and on the others; the rest is for the soak tests, or for those who name the masters.
MASTERS_OF_EVERY_RUN = ("local", "standalone", "connect"), ("local-cluster",)
PROGRAMS_OF_EVERY_RUN = ("standalone",), ()
# The masters that every run takes all scenarios on; on the others, one of each case.
ALL_SCENARIOS_OF_EVERY_RUN = ("standalone", "connect")
# Kernels, runs and notebooks of these have the Java that a user's have; those of the others have a quick one.
WITH_A_USERS_JAVA = {"test_life", "test_run", "test_soak", "test_streams"}
# What the usual run takes on the oldest JDK alone, and that of all on the others too.
ON_OLDEST_JDK = {
    "test_charts",
    "test_cluster",
    "test_connect",
    "test_data",
    "test_data_magic",
    "test_dependencies",
    "test_displays",
    "test_docs",
    "test_gallery",
    "test_history",
    "test_ijava",
    "test_jupyter_kernel_test",
    "test_lost",
    "test_masters",
    "test_lab",
    "test_package",
    "test_papermill",
    "test_plugins",
    "test_progress",
    "test_run",
    "test_shell",
    "test_shell_scenarios",
    "test_spark_get",
    "test_sql",
    "test_tables",
}


# What takes longest, from the longest on: where tests run side by side these begin first, so that none of them is left at the end.
LONGEST = (
    "test_cluster",
    "test_docs",
    "test_scenarios",
    "test_connect",
    "test_shell",
    "test_gallery",
    "test_lost",
    "test_masters",
    "test_lab",
    "test_notebooks_elsewhere",
    "test_charts",
    "test_tables",
    "test_programs",
    "test_spark_get",
    "test_run",
    "test_ijava",
    "test_progress",
)


def pytest_itemcollected(item):
    # Later than this, pytest-xdist has looked at the markers already.
    item.add_marker(pytest.mark.xdist_group(group(item)))


def pytest_collection_modifyitems(config, items):
    if hasattr(config, "workerinput"):
        place = {name: i for i, name in enumerate(LONGEST)}
        items.sort(key=lambda item: place.get(item.module.__name__, len(place)))
    if os.environ.get("FIRESTEEL_TEST_MASTERS"):
        return
    for item in items:
        params = item.callspec.params if hasattr(item, "callspec") else {}
        newer = params.get("jdk", JDKS[0]) != JDKS[0]
        module = item.module.__name__
        every_run = PROGRAMS_OF_EVERY_RUN if module == "test_programs" else MASTERS_OF_EVERY_RUN
        elsewhere = "master" in params and params["master"] not in every_run[newer]
        if module == "test_scenarios" and params.get("master", "standalone") not in ALL_SCENARIOS_OF_EVERY_RUN:
            elsewhere = elsewhere or not params["scenario"].first
        on_oldest = module in ON_OLDEST_JDK and not item.get_closest_marker("each_jdk")
        if elsewhere:
            item.add_marker(pytest.mark.soak)
        elif newer and on_oldest:
            item.add_marker(pytest.mark.extended)


def pytest_collection_finish(session):
    if getattr(session.config.option, "loadgroup", False):
        apart = [item.nodeid for item in session.items if not item.nodeid.endswith(f"@{group(item)}")]
        assert not apart, f"pytest-xdist would not keep these with their group: {apart[:3]}"


def group(item):
    """The tests that share kernels and masters: where tests run side by side, these stay together."""
    params = item.callspec.params if hasattr(item, "callspec") else {}
    shared = ("jdk", "master", "place" if "place" in params else "case")
    return "-".join([item.module.__name__, *(str(params[name]) for name in shared if name in params)])


def pytest_runtest_logreport(report):
    # At once, and not at the end alone, which a run that takes too long never reaches.
    if report.failed and "PYTEST_XDIST_WORKER" not in os.environ:
        print(f"\nFAILED {report.nodeid} ({report.when})\n{report.longreprtext[-2000:]}", file=sys.__stderr__, flush=True)


def pytest_report_header():
    return "JDKs: " + ", ".join(f"{jdk} ({jdk.home})" for jdk in JDKS)


@pytest.fixture(scope="session", autouse=True)
def private_folders(tmp_path_factory):
    """Nothing that a suite starts reads or writes the user's own Jupyter folders and history."""
    root = tmp_path_factory.mktemp("user")
    folders = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "jupyter",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
        "IPYTHONDIR": "ipython",
        "XDG_DATA_HOME": "data",
        "XDG_STATE_HOME": "state",
    }
    with pytest.MonkeyPatch.context() as patch:
        for variable, name in folders.items():
            (root / name).mkdir()
            patch.setenv(variable, str(root / name))
        for variable in ("JUPYTER_PATH", "SPARK_CONF_DIR", "FIRESTEEL_JAVA"):
            patch.delenv(variable, raising=False)
        # The bundled Spark, whatever the user chose by `firesteel spark use`.
        patch.setenv("SPARK_HOME", "")
        yield root


@pytest.fixture(scope="module", autouse=True)
def java_options(request):
    """What the Java of kernels, shells and runs is told besides Firesteel's own options."""
    quick = request.module.__name__ not in WITH_A_USERS_JAVA
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FIRESTEEL_JAVA_OPTS", " ".join(QUICK_JAVA) if quick else "")
        yield


@pytest.fixture(scope="session")
def repository():
    return REPOSITORY


@pytest.fixture(scope="session", params=JDKS, ids=str)
def jdk(request):
    return request.param


@pytest.fixture(scope="session")
def firesteel(jdk):
    """Runs `./firesteel ARGUMENTS` on the JDK; returns the completed process, output as text."""

    def run(*arguments, check=True, env=None, **options):
        done = subprocess.run(
            [str(LAUNCHER), *map(str, arguments)],
            env={**os.environ, "FIRESTEEL_JAVA": str(jdk.java), **(env or {})},
            text=True,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            **options,
        )
        if check:
            assert done.returncode == 0, f"{arguments}: {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done

    return run


@pytest.fixture(scope="session")
def specs(firesteel, tmp_path_factory):
    """The folder of kernelspecs into which `firesteel install` put the kernel."""
    prefix = tmp_path_factory.mktemp("prefix")
    firesteel("install", "--prefix", prefix)
    return prefix / "share" / "jupyter" / "kernels"


@pytest.fixture(scope="module")
def module_kernel(specs, tmp_path_factory):
    with Kernel(specs, cwd=tmp_path_factory.mktemp("notebooks")) as running:
        yield running


@pytest.fixture
def kernel(module_kernel):
    """One kernel for all tests of a module; idle again after each."""
    yield module_kernel
    module_kernel.settle()


@pytest.fixture
def fresh_kernel(specs, tmp_path):
    """Starts kernels of this test's own: fresh_kernel(env=..., cwd=..., transport=...)."""
    started = []

    def start(**options):
        kernel = Kernel(specs, **{"cwd": tmp_path, **options})
        started.append(kernel)
        return kernel.__enter__()

    yield start
    for kernel in started:
        kernel.__exit__()


@pytest.fixture(scope="module", params=MASTERS)
def master(request, needs):
    """A master that runs."""
    with {**masters.STARTERS, **masters.WITH_OTHER_SPARKS}[request.param](needs) as running:
        yield running


@pytest.fixture(scope="module")
def needs(firesteel, jdk, require, tmp_path_factory):
    """What starting a master takes."""
    places = Places(REPOSITORY / "kernel" / "app" / "target" / "dist", jdk.home, tmp_path_factory.mktemp("master"))
    return masters.Needs(firesteel, jdk, places, require)


@pytest.fixture(scope="module")
def running_kernel(master, specs, tmp_path_factory):
    with master.kernel(specs, tmp_path_factory.mktemp("notebooks")) as kernel:
        yield kernel


@pytest.fixture
def master_kernel(running_kernel):
    """One kernel for all tests of a module on a master; idle again after each."""
    yield running_kernel
    running_kernel.settle()


@pytest.fixture(scope="session")
def require():
    """Skips the test when something it needs is missing; on CI, where all must be there, fails it."""

    def check(present, what):
        if not present:
            if os.environ.get("CI", "").lower() in ("1", "true"):
                pytest.fail(f"missing on CI: {what}")
            pytest.skip(f"missing: {what}")

    return check


@pytest.fixture(scope="session")
def connect_jar(require, firesteel, tmp_path_factory):
    """The jar of a Spark Connect server of the bundled version; Firesteel is built when it is there."""
    firesteel("version")
    jar = server_jar(tmp_path_factory.mktemp("connect-jar"))
    require(jar, "the jar of the Spark Connect server (Maven brings it)")
    return jar


@pytest.fixture(scope="session")
def connect_server(jdk, connect_jar, tmp_path_factory):
    """A Spark Connect server that all tests share: its `url` is what `%spark connect` takes."""
    with ConnectServer(jdk, connect_jar, tmp_path_factory.mktemp("connect")) as server:
        yield server
