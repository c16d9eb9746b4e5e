"""Random programs print on every master what Java on one JVM prints; random records come back from Datasets unchanged."""

import os

import pytest

from support import programs, shapes

FIRST = int(os.environ.get("FIRESTEEL_TEST_SEED", "1"))


def run(kernel, program):
    for i, (code, printed) in enumerate(program.cells):
        cell = kernel.execute(code)
        seen = cell.error.text if cell.error else cell.stdout.strip()
        assert cell.status == "ok" and seen == printed, f"seed {program.seed}, cell {i + 1}: {seen}\n\n{program}"


@pytest.mark.parametrize("program", list(programs.programs(6, FIRST)), ids=lambda p: f"seed{p.seed}")
def test_a_random_program_prints_what_one_jvm_prints(master_kernel, program):
    run(master_kernel, program)


@pytest.mark.soak
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("master", ["standalone"], indirect=True)
@pytest.mark.parametrize("first", range(1000, 2000, 50))
def test_a_thousand_random_programs_print_what_one_jvm_prints(master, specs, tmp_path, first):
    # A kernel for each fifty: a notebook of thousands of cells is not what is tested.
    with master.kernel(specs, tmp_path) as kernel:
        for program in programs.programs(50, first):
            run(kernel, program)


def send(kernel, shape):
    cell = kernel.execute(shape.code)
    seen = cell.error.text if cell.error else cell.stdout.strip()
    assert cell.status == "ok" and seen == "unchanged", f"seed {shape.seed}: {seen}\n\n{shape}"


@pytest.mark.parametrize("shape", list(shapes.shapes(20, FIRST)), ids=lambda s: f"seed{s.seed}")
def test_a_random_record_comes_back_from_a_dataset_unchanged(master_kernel, shape):
    send(master_kernel, shape)


@pytest.mark.soak
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("master", ["local", "standalone", "connect"], indirect=True)
@pytest.mark.parametrize("first", range(1000, 1200, 50))
def test_two_hundred_random_records_come_back_from_datasets_unchanged(master, specs, tmp_path, first):
    with master.kernel(specs, tmp_path) as kernel:
        for shape in shapes.shapes(50, first):
            send(kernel, shape)
