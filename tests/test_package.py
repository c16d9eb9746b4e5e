"""What `./firesteel package` builds, installed as docs/install.md says: the archive and the wheel, in an empty home."""

import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import zipfile

import psutil
import pytest

from conftest import REPOSITORY
from support import documents, installation
from support.charts import wait_until_drawn
from support.installation import User
from support.lab import Lab, chromium
from support.packages import check_named, contents

PACKAGE = REPOSITORY / "target" / "package"
# Building and pip's unpacking of Spark may take minutes on a busy machine; a guard against hangs.
pytestmark = pytest.mark.timeout(1500)
MAX_WHEEL_BYTES = 45_000_000


@pytest.fixture(scope="module")
def package(firesteel):
    """The folder with what was built."""
    firesteel("package")
    return PACKAGE


@pytest.fixture(scope="module")
def wheel(package):
    (file,) = package.glob("firesteel-*.whl")
    return file


@pytest.fixture(scope="module")
def archive(package):
    (file,) = package.glob("firesteel-*.tar.gz")
    return file


@pytest.fixture(scope="module")
def assemble(package, jdk):
    """Puts archive and wheel together once more, of what the last build compiled."""

    def run(out, *options):
        command = [str(REPOSITORY / ".firesteel/package/bin/python"), "-B", str(REPOSITORY / "packaging/build.py")]
        done = subprocess.run(
            [*command, "--assemble", "--java-home", str(jdk.home), "--out", str(out), *options], text=True, capture_output=True
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return out

    return run


@pytest.fixture(scope="module")
def unpacked(archive, tmp_path_factory):
    """The archive's folder, in one with a blank in its name and, for all but root, read-only."""
    folder = tmp_path_factory.mktemp("archive") / "a folder"
    folder.mkdir()
    subprocess.run(["tar", "-xzf", str(archive)], cwd=folder, check=True)
    (root,) = folder.iterdir()
    subprocess.run(["chmod", "-R", "a-w", str(root)], check=True)
    yield root
    subprocess.run(["chmod", "-R", "u+w", str(root)], check=True)


@pytest.fixture(scope="module")
def spark_version():
    return re.search(r"<spark.version>(.*)</spark.version>", (REPOSITORY / "pom.xml").read_text())[1]


@pytest.fixture(scope="module")
def environment(tmp_path_factory, assemble, wheel, spark_version, require):
    """A new environment with pyspark and an older Firesteel; what the tests are about comes by `upgraded`."""
    pyspark = installation.pyspark_wheel(spark_version)
    require(pyspark, f"pyspark {spark_version} (pip could not get it)")
    folder = installation.new_environment(tmp_path_factory.mktemp("wheel") / "environment")
    old = assemble(tmp_path_factory.mktemp("old"), "--only-wheel", "--version", "0.0.9")
    install(folder, "--find-links", pyspark.parent, *old.glob("*.whl"))
    return folder


def install(environment, *arguments):
    pip = [str(environment / "bin" / "python"), "-m", "pip", "install", "--quiet", "--no-compile"]
    done = subprocess.run([*pip, *map(str, arguments)], text=True, capture_output=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def upgraded(environment, wheel, jdk, tmp_path_factory):
    """The environment's user, after the upgrade; `before` has the older version's answer."""
    user = User(tmp_path_factory.mktemp("user"), jdk, [environment / "bin"])
    user.environment["JUPYTERLAB_DIR"] = str(REPOSITORY / ".firesteel/test/share/jupyter/lab")
    user.before = user.run("python", "-c", "import firesteel; print(firesteel.__version__)", cwd=user.home).stdout
    install(environment, "--upgrade", "--no-index", wheel)
    return user


def test_the_checksums_are_those_of_the_files(package):
    for line in (package / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((package / name).read_bytes()).hexdigest() == digest, name


def test_the_same_build_gives_the_same_bytes(package, assemble, tmp_path):
    assert (assemble(tmp_path) / "SHA256SUMS").read_text() == (package / "SHA256SUMS").read_text()


@pytest.mark.soak
def test_the_same_sources_give_the_same_bytes_in_another_folder(package, jdk, tmp_path):
    copy = installation.copied_sources(REPOSITORY, tmp_path / "another clone")
    environment = {**os.environ, "FIRESTEEL_JAVA": str(jdk.java)}
    subprocess.run([str(copy / "firesteel"), "package"], env=environment, check=True)
    assert (copy / "target/package/SHA256SUMS").read_text() == (package / "SHA256SUMS").read_text()


def test_the_wheel_is_small_and_brings_no_spark(wheel):
    assert wheel.stat().st_size <= MAX_WHEEL_BYTES
    assert not [name for name in zipfile.ZipFile(wheel).namelist() if "/spark-" in name or "/spark/" in name]


def test_no_path_of_the_machine_is_in_what_is_built(wheel, archive):
    paths = [str(REPOSITORY).encode(), str(pathlib.Path.home()).encode() + b"/"]
    for name, content in contents(wheel, archive):
        assert not [path for path in paths if path in content], name


def test_the_sbom_and_the_notice_name_whatever_the_archive_bundles(archive):
    check_named(archive, (REPOSITORY / "NOTICE").read_text())


def test_the_sbom_and_the_notice_name_whatever_the_wheel_bundles(wheel):
    check_named(wheel, (REPOSITORY / "NOTICE").read_text())


def test_licence_and_notice_are_in_both(wheel, unpacked):
    for name in ("LICENSE", "NOTICE"):
        text = (REPOSITORY / name).read_text()
        assert (unpacked / name).read_text() == text
        with zipfile.ZipFile(wheel) as packed:
            (found,) = [entry for entry in packed.namelist() if entry.endswith(f".dist-info/licenses/{name}")]
            assert packed.read(found).decode() == text


@pytest.fixture(scope="module")
def archive_user(tmp_path_factory, jdk):
    return User(tmp_path_factory.mktemp("archive-user"), jdk)


def test_the_archive_runs_a_notebook_and_writes_nothing_into_its_folder(unpacked, archive_user, tmp_path):
    before = installation.tree(unpacked)
    notebook = installation.write_notebook(tmp_path / "first.ipynb")
    version = archive_user.run(unpacked / "bin/firesteel", "--version", cwd=tmp_path)
    assert version.stdout.startswith(f"Firesteel {unpacked.name.removeprefix('firesteel-')}\n")
    archive_user.run(unpacked / "bin/firesteel", "run", notebook, "-o", "out.ipynb", cwd=tmp_path)
    installation.check_outputs(tmp_path / "out.ipynb")
    assert installation.tree(unpacked) == before


def test_the_archives_doctor_looks_at_no_maven_and_calls_the_command_by_its_name(unpacked, archive_user, tmp_path):
    told = archive_user.run(unpacked / "bin/firesteel", "doctor", cwd=tmp_path, check=False).stdout
    assert "Maven" not in told and "./firesteel" not in told and "firesteel lab" in told


def test_commands_of_a_clone_say_so_in_an_installation(unpacked, archive_user, tmp_path):
    done = archive_user.run(unpacked / "bin/firesteel", "test", cwd=tmp_path, check=False)
    assert done.returncode == 3 and "in a clone" in done.stderr


def test_the_archive_is_removed_without_a_trace(unpacked, archive_user, tmp_path):
    empty = installation.tree(archive_user.home)
    state = archive_user.state(unpacked)
    state.joinpath("cds").mkdir(parents=True)
    archive_user.run(unpacked / "bin/firesteel", "install", "--user", cwd=tmp_path)
    assert installation.tree(archive_user.home) != empty
    (archive_user.home / "firesteel-notebooks").mkdir()
    told = archive_user.run(unpacked / "bin/firesteel", "uninstall", cwd=tmp_path).stdout
    assert f"Kept your notebooks:  rm -rf '{archive_user.home}/firesteel-notebooks'" in told
    (archive_user.home / "firesteel-notebooks").rmdir()
    assert f"Removed the class archives, logs and the private JupyterLab from {state}" in told
    assert f"rm -rf '{unpacked}'" in told
    archive_user.run(unpacked / "bin/firesteel", "uninstall", "--all", cwd=tmp_path)
    assert not [path for path in installation.tree(archive_user.home) if "firesteel" in path]


def test_pip_upgrades_an_older_wheel(upgraded, environment):
    assert upgraded.before == "0.0.9\n"
    assert upgraded.run("firesteel", "--version", cwd=upgraded.home).stdout.startswith("Firesteel 0.1.0\nSpark 4.2.0")
    assert len(list(installation.site_packages(environment).glob("firesteel-*.dist-info"))) == 1


def test_the_first_notebook_of_a_wheel_runs_by_nbconvert(upgraded, tmp_path):
    notebook = installation.write_notebook(tmp_path / "a folder" / "first.ipynb")
    upgraded.run(
        *("python", "-m", "nbconvert", "--to", "notebook", "--execute", notebook, "--output", "out.ipynb"), cwd=tmp_path
    )
    installation.check_outputs(notebook.parent / "out.ipynb")


def test_papermill_finds_the_translator_of_a_wheel(upgraded, tmp_path):
    cells = ("int times = 1;", "spark.range(1, 5).count() * times", "%chart bar spark.range(3) --x id --y id")
    notebook = installation.write_notebook(tmp_path / "first.ipynb", cells)
    text = notebook.read_text()
    notebook.write_text(text.replace('"metadata": {}', '"metadata": {"tags": ["parameters"]}', 1))
    upgraded.run("python", "-m", "papermill", notebook, "out.ipynb", "-p", "times", "3", cwd=tmp_path)
    assert "".join(installation.shown(tmp_path / "out.ipynb")[2][0]["text/plain"]) == "12"


def test_the_shell_of_a_wheel_answers(upgraded, tmp_path):
    assert upgraded.run("firesteel", "shell", "-c", "spark.range(7).count()", cwd=tmp_path).stdout.strip().endswith("7")


def test_the_doctor_of_a_wheel_finds_no_problem(upgraded, environment, tmp_path):
    told = upgraded.run("firesteel", "doctor", cwd=tmp_path).stdout
    assert "No problem" in told
    assert str(environment / "share/jupyter/kernels/firesteel") in told


@pytest.mark.browser
def test_jupyterlab_offers_the_kernel_of_a_wheel_and_draws_its_charts(upgraded, environment, tmp_path, require):
    require(chromium(), "Chromium")
    installation.write_notebook(tmp_path / "first.ipynb")
    folders = {name: os.environ[name] for name in os.environ if name.startswith("JUPYTER")}
    log = tmp_path / "lab.log"
    with Lab(environment / "bin/firesteel", {**folders, **upgraded.environment}, log, [str(tmp_path)]) as lab:
        with lab.open_offline("first.ipynb") as page:
            page.run_all()
            wait_until_drawn(page.page, 1)


def test_lab_of_a_wheel_opens_the_users_copy_of_the_notebooks_which_run_there(upgraded, environment, tmp_path):
    folders = {name: os.environ[name] for name in os.environ if name.startswith("JUPYTER")}
    with Lab(environment / "bin/firesteel", {**folders, **upgraded.environment}, tmp_path / "lab.log") as lab:
        assert "/lab/tree/00-contents.ipynb" in lab.address
    notebooks = upgraded.home / "firesteel-notebooks" / "notebooks"
    upgraded.run("firesteel", "run", notebooks / "01-first-steps.ipynb", cwd=tmp_path)
    assert (notebooks / "00-contents.ipynb").exists()


def test_without_java_a_wheel_says_how_to_get_one(upgraded, environment, tmp_path):
    """A machine without Java: no java on PATH, and no folder in which the launcher would look for one."""
    java_sh = installation.site_packages(environment) / "firesteel/dist/launcher/java.sh"
    text = java_sh.read_text()
    java_sh.write_text(re.sub(r"(?<![\w$}\"])/(usr/lib/jvm|usr/java|opt|Library)/", "/none/", text))
    tools = tmp_path / "bin"
    tools.mkdir()
    for tool in ("bash", "sh", "dirname", "readlink", "env", "apt-get"):
        (tools / tool).symlink_to(shutil.which(tool) or shutil.which("true"))
    without = {"JAVA_HOME": "", "PATH": f"{environment / 'bin'}:{tools}"}
    try:
        done = upgraded.run("firesteel", "shell", cwd=tmp_path, check=False, **without)
        assert done.returncode == 3
        assert "there is no Java here" in done.stderr and "sudo apt-get install openjdk-17-jdk-headless" in done.stderr
        notebook = installation.write_notebook(tmp_path / "first.ipynb")
        done = upgraded.run(
            *("python", "-m", "nbconvert", "--to", "notebook", "--execute", notebook), cwd=tmp_path, check=False, **without
        )
        assert done.returncode != 0
        assert "there is no Java here" in done.stderr and "Then restart the kernel." in done.stderr
    finally:
        java_sh.write_text(text)


def test_without_pyspark_a_wheel_says_how_to_get_it(upgraded, environment, tmp_path, spark_version):
    pyspark = installation.site_packages(environment) / "pyspark"
    pyspark.rename(pyspark.with_name("pyspark-away"))
    try:
        done = upgraded.run("firesteel", "shell", cwd=tmp_path, check=False)
        assert done.returncode == 3 and f"-m pip install pyspark=={spark_version}" in done.stderr
    finally:
        pyspark.with_name("pyspark-away").rename(pyspark)


@pytest.mark.soak
def test_the_first_start_of_a_wheel_prepares_fast_starts_and_uninstall_ends_and_removes_them(upgraded, environment, tmp_path):
    dist = installation.site_packages(environment) / "firesteel" / "dist"
    state = upgraded.state(dist)
    upgraded.run("firesteel", "shell", "-c", "1", cwd=tmp_path, CI="")
    psutil.Process(int((state / "archive.lock" / "pid").read_text())).wait(600)
    assert list(state.glob("cds/*.jsa"))
    told = upgraded.run("firesteel", "doctor", cwd=tmp_path).stdout
    assert "prepared for this Java and Spark" in told
    upgraded.run("firesteel", "uninstall", cwd=tmp_path)
    assert not state.exists()


def test_a_wheel_is_uninstalled_without_a_trace(environment, wheel, jdk, tmp_path):
    folder = installation.new_environment(tmp_path / "environment")
    (installation.site_packages(folder) / "pyspark.pth").write_text(f"{installation.site_packages(environment)}\n")
    user = User(tmp_path / "user", jdk, [folder / "bin"])
    empty_home, empty_environment = installation.tree(user.home), installation.tree(folder)
    install(folder, "--no-deps", "--no-index", "--ignore-installed", wheel)
    user.run("firesteel", "shell", "-c", "spark.range(7).count()", cwd=tmp_path)
    user.state(installation.site_packages(folder) / "firesteel/dist").mkdir(parents=True)
    told = user.run("firesteel", "uninstall", "--all", cwd=tmp_path).stdout
    assert f"{folder}/bin/python -m pip uninstall firesteel" in told
    user.run("python", "-m", "pip", "uninstall", "--yes", "--quiet", "firesteel", cwd=tmp_path)
    assert installation.tree(folder) == empty_environment
    assert installation.tree(user.home) == empty_home


def blocks(word):
    return [
        line
        for block in documents.blocks(REPOSITORY / "docs" / "install.md")
        if word in block.words
        for line in block.text.splitlines()
    ]


# These run until they are ended: the tests of JupyterLab start them.
SERVERS = {"jupyter lab", "firesteel-0.1.0/bin/firesteel lab"}


def test_the_documents_commands_for_the_archive_work_in_their_order(package, archive_user, tmp_path):
    for name in ("SHA256SUMS", "firesteel-0.1.0.tar.gz"):
        (tmp_path / name).symlink_to(package / name)
    commands = blocks("archive")
    assert len(commands) > 6
    for command in commands:
        if command not in SERVERS:
            archive_user.run("bash", "-euc", command, cwd=tmp_path)


def test_the_documents_commands_for_the_wheel_work_in_their_order(upgraded, environment, wheel, tmp_path):
    (tmp_path / wheel.name).symlink_to(wheel)
    commands = blocks("wheel")
    assert len(commands) > 6
    try:
        for command in commands:
            if command not in SERVERS:
                done = upgraded.run("bash", "-euc", command, cwd=tmp_path)
                if command == "jupyter kernelspec list":
                    assert re.search(rf"firesteel +{re.escape(str(environment))}", done.stdout)
    finally:
        install(environment, "--no-index", wheel)
