"""Standard output and standard error."""


def test_stdout_and_stderr_are_told_apart(kernel):
    cell = kernel.run('System.out.println("hello"); System.err.println("oops");')
    assert (cell.stdout, cell.stderr) == ("hello\n", "oops\n")


def test_output_shows_before_its_line_ends(kernel):
    running = kernel.start('System.out.print("AA"); System.in.read(); System.out.print("BB");', allow_stdin=True)
    running.input_request()
    running.wait_for_output("AA")
    kernel.answer("")
    assert running.finish().ok().stdout == "AABB"


def test_output_of_a_thread_that_outlives_its_cell_belongs_to_its_cell(kernel):
    cell = kernel.run(
        "var gate = new java.util.concurrent.CountDownLatch(1);\n"
        'var late = new Thread(() -> { try { gate.await(); } catch (InterruptedException e) { } System.out.println("LATE"); });\n'
        "late.start();"
    )
    assert cell.stdout == ""
    opener = kernel.run("gate.countDown(); late.join();")
    assert opener.stdout == ""
    assert kernel.published(cell.id, "stream")["text"] == "LATE\n"


def test_output_of_pooled_threads_belongs_to_the_cell_that_started_the_pool(kernel):
    cell = kernel.run(
        "import java.util.concurrent.*;\nvar pool = Executors.newFixedThreadPool(2);\n"
        'List<Future<?>> done = new ArrayList<>();\n'
        'for (int i = 0; i < 10; i++) { int n = i; done.add(pool.submit(() -> System.out.println("job " + n))); }\n'
        "for (Future<?> f : done) f.get();\n"
        "pool.shutdown();",
    )
    assert sorted(cell.stdout.splitlines()) == [f"job {i}" for i in range(10)]


def test_five_megabytes_in_one_line_arrive_whole(kernel):
    cell = kernel.run('System.out.println("x".repeat(5_000_000));')
    assert len(cell.stdout) == 5_000_001


def test_characters_beyond_the_basic_plane_survive_every_cut(kernel):
    cell = kernel.run('for (int i = 0; i < 20_000; i++) { System.out.print("\U0001f525\u00e9"); if (i % 97 == 0) System.out.flush(); }')
    assert cell.stdout == "\U0001f525\u00e9" * 20_000


def test_bytes_written_one_by_one_are_decoded_as_utf_8(kernel):
    cell = kernel.run('for (byte b : "h\u00e9 \U0001f525\\n".getBytes("UTF-8")) { System.out.write(b); System.out.flush(); }')
    assert cell.stdout == "h\u00e9 \U0001f525\n"


def test_printf_and_format_arrive(kernel):
    assert kernel.run('System.out.printf("%d-%s%n", 3, "x");').stdout == "3-x\n"


def flood(kernel, lines):
    cell = kernel.run(f'for (int i = 0; i < {lines}; i++) System.out.println("line " + i);')
    assert cell.stdout == "".join(f"line {i}\n" for i in range(lines))


def test_no_line_of_a_hundred_thousand_is_lost(kernel):
    flood(kernel, 100_000)
    kernel.assert_alive()
