"""Times shells: from the command to the prompt, to the first answer, and from a line to its answer, in turns.

    python tests/shell_start.py [ROUNDS]

Besides Firesteel's: the JDK's jshell, and spark-shell where SPARK_HOME names a distribution. Java is that of JAVA_HOME.
"""

import os
import pathlib
import statistics
import sys
import tempfile
import time

from support.terminal import Terminal

LAUNCHER = pathlib.Path(__file__).resolve().parent.parent / "firesteel"
OWN = r"^\[1\]> ?$"


def shells():
    yield "firesteel shell", [LAUNCHER, "shell"], OWN, "{}"
    yield "firesteel shell --no-spark", [LAUNCHER, "shell", "--no-spark"], OWN, "{}"
    yield "jshell", [pathlib.Path(os.environ["JAVA_HOME"]) / "bin" / "jshell"], r"^jshell> ?$", r"\$\d+ ==> {}"
    if "SPARK_HOME" in os.environ:
        yield "spark-shell", [pathlib.Path(os.environ["SPARK_HOME"]) / "bin" / "spark-shell"], r"^scala> ?$", r"(val )?res\d+: Int = {}"


def times(command, prompt, answer):
    """Seconds: to the prompt, from the prompt to 1 + 1 = 2, from a line to its answer once all is warm."""
    env = {name: os.environ[name] for name in ("PATH", "HOME", "JAVA_HOME", "LANG") if name in os.environ}
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        with Terminal(command, env, folder) as terminal:
            terminal.wait_for(prompt)
            at_prompt = time.perf_counter()
            terminal.type("1 + 1\n")
            terminal.wait_for(f"^{answer.format(2)}$")
            answered = time.perf_counter()
            for value in range(10, 20):
                sent = time.perf_counter()
                terminal.type(f"{value} + {value}\n")
                terminal.wait_for(f"^{answer.format(2 * value)}$")
            return at_prompt - start, answered - at_prompt, time.perf_counter() - sent


def main(rounds):
    measured = {}
    for _ in range(rounds):
        for name, command, prompt, answer in shells():
            measured.setdefault(name, []).append(times(command, prompt, answer))
    print(f"{'median seconds of ' + str(rounds):30} prompt  first answer  next answer")
    for name, all_times in measured.items():
        prompt, first, next_one = (statistics.median(column) for column in zip(*all_times))
        print(f"{name:30} {prompt:6.2f}  {first:12.2f}  {next_one:11.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
