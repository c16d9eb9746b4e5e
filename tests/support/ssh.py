"""A server that takes one key, on the loopback interface."""

import getpass
import os
import shutil
import socket
import subprocess
import time

from support.lab import free_port
from support.processes import Program

SERVER = shutil.which("sshd", path=os.environ.get("PATH", "") + ":/usr/sbin")


class SshServer:
    """A context manager; command() connects to it."""

    def __init__(self, folder):
        self._folder, self._port = folder, free_port()

    def __enter__(self):
        for key in ("host", "user"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", self._folder / key], check=True)
        if os.geteuid() == 0:
            os.makedirs("/run/sshd", exist_ok=True)
        config = self._folder / "config"
        config.write_text(
            f"Port {self._port}\nListenAddress 127.0.0.1\nHostKey {self._folder}/host\nAuthorizedKeysFile {self._folder}/user.pub\n"
            "PermitRootLogin yes\nStrictModes no\nUsePAM no\nPidFile none\n"
        )
        self._program = Program([SERVER, "-D", "-e", "-f", config], self._folder / "log")
        end = time.monotonic() + 20
        while True:
            try:
                socket.create_connection(("127.0.0.1", self._port), 1).close()
                return self
            except OSError:
                assert time.monotonic() < end and not self._program.has_ended, self._program.output
                time.sleep(0.05)  # Between two tries.

    def __exit__(self, *_):
        self._program.end()

    def processes(self):
        """All that runs for those who are connected."""
        return self._program.children()

    def command(self, *command):
        options = [option for word in ("StrictHostKeyChecking=no", f"UserKnownHostsFile={os.devnull}") for option in ("-o", word)]
        to = ["-i", self._folder / "user", "-p", self._port, f"{getpass.getuser()}@127.0.0.1"]
        return ["ssh", "-tt", "-q", *options, *to, *command]
