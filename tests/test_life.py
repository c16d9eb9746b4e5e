"""Start, restart and shutdown: nothing is left behind."""

import pathlib
import re

import psutil

FOLDERS = """
String.join("|", spark.conf().get("spark.sql.warehouse.dir"), sc.getConf().get("spark.local.dir", ""),
    String.join("|", sc.sc().env().blockManager().diskBlockManager().localDirsString()))
"""


def folders_of(kernel):
    """The folders that Spark writes to."""
    return [pathlib.Path(re.sub(r"^file:/*", "/", part)) for part in re.split("[|,]", kernel.run(FOLDERS).text) if part]


def test_shutdown_ends_the_process_and_its_children(fresh_kernel):
    kernel = fresh_kernel()
    kernel.run("spark.range(10).count()")
    kernel.run("!(sleep 6543210 > /dev/null 2>&1 &)")
    processes = kernel.processes()
    kernel.shut_down()
    assert not [p for p in processes if p.is_running() and p.status() != psutil.STATUS_ZOMBIE]


def test_shutdown_ends_a_kernel_whose_cell_still_runs(fresh_kernel):
    kernel = fresh_kernel()
    running = kernel.start('System.out.println("on"); while (true) { try { while (true) { } } catch (Throwable t) { } }')
    running.wait_for_output("on")
    kernel.shut_down()


def test_shutdown_ends_a_kernel_that_waits_for_input(fresh_kernel):
    kernel = fresh_kernel()
    kernel.start("System.in.read();", allow_stdin=True).input_request()
    kernel.shut_down()


def test_shutdown_right_after_the_start(fresh_kernel):
    fresh_kernel().shut_down()


def test_the_kernel_ends_with_threads_of_the_user_still_alive(fresh_kernel):
    kernel = fresh_kernel()
    kernel.run("new Thread(() -> { while (true) { } }).start();")
    kernel.shut_down()


def test_saved_tables_stay_beside_the_notebook_and_temporary_folders_go(fresh_kernel, tmp_path):
    folder = tmp_path / "work"
    folder.mkdir()
    kernel = fresh_kernel(cwd=folder)
    kernel.run('spark.range(10).repartition(3).groupBy("id").count().collectAsList();')
    assert list(folder.iterdir()) == []
    warehouse, *folders = folders_of(kernel)
    assert warehouse == folder / "spark-warehouse"
    assert folders and all(f.is_dir() and folder not in f.parents for f in folders), folders
    other = fresh_kernel(cwd=folder)
    kernel.run('spark.range(10).write().saveAsTable("numbers");')
    assert other.run('spark.table("numbers").count()').text == "10"
    other.run('spark.range(3).selectExpr("id", "id as v").write().partitionBy("id").format("csv").saveAsTable("parts");')
    other.shut_down()
    assert kernel.run('spark.table("parts").filter("id = 2").count()').text == "1"
    kernel.run("%spark connect local[1]")
    assert kernel.run('spark.table("numbers").count() + spark.table("parts").count()').text == "13"
    kernel.shut_down()
    assert [f for f in folders if f.exists()] == []
    assert [f.name for f in folder.iterdir()] == ["spark-warehouse"]
    assert {"numbers", "parts"} <= {f.name for f in warehouse.iterdir()}


def test_a_restart_forgets_variables_and_counts_from_one(fresh_kernel):
    kernel = fresh_kernel()
    kernel.run("int gone = 1;")
    before = kernel.process
    kernel.restart()
    assert kernel.process.pid != before.pid or kernel.process.create_time() != before.create_time()
    assert not before.is_running()
    cell = kernel.execute("gone")
    assert (cell.status, cell.count) == ("error", 1)


def test_a_killed_frontend_leaves_a_kernel_that_still_serves_the_next(fresh_kernel):
    kernel = fresh_kernel()
    kernel.run("int stays = 5;")
    kernel.client.stop_channels()
    kernel._connect()
    assert kernel.run("stays").text == "5"


def test_the_interrupt_mode_and_name_of_the_kernelspec(fresh_kernel):
    spec = fresh_kernel().manager.kernel_spec
    assert spec.display_name == "Java (Firesteel)"
    assert spec.language == "java"
    assert spec.interrupt_mode == "message"
    assert "{connection_file}" in spec.argv


def test_a_terminated_kernel_removes_its_folders(fresh_kernel):
    kernel = fresh_kernel()
    kernel.run("spark.range(10).count()")
    folders = [f for f in folders_of(kernel) if f.is_dir()]
    assert folders
    process = kernel.process
    process.terminate()
    _, alive = psutil.wait_procs([process], timeout=60)
    assert not alive
    assert [f for f in folders if f.exists()] == []
