"""What happens to a job from outside: it is stopped, it loses an executor or its master, it has neighbours, it gets jars."""

import subprocess

import pytest

from support import masters
from support.processes import GUARD, kill
from support.standalone import StandaloneCluster
from test_spark import start_slow_job

MASTERS_WITH_EXECUTORS = pytest.mark.parametrize("master", ["local-cluster", "standalone", "yarn", "kubernetes"], indirect=True)


def test_an_interrupt_ends_the_job_and_the_kernel_goes_on(master_kernel):
    master_kernel.run("int untouched = 3;")
    running = start_slow_job(master_kernel)
    master_kernel.interrupt()
    assert running.finish().error.name == "Interrupted"
    again = "System.out.println(spark.range(4).map((MapFunction<Long, Long>) x -> x + untouched, Encoders.LONG()).collectAsList())"
    assert master_kernel.run(again).stdout.strip() == "[3, 4, 5, 6]"


def test_a_job_shows_its_progress(master_kernel):
    # Some seconds: a Connect server reports every two.
    cell = master_kernel.run(
        "spark.range(0, 60, 1, 60).map((MapFunction<Long, Long>) x -> { Thread.sleep(150); return x; }, Encoders.LONG()).count()"
    )
    assert cell.text == "60"
    shown = [m["content"]["data"]["text/plain"] for m in cell.of("display_data", "update_display_data")]
    assert any("of 60 tasks" in text for text in shown), shown


def job(kernel, seconds, tag):
    """Starts a job of two stages that takes some seconds on two cores; its result is 19900."""
    kernel.run(
        f'String mark{tag} = Files.createTempDirectory("lost").toString();\nint wait{tag} = {round(seconds * 1000 / 200)};\nint unit{tag} = 1;'
    )
    return kernel.start(
        f"""
        spark.range(0, 200, 1, 100).map((MapFunction<Long, Long>) x -> {{ Thread.sleep(wait{tag}); return x * unit{tag}; }}, Encoders.LONG())
            .repartition(50).map((MapFunction<Long, Long>) x -> {{
              Files.writeString(Path.of(mark{tag}, "second"), "");
              Thread.sleep(wait{tag});
              return x * unit{tag};
            }}, Encoders.LONG()).reduce((ReduceFunction<Long>) (a, b) -> a + b)
        """
    )


def kill_an_executor(application):
    victims = masters.executors(application)
    assert victims
    victims[0].kill()
    victims[0].wait(GUARD)


def progress(cell, stage):
    """Waits until the cell's progress line names a stage."""
    cell.wait_for(lambda m: f"stage {stage} of" in str(m["content"].get("data", "")), f"progress of stage {stage}")


@MASTERS_WITH_EXECUTORS
def test_a_killed_executor_costs_nothing_but_time(master_kernel):
    application = master_kernel.run("sc.sc().applicationId()").text.strip('"')
    running = job(master_kernel, 10, "A")
    progress(running, 1)
    kill_an_executor(application)
    progress(running, 2)
    kill_an_executor(application)  # With what the first stage left for the second.
    assert running.finish().ok().text == "19900"


@pytest.mark.soak
@pytest.mark.timeout(900)
@MASTERS_WITH_EXECUTORS
def test_killed_executors_cost_a_long_job_nothing_but_time(master_kernel):
    application = master_kernel.run("sc.sc().applicationId()").text.strip('"')
    running = job(master_kernel, 60, "B")
    progress(running, 1)
    kill_an_executor(application)
    progress(running, 2)
    kill_an_executor(application)
    assert running.finish().ok().text == "19900"


@pytest.mark.soak  # Minutes: a cluster has time to come back before it counts as gone.
def test_a_killed_cluster_is_told_and_the_kernel_goes_on(needs, specs, tmp_path):
    with StandaloneCluster(needs.places) as cluster:
        on_it = masters.Master("standalone", f"{cluster.url} --executor-cores 1")
        with on_it.kernel(specs, tmp_path) as kernel:
            application = kernel.run("sc.sc().applicationId()").text.strip('"')
            kernel.run("int kept = 5;")
            running = job(kernel, 60, "C")
            progress(running, 1)
            lost = masters.executors(application)
            for daemon in [cluster.master, *cluster.workers]:
                daemon.end()
            kill(lost)
            error = running.finish().error
            assert error, "the cell must fail"
            assert "%spark connect" in error.text, error.text
            kernel.run("%spark connect local[2]")
            again = "System.out.println(spark.range(2).map((MapFunction<Long, Long>) x -> x + kept, Encoders.LONG()).collectAsList())"
            assert kernel.run(again).stdout.strip() == "[5, 6]"


def test_a_killed_master_leaves_the_job_its_executors(needs, specs, tmp_path):
    with StandaloneCluster(needs.places) as cluster:
        on_it = masters.Master("standalone", f"{cluster.url} --executor-cores 1")
        with on_it.kernel(specs, tmp_path) as kernel:
            running = job(kernel, 5, "D")
            progress(running, 1)
            cluster.master.process.kill()
            assert running.finish().ok().text == "19900"
            kernel.run("%spark connect local[2]")
            assert kernel.run("spark.range(3).count()").text == "3"


def test_two_kernels_side_by_side_see_their_own_variables(master, master_kernel, specs, tmp_path):
    with master.kernel(specs, tmp_path) as neighbour:
        pair = [(master_kernel, 7), (neighbour, 1000)]
        for kernel, value in pair:
            kernel.run(f"int shared = {value};\nlong scaled(long x) {{ return x * shared; }}\nclass Twin {{ static int of() {{ return shared + 1; }} }}")
        for _ in range(3):
            running = [
                kernel.start(
                    "System.out.println(spark.range(0, 4, 1, 2).map((MapFunction<Long, Long>) x -> { Thread.sleep(50); return scaled(x) + Twin.of(); },"
                    " Encoders.LONG()).collectAsList())"
                )
                for kernel, _ in pair
            ]
            for cell, (_, value) in zip(running, pair):
                assert cell.finish().ok().stdout.strip() == str([x * value + value + 1 for x in range(4)])


@pytest.fixture
def greeter(jdk, tmp_path):
    """A jar with a class that no Spark has."""
    source = tmp_path / "added" / "Greeter.java"
    source.parent.mkdir()
    source.write_text('package added;\npublic class Greeter { public static String greet(Object who) { return "hello " + who; } }\n')
    tools = jdk.home / "bin"
    subprocess.run([tools / "javac", "--release", "17", "-d", tmp_path / "classes", source], check=True)
    subprocess.run([tools / "jar", "--create", "--file", tmp_path / "greeter.jar", "-C", tmp_path / "classes", "added"], check=True)
    return tmp_path / "greeter.jar"


GREET = (
    "System.out.println(spark.range(2).map((MapFunction<Long, String>) x -> added.Greeter.greet(x), Encoders.STRING()).collectAsList())"
)


def test_a_jar_given_with_the_connection_reaches_tasks(master, greeter, specs, tmp_path_factory):
    with master.kernel(specs, tmp_path_factory.mktemp("notebooks"), f"--jars {greeter}") as kernel:
        assert kernel.run(GREET).stdout.strip() == "[hello 0, hello 1]"
