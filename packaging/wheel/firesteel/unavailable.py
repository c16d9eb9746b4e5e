"""Stands in for a kernel that can't start, so that the notebook itself says why: each cell fails with what is missing and
the command that brings it. The launcher calls it with the connection file and the lines of the message."""

import json
import sys

try:
    import zmq
    from jupyter_client.session import Session
except ImportError:  # Jupyter is in another environment; its log has the launcher's message.
    sys.exit(3)

LANGUAGE = {"name": "java", "mimetype": "text/x-java-source", "file_extension": ".java"}
ANSWERS = {
    "kernel_info_request": {"protocol_version": "5.3", "implementation": "firesteel", "language_info": LANGUAGE, "banner": ""},
    "comm_info_request": {"comms": {}},
    "history_request": {"history": []},
    "complete_request": {"matches": [], "cursor_start": 0, "cursor_end": 0, "metadata": {}},
    "inspect_request": {"found": False, "data": {}, "metadata": {}},
    "is_complete_request": {"status": "unknown"},
}


class Unavailable:
    def __init__(self, connection, lines):
        self.session = Session(key=connection["key"].encode(), signature_scheme=connection["signature_scheme"])
        self.error = {
            "ename": "Firesteel can't start",
            "evalue": lines[0],
            "traceback": [*lines, "Then restart the kernel."],
        }
        self.count = 0
        self.context = zmq.Context()
        self.heartbeat = self.bind(connection, zmq.REP, "hb")
        self.iopub = self.bind(connection, zmq.PUB, "iopub")
        self.stdin = self.bind(connection, zmq.ROUTER, "stdin")
        self.requests = [self.bind(connection, zmq.ROUTER, name) for name in ("shell", "control")]

    def bind(self, connection, kind, name):
        socket = self.context.socket(kind)
        separator = ":" if connection["transport"] == "tcp" else "-"
        socket.bind(f"{connection['transport']}://{connection['ip']}{separator}{connection[name + '_port']}")
        return socket

    def serve(self):
        """Answers until it is asked to shut down."""
        poller = zmq.Poller()
        for socket in (self.heartbeat, *self.requests):
            poller.register(socket, zmq.POLLIN)
        while True:
            for socket, _ in poller.poll():
                if socket is self.heartbeat:
                    socket.send(socket.recv())
                elif not self.answer(socket):
                    self.context.destroy(linger=1000)
                    return

    def answer(self, socket):
        """Answers one request; false when that was to shut down."""
        route, request = self.session.recv(socket, mode=0)
        kind = request["msg_type"]
        self.publish("status", {"execution_state": "busy"}, request)
        content = {"status": "ok", **ANSWERS.get(kind, {})}
        if kind == "execute_request":
            self.count += 1
            self.publish("error", self.error, request)
            content = {"status": "error", "execution_count": self.count, **self.error}
        elif kind == "shutdown_request":
            content["restart"] = request["content"].get("restart", False)
        self.session.send(socket, kind.replace("_request", "_reply"), content, request, ident=route)
        self.publish("status", {"execution_state": "idle"}, request)
        return kind != "shutdown_request"

    def publish(self, kind, content, request):
        self.session.send(self.iopub, kind, content, request, ident=kind.encode())


def main():
    file, *lines = sys.argv[1:]
    with open(file) as connection:
        Unavailable(json.load(connection), lines).serve()


if __name__ == "__main__":
    main()
