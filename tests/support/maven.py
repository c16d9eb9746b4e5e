"""A Maven repository on this machine, and libraries to put into it."""

import functools
import http.server
import subprocess
import threading
import zipfile


def compile_jar(jdk, jar, sources, class_path=()):
    """Compiles sources (from file name to text) into a jar."""
    classes = jar.parent / f"{jar.stem}-classes"
    files = []
    for name, text in sources.items():
        file = classes / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        files.append(str(file))
    options = ["--release", "17", "-d", str(classes), "-cp", ":".join(map(str, class_path))]
    subprocess.run([str(jdk.home / "bin" / "javac"), *options, *files], check=True, capture_output=True, text=True)
    with zipfile.ZipFile(jar, "w") as archive:
        for file in sorted(classes.rglob("*.class")):
            archive.write(file, file.relative_to(classes))
    return jar


class Repository:
    """Serves a folder over HTTP; a context manager. What is asked for while it is held waits until it ends."""

    def __init__(self, folder):
        self.folder = folder
        self.released = threading.Event()
        self.released.set()
        self.asked = threading.Event()
        repository = self

        class Handler(http.server.SimpleHTTPRequestHandler):
            def do_GET(self):
                repository.asked.set()
                repository.released.wait()
                super().do_GET()

            def log_message(self, *arguments):
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=folder))

    @property
    def url(self):
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self):
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *exception):
        self.released.set()
        self._server.shutdown()
        self._server.server_close()

    def hold(self):
        self.asked.clear()
        self.released.clear()

    def publish(self, group, artifact, version, jar, dependencies=""):
        folder = self.folder.joinpath(*group.split("."), artifact, version)
        folder.mkdir(parents=True)
        (folder / f"{artifact}-{version}.jar").write_bytes(jar.read_bytes())
        (folder / f"{artifact}-{version}.pom").write_text(
            f"<project><modelVersion>4.0.0</modelVersion><groupId>{group}</groupId><artifactId>{artifact}</artifactId>"
            f"<version>{version}</version><dependencies>{dependencies}</dependencies></project>"
        )

    def home(self, folder):
        """A user's home whose settings name this repository as the mirror of all; the environment that makes it the home."""
        settings = folder / ".m2" / "settings.xml"
        settings.parent.mkdir(parents=True)
        settings.write_text(
            f"<settings><mirrors><mirror><id>local</id><mirrorOf>*</mirrorOf><url>{self.url}</url></mirror></mirrors></settings>"
        )
        return {"JDK_JAVA_OPTIONS": f"-Duser.home={folder}"}
