"""Progress: what the one display of a cell says of jobs that are uneven, and of streaming queries."""

SLEEP = "static long slow(long millis, long value) throws Exception { Thread.sleep(millis); return value; }"


def progress(cell):
    """The texts of a cell's progress, in order."""
    shown = cell.of("display_data", "update_display_data")
    lines = [m for m in shown if m["content"]["transient"]["display_id"].startswith("firesteel-progress")]
    assert len({m["content"]["transient"]["display_id"] for m in lines}) <= 1, "one live display a cell"
    assert all(m["content"]["metadata"]["firesteel"]["kind"] == "progress" for m in lines)
    return [m["content"]["data"]["text/plain"] for m in lines]


def wait_for_text(running, text):
    running.wait_for(lambda m: text in str(m["content"].get("data", "")), text)


def test_a_task_far_behind_is_named_while_it_runs_and_at_the_end(kernel):
    kernel.run(SLEEP)
    running = kernel.start("spark.range(0, 8, 1, 8).map((MapFunction<Long, Long>) i -> slow(i == 0 ? 6000 : 100, i), Encoders.LONG()).count()")
    wait_for_text(running, "Far behind: task 0 of stage")
    cell = running.finish()
    assert "Far behind: task 0 of stage" in progress(cell)[-1]
    assert "no more rows than they" in progress(cell)[-1]


def test_skewed_data_is_told_from_a_slow_host(kernel):
    kernel.run(SLEEP)
    code = """
        JavaPairRDD<Integer, Iterable<Integer>> groups =
            sc.parallelize(IntStream.range(0, 40_000).boxed().toList(), 2)
                .mapToPair(i -> new Tuple2<>(i < 36_000 ? 0 : i % 8, i))
                .groupByKey(8);
        groups.map(group -> slow(group._1() == 0 ? 4000 : 50, 1)).count()
    """
    kernel.run("import org.apache.spark.api.java.JavaPairRDD;\nimport scala.Tuple2;")
    last = progress(kernel.run(code))[-1]
    assert "the data is skewed" in last, last


def test_spilled_bytes_are_counted(kernel):
    cell = kernel.run(
        """
        import org.apache.spark.sql.expressions.Window;
        spark.conf().set("spark.sql.windowExec.buffer.in.memory.threshold", "500");
        spark.conf().set("spark.sql.windowExec.buffer.spill.threshold", "500");
        try {
          spark.range(0, 6000, 1, 2)
              .withColumn("n", row_number().over(Window.partitionBy(col("id").mod(2)).orderBy(col("id"))))
              .withColumn("s", sum("n").over(Window.partitionBy(col("id").mod(2))))
              .filter((FilterFunction<Row>) row -> { if (row.getLong(0) % 2000 == 0) Thread.sleep(500); return true; })
              .count();
        } finally {
          spark.conf().unset("spark.sql.windowExec.buffer.in.memory.threshold");
          spark.conf().unset("spark.sql.windowExec.buffer.spill.threshold");
        }
        """
    )
    assert " spilled" in progress(cell)[-1], progress(cell)


def test_rows_and_the_slowest_stage_stand_in_the_last_line(kernel):
    kernel.run(SLEEP)
    cell = kernel.run(
        "spark.range(0, 40, 1, 4).map((MapFunction<Long, Long>) i -> slow(100, i), Encoders.LONG()).repartition(2).count()"
    )
    last = progress(cell)[-1]
    assert "40 rows read" in last and "slowest stage" in last, last


def test_the_end_of_a_stage_is_foretold_and_the_way_to_cancel(kernel):
    kernel.run(SLEEP)
    running = kernel.start("spark.range(0, 400, 1, 200).map((MapFunction<Long, Long>) i -> slow(100, i), Encoders.LONG()).count()")
    wait_for_text(running, "left in this stage")
    wait_for_text(running, "interrupt to cancel")
    kernel.interrupt()
    assert "stopped" in progress(running.finish())[-1]


STREAM = 'spark.readStream().format("rate").option("rowsPerSecond", 50).load()'


def stream(name, rows=STREAM, mode="append"):
    return f'{rows}.writeStream().format("noop").outputMode("{mode}").queryName("{name}").trigger(Trigger.ProcessingTime(300)).start()'


def test_a_streaming_query_is_shown_live_and_an_interrupt_stops_it(kernel):
    kernel.run("import org.apache.spark.sql.streaming.*;\nStreamingQuery ticks;")
    running = kernel.start(f"ticks = {stream('ticks')};\nticks.awaitTermination();")
    wait_for_text(running, "rows/s in")
    wait_for_text(running, "latency")
    kernel.interrupt()
    cell = running.finish()
    assert cell.error.name == "Interrupted"
    assert progress(cell)[-1].startswith("stream ticks "), progress(cell)
    kernel.run("ticks.awaitTermination();")
    assert kernel.run("ticks.isActive()").text == "false"


def test_state_rows_of_a_streaming_query_are_shown(kernel):
    kernel.run('import org.apache.spark.sql.streaming.*;\nspark.conf().set("spark.sql.shuffle.partitions", "2");')
    counts = STREAM + '.groupBy(col("value").mod(7)).count()'
    running = kernel.start(stream("counts", counts, "complete") + ".awaitTermination();")
    wait_for_text(running, "rows of state")
    kernel.interrupt()
    running.finish()
    kernel.run('spark.conf().unset("spark.sql.shuffle.partitions");')


def test_streams_are_listed_watched_and_stopped(kernel):
    kernel.run("import org.apache.spark.sql.streaming.*;")
    kernel.run(f"StreamingQuery first = {stream('first')}, second = {stream('second')};")
    listed = kernel.run("%spark streams").shown
    assert "first" in listed and "second" in listed and "latency" in listed
    assert "no streaming query third runs; there are:" in kernel.execute("%spark streams stop third").error.text
    assert "--all" in kernel.execute("%spark streams stop").error.text
    watching = kernel.start("%spark streams watch first")
    wait_for_text(watching, "rows/s in")
    kernel.interrupt()
    watching.finish()
    assert kernel.run("first.isActive() && second.isActive()").text == "true", "who only watches stops nothing"
    assert kernel.run("%spark streams stop first").stdout == "Stopped: first\n"
    assert kernel.run("first.isActive()").text == "false"
    assert kernel.run("%spark streams stop --all").stdout == "Stopped: second\n"
    assert kernel.run("%spark streams").stdout == "No streaming query runs.\n"


def test_a_query_whose_cell_has_ended_goes_on_without_showing_anything(kernel):
    kernel.run("import org.apache.spark.sql.streaming.*;")
    started = kernel.run(f"StreamingQuery quiet = {stream('quiet')};")
    kernel.run("quiet.processAllAvailable();")
    assert progress(started) == []
    assert "%spark streams" in kernel.run("quiet").text
    assert kernel.run("quiet.isActive()").text == "true"
    kernel.run("quiet.stop();")
