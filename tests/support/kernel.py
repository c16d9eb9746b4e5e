"""A kernel as a frontend sees it: a real process, driven through jupyter_client.

A scenario reads like a conversation:

    cell = kernel.execute("1 + 1")
    assert cell.text == "2"

    running = kernel.start('System.out.println("on"); Thread.sleep(60_000);')
    running.wait_for_output("on")
    kernel.interrupt()
    assert running.finish().error.name == "Interrupted"

`execute` and `finish` return when the reply and the idle status of the cell are both in. Nothing here sleeps: every wait
ends with the message that it waits for, or fails after a bound that only guards against hangs.
"""

import os
import queue
import re
import tempfile
import time
from dataclasses import dataclass, field

import psutil
from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager

from support.processes import GUARD, family, kill

ANSI = re.compile(r"\x1b\[[0-9;]*m")


class Inbox:
    """The messages of one channel; those that nobody asked for yet are kept."""

    def __init__(self, receive):
        self._receive = receive
        self._kept = []

    def take(self, wanted, what, timeout=GUARD):
        """The oldest message for which wanted(message) is true, waited for."""
        for i, message in enumerate(self._kept):
            if wanted(message):
                return self._kept.pop(i)
        end = time.monotonic() + timeout
        while True:
            try:
                message = self._receive(timeout=max(0, end - time.monotonic()))
            except queue.Empty:
                seen = [f"{m['msg_type']} {str(m['content'])[:300]}" for m in self._kept[-12:]]
                raise AssertionError(f"{what} did not come within {timeout} s; what came: {seen}") from None
            if wanted(message):
                return message
            self._kept.append(message)


@dataclass
class CellFailure:
    name: str
    value: str
    traceback: list

    @property
    def text(self):
        """The traceback as a reader sees it."""
        return ANSI.sub("", "\n".join(self.traceback))


@dataclass
class Cell:
    """A cell that has ended."""

    id: str
    reply: dict
    messages: list = field(default_factory=list)

    @property
    def status(self):
        return self.reply["content"]["status"]

    @property
    def count(self):
        return self.reply["content"]["execution_count"]

    @property
    def stdout(self):
        return self._stream("stdout")

    @property
    def stderr(self):
        return self._stream("stderr")

    @property
    def result(self):
        """The MIME bundle of the result, or None."""
        found = [m["content"]["data"] for m in self.of("execute_result")]
        assert len(found) <= 1, found
        return found[0] if found else None

    @property
    def text(self):
        """The result as plain text, or None."""
        return self.result["text/plain"] if self.result else None

    @property
    def displays(self):
        return [m["content"]["data"] for m in self.of("display_data")]

    @property
    def shown(self):
        """All that a reader sees, as text, but for an error."""
        return "\n".join([self.stdout, self.stderr, *(d["text/plain"] for d in self.displays), self.text or ""])

    @property
    def error(self):
        found = self.of("error")
        if not found:
            return None
        content = found[0]["content"]
        return CellFailure(content["ename"], content["evalue"], content["traceback"])

    @property
    def payload(self):
        return self.reply["content"].get("payload", [])

    def of(self, *types):
        return [m for m in self.messages if m["msg_type"] in types]

    def ok(self):
        """This cell, when it succeeded; else an assertion error with what the user saw."""
        assert self.status == "ok", self.error.text if self.error else self.reply["content"]
        return self

    def _stream(self, name):
        return "".join(m["content"]["text"] for m in self.of("stream") if m["content"]["name"] == name)


class RunningCell:
    """A cell that was sent to the kernel."""

    def __init__(self, kernel, message_id):
        self.kernel, self.id = kernel, message_id
        self._messages = []
        kernel.unfinished.add(self)

    def wait_for(self, wanted, what):
        """The cell's next message on IOPub for which wanted(message) is true."""
        while True:
            message = self._next(what)
            if wanted(message):
                return message
            assert not _is_idle(message), f"the cell ended before {what}: {self._messages}"

    def wait_for_output(self, text):
        """Waits until the cell's standard output holds the text."""
        printed = ""
        while text not in printed:
            message = self.wait_for(lambda m: m["msg_type"] == "stream", f"output {text!r} (so far {printed!r})")
            printed += message["content"]["text"]
        return self

    def input_request(self):
        return self.kernel.stdin.take(lambda m: m["parent_header"].get("msg_id") == self.id, "an input request")["content"]

    def finish(self):
        """The cell, when its reply and its idle status are in."""
        while not (self._messages and _is_idle(self._messages[-1])):
            self._next("idle")
        reply = self.kernel.shell.take(lambda m: m["parent_header"].get("msg_id") == self.id, "the execute reply")
        self.kernel.unfinished.discard(self)
        return Cell(self.id, reply, self._messages)

    def _next(self, what):
        message = self.kernel.iopub.take(lambda m: m["parent_header"].get("msg_id") == self.id, what)
        self._messages.append(message)
        return message


def _is_idle(message):
    return message["msg_type"] == "status" and message["content"]["execution_state"] == "idle"


