"""Dependencies in a kernel: from a repository on this machine to cells and executors."""

import pytest

from support.maven import Repository, compile_jar

GREETING = {"com/example/Greeting.java": "package com.example; public class Greeting { public static String of(long n) { return \"hi \" + n; } }"}


@pytest.fixture(scope="module")
def repository(jdk, tmp_path_factory):
    folder = tmp_path_factory.mktemp("repository")
    jar = compile_jar(jdk, tmp_path_factory.mktemp("jars") / "greeting.jar", GREETING)
    with Repository(folder) as running:
        running.publish("com.example", "greeting", "1.0", jar)
        running.publish("com.example", "slow", "1.0", jar)
        yield running


def test_an_artifact_reaches_cells_and_executors_and_the_way_there_is_shown(repository, fresh_kernel, tmp_path):
    kernel = fresh_kernel(env=repository.home(tmp_path / "home"))
    cell = kernel.run("%maven com.example:greeting:1.0\nimport com.example.Greeting;\nGreeting.of(1)")
    assert cell.text == "hi 1"
    assert cell.stdout == "Added com.example:greeting:1.0.\n"
    last = cell.of("display_data", "update_display_data")[-1]["content"]
    assert last["data"]["text/plain"].startswith("Downloaded 2 files, ")
    assert last["metadata"] == {"firesteel": {"kind": "progress"}}
    kernel.run("%spark connect local-cluster[1,1,1024]")
    job = "spark.range(3).map((MapFunction<Long, String>) n -> Greeting.of(n), Encoders.STRING()).collectAsList()"
    assert kernel.run(f"System.out.println({job})").stdout.strip() == "[hi 0, hi 1, hi 2]"
    later = kernel.run("%maven com.example:greeting:1.0")
    assert later.displays == []
    assert later.stdout == "Nothing to add: com.example:greeting:1.0 is there already.\n"


def test_an_interrupt_ends_a_download_and_the_kernel_goes_on(repository, fresh_kernel, tmp_path):
    kernel = fresh_kernel(env=repository.home(tmp_path / "home"))
    kernel.run("1 + 1")
    repository.hold()
    running = kernel.start("%maven com.example:slow:1.0")
    assert repository.asked.wait(timeout=60)
    kernel.interrupt()
    assert running.finish().error.name == "Interrupted"
    repository.released.set()
    assert kernel.run("%maven com.example:slow:1.0").stdout == "Added com.example:slow:1.0.\n"


def test_a_conflict_with_a_jar_of_spark_is_told(fresh_kernel, repository, jdk, tmp_path):
    jar = compile_jar(jdk, tmp_path / "other.jar", GREETING)
    repository.publish("org.apache.commons", "commons-lang3", "3.1", jar)
    kernel = fresh_kernel(env=repository.home(tmp_path / "home"))
    cell = kernel.run("%maven org.apache.commons:commons-lang3:3.1")
    assert "commons-lang3:3.1 was not added: version 3." in cell.stderr
    assert "It belongs to Spark or to the kernel." in cell.stderr
    assert cell.stdout == "Nothing was added.\n"
