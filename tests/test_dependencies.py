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


def test_drivers_and_classes_that_come_later_are_found_in_cells_and_in_tasks(jdk, fresh_kernel, tmp_path):
    kernel = fresh_kernel()
    url = f'"jdbc:h2:{tmp_path}/shop;AUTO_SERVER=TRUE"'
    read = f"spark.read().jdbc({url}, \"t\", \"a\", 0, 4, 2, new Properties())"
    missing = kernel.execute(f'spark.read().jdbc({url}, "t", new Properties())')
    assert "%maven com.h2database:h2:" in missing.error.text
    kernel.run("%maven com.h2database:h2:2.3.232")
    kernel.run(f'java.sql.DriverManager.getConnection({url}).createStatement().execute("create table t as select 1 as a");')
    assert kernel.run(f"{read}.count()").text == "1"
    named = f'spark.read().option("driver", "org.h2.Driver").jdbc({url}, "t", new Properties()).count()'
    assert [kernel.run(named).text, kernel.run(f"{read}.count()").text] == ["1", "1"]
    kernel.run("%spark connect local-cluster[1,1,1024]")
    kernel.run(f'spark.range(3).selectExpr("cast(id as int) a").write().mode("append").jdbc({url}, "t", new Properties())')
    assert kernel.run(f"{read}.count()").text == "4"
    # SQLite's driver comes when the executor has looked for drivers already.
    kernel.run("%maven org.xerial:sqlite-jdbc:3.50.3.0")
    ask = (
        "spark.range(1).map((MapFunction<Long, String>) n -> { try (var c = java.sql.DriverManager.getConnection(\"%s\")) "
        "{ return c.getMetaData().getDatabaseProductName(); } }, Encoders.STRING()).first()"
    )
    assert kernel.run(ask % "jdbc:sqlite::memory:").text == "SQLite"
    assert kernel.run(ask % "jdbc:h2:mem:x").text == "H2"
    # Spark tells jars apart by their files' names.
    for folder in "ab":
        (tmp_path / folder).mkdir()
        text = f"package {folder}; public class Name {{ public static String of() {{ return \"{folder}\"; }} }}"
        compile_jar(jdk, tmp_path / folder / "lib.jar", {f"{folder}/Name.java": text})
    kernel.run(f"%jars {tmp_path}/a/lib.jar {tmp_path}/b/lib.jar")
    both = "spark.range(1).map((MapFunction<Long, String>) n -> a.Name.of() + b.Name.of(), Encoders.STRING()).first()"
    assert kernel.run(both).text == "ab"