class Kernel:
    """A running kernel; a context manager that ends it, whatever happened."""

    def __init__(self, specs, name="firesteel", cwd=None, env=None, transport="tcp", encryption="disabled", arguments=()):
        """specs: the folder that holds the kernelspec's folder; env: added to the environment."""
        self.manager = KernelManager(
            kernel_name=name,
            transport=transport,
            transport_encryption=encryption,
            kernel_spec_manager=KernelSpecManager(kernel_dirs=[str(specs)]),
        )
        self._sockets = None
        if transport == "ipc":
            # Absolute, as the kernel has a folder of its own, and short: a socket's path has 107 characters at most.
            self._sockets = tempfile.TemporaryDirectory(prefix="fs-", dir="/tmp")
            self.manager.ip = f"{self._sockets.name}/k"
        self._start = {"extra_arguments": list(arguments)}
        if cwd:
            self._start["cwd"] = str(cwd)
        self._env = env
        self.client = None
        self.unfinished = set()

    def __enter__(self):
        self.manager.start_kernel(env={**os.environ, **(self._env or {})}, **self._start)
        try:
            self._connect()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if self.client is not None:
            self.client.stop_channels()
        if self.manager.has_kernel:
            processes = self.processes()
            self.manager.shutdown_kernel(now=True)
            kill(processes)
        self.manager.cleanup_resources()
        if self._sockets:
            self._sockets.cleanup()

    def _connect(self):
        self.client = self.manager.blocking_client()
        self.client.allow_stdin = True
        self.client.start_channels()
        self.shell = Inbox(self.client.get_shell_msg)
        self.iopub = Inbox(self.client.get_iopub_msg)
        self.stdin = Inbox(self.client.get_stdin_msg)
        self.control = Inbox(self.client.get_control_msg)
        self.client.wait_for_ready(timeout=GUARD)

    # cells

    def start(self, code, **flags):
        return RunningCell(self, self.client.execute(code, **flags))

    def execute(self, code, **flags):
        """Runs a cell to its end, whether it succeeds or not."""
        return self.start(code, **flags).finish()

    def run(self, code, **flags):
        """Runs a cell that must succeed."""
        return self.execute(code, **flags).ok()

    def start_in(self, subshell, code, silent=False, store_history=True, allow_stdin=False, stop_on_error=True):
        """Starts a cell in a subshell."""
        content = dict(
            code=code,
            silent=silent,
            store_history=store_history,
            user_expressions={},
            allow_stdin=allow_stdin,
            stop_on_error=stop_on_error,
        )
        return RunningCell(self, self.send("shell", "execute_request", content, subshell_id=subshell))

    def settle(self):
        """Ends what a failed scenario left running, so that the next one starts with an idle kernel."""
        if self.unfinished:
            self.interrupt()
            for cell in list(self.unfinished):
                cell.finish()

    # other messages

    def send(self, channel, msg_type, content=None, **header):
        message = self.client.session.msg(msg_type, content or {})
        message["header"].update(header)
        getattr(self.client, f"{channel}_channel").send(message)
        return message["header"]["msg_id"]

    def request(self, channel, msg_type, content=None, **header):
        """Sends a request and returns the content of its reply."""
        return self.reply(channel, self.send(channel, msg_type, content, **header))["content"]

    def reply(self, channel, message_id):
        inbox = getattr(self, channel)
        return inbox.take(lambda m: m["parent_header"].get("msg_id") == message_id, f"a reply on {channel}")

    def published(self, parent, msg_type):
        """The content of the next IOPub message of a type that a request led to."""
        return self.iopub.take(
            lambda m: m["parent_header"].get("msg_id") == parent and m["msg_type"] == msg_type, msg_type
        )["content"]

    def complete(self, code, cursor=None):
        return self.request("shell", "complete_request", dict(code=code, cursor_pos=len(code) if cursor is None else cursor))

    def inspect(self, code, cursor=None, detail=0):
        cursor = len(code) if cursor is None else cursor
        return self.request("shell", "inspect_request", dict(code=code, cursor_pos=cursor, detail_level=detail))

    def is_complete(self, code):
        return self.request("shell", "is_complete_request", dict(code=code))

    def history(self, **content):
        return self.request("shell", "history_request", dict(dict(output=False, raw=True), **content))["history"]

    def interrupt(self):
        """Asks the running cells to stop, as a frontend does for `interrupt_mode: message`."""
        assert self.manager.kernel_spec.interrupt_mode == "message"
        reply = self.request("control", "interrupt_request")
        assert reply["status"] == "ok", reply

    def answer(self, text):
        """Answers the input request that was taken last."""
        self.client.input(text)

    # the process

    @property
    def process(self):
        return psutil.Process(self.manager.provisioner.process.pid)

    def processes(self):
        return family(self.manager.provisioner.process.pid)

    def assert_alive(self):
        assert self.run("40 + 2").text == "42"

    def shut_down(self):
        """Asks the kernel to end and returns when no process of it is left."""
        processes = self.processes()
        assert self.request("control", "shutdown_request", {"restart": False})["status"] == "ok"
        _, alive = psutil.wait_procs(processes, timeout=GUARD)
        assert not alive, alive

    def restart(self):
        self.client.stop_channels()
        self.unfinished.clear()
        self.manager.restart_kernel()
        self._connect()
