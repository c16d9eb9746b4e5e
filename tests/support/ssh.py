"""A server that takes one key, on the loopback interface."""

import getpass
import os
import shutil
import socket
import subprocess
import time

import psutil

from support.lab import free_port

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
        self._process = subprocess.Popen([SERVER, "-D", "-f", config, "-E", self._folder / "log"])
        end = time.monotonic() + 20
        while True:
            try:
                socket.create_connection(("127.0.0.1", self._port), 1).close()
                return self
            except OSError:
                assert time.monotonic() < end and self._process.poll() is None, (self._folder / "log").read_text()
                time.sleep(0.05)  # Between two tries.

    def __exit__(self, *_):
        self._process.terminate()
        self._process.wait(20)

    def processes(self):
        """All that runs for those who are connected."""
        return psutil.Process(self._process.pid).children(recursive=True)

    def command(self, *command):
        options = [option for word in ("StrictHostKeyChecking=no", f"UserKnownHostsFile={os.devnull}") for option in ("-o", word)]
        to = ["-i", self._folder / "user", "-p", self._port, f"{getpass.getuser()}@127.0.0.1"]
        return ["ssh", "-tt", "-q", *options, *to, *command]
