"""Kubernetes as far as the pods: an API server in a process of its own, whose node starts executors as processes."""

import json
import urllib.request

import pytest

from support import masters

pytestmark = pytest.mark.soak  # A whole Spark distribution is downloaded for it.

IMAGE = "--conf spark.kubernetes.container.image=registry.example/spark:test"
POD = "--conf spark.kubernetes.namespace=data --executor-memory 640m --executor-cores 1 --num-executors 2 --name pods"
HERE = "--conf spark.driver.host=127.0.0.1"


@pytest.fixture(scope="module")
def home(needs):
    return needs.distribution()


@pytest.fixture(scope="module")
def api(needs, home):
    with masters.kubernetes_api(needs, home) as running:
        yield running


@pytest.fixture
def kernel(fresh_kernel, home):
    return fresh_kernel(env={"SPARK_HOME": str(home), **masters.LOOPBACK})


def pods(api):
    with urllib.request.urlopen(f"{api.url}/api/v1/namespaces/data/pods") as answer:
        return json.load(answer)["items"]


def test_the_pods_are_what_was_asked_for_and_their_executors_compute(api, kernel):
    kernel.run("int limit = 3; record Point(long x) implements Serializable {}")
    connected = kernel.run(f"%spark connect k8s://{api.url} {IMAGE} {POD} {HERE} --timeout 60").stdout
    assert f"k8s://{api.url}" in connected
    first = pods(api)[0]
    container = first["spec"]["containers"][0]
    env = {variable["name"]: variable.get("value") for variable in container["env"]}
    assert container["image"] == "registry.example/spark:test" and container["args"] == ["executor"]
    assert container["resources"]["requests"] == {"cpu": "1", "memory": "1024Mi"}
    assert env["SPARK_EXECUTOR_MEMORY"] == "640m"
    assert env["SPARK_DRIVER_URL"].startswith("spark://CoarseGrainedScheduler@127.0.0.1:")
    assert first["metadata"]["labels"]["spark-role"] == "executor"
    assert first["metadata"]["labels"]["spark-app-name"] == "pods"
    assert kernel.run("spark.range(10).filter((FilterFunction<Long>) x -> x < limit).count()").text == "3"
    printed = kernel.run("System.out.println(sc.parallelize(List.of(1L, 4L), 2).map(x -> new Point(x)).collect())").stdout
    assert printed.strip() == "[Point[x=1], Point[x=4]]"
    assert {pod["metadata"]["name"] for pod in pods(api)} == {log.stem for log in api.folder.glob("*.log")}
    assert "2 with" in kernel.run("%spark").shown
    kernel.run("%spark connect local[2]")
    assert kernel.run("spark.range(10).filter((FilterFunction<Long>) x -> x < limit).count()").text == "3"
    assert pods(api) == [], "the pods are deleted with the application"


@pytest.mark.parametrize(
    "options, message",
    [
        ("", "need an image"),
        (f"{IMAGE} --conf spark.kubernetes.executor.container.image=missing", 'ImagePullBackOff (Back-off pulling image "missing")'),
    ],
    ids=["no-image", "missing-image"],
)
def test_pods_that_cannot_be_say_why(api, kernel, options, message):
    kernel.run("%spark connect local[2]")
    error = kernel.execute(f"%spark connect k8s://{api.url} {POD} {HERE} {options}").error
    assert message in error.text and "spark.kubernetes.container.image" in error.text
    assert kernel.run("1 + 1").text == "2"


def test_executors_that_cannot_call_back_say_so(api, kernel):
    away = "--conf spark.driver.host=127.0.0.9 --conf spark.driver.bindAddress=127.0.0.1"
    error = kernel.execute(f"%spark connect k8s://{api.url} {IMAGE} {POD} {away}").error
    assert "No executor of this application came up" in error.text, error.text
    # By what a pod said if it was caught before Spark deleted it, else by how many there were.
    assert "can't call back to the driver" in error.text or "Its pods end soon after their start" in error.text, error.text
    assert "127.0.0.9" in error.text and "spark.driver.host" in error.text


def test_an_api_server_that_is_not_there(kernel):
    error = kernel.execute(f"%spark connect k8s://https://127.0.0.1:1 {IMAGE}").error
    assert "Nothing takes connections at 127.0.0.1:1" in error.text and "kubectl cluster-info" in error.text
    error = kernel.execute(f"%spark connect k8s://no-such-host.invalid {IMAGE}").error
    assert 'There is no host "no-such-host.invalid"' in error.text
