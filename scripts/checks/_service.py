"""A service that is started for a check, asked over real HTTP, and held against its own OpenAPI document.

Every answer that comes through `Service.ask` is compared with what the document says of the route: the status has to be
there, headers and bodies have to fit. `operations` holds what was asked so far.
"""

import base64
import hashlib
import http.client
import json
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
from pathlib import Path

import jsonschema

from _emx import EMX, PACKAGE

OPENAPI = json.loads((PACKAGE / "Sources/COpenAPI/openapi.json").read_text("utf-8"))
operations = {}
problems = []


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def problem(self):
        """The last part of the type of a problem; None for an answer that is none."""
        if self.headers.get("content-type") != "application/problem+json":
            return None
        return self.json["type"].rpartition("/")[2]


def expect(condition, words):
    if not condition:
        problems.append(words)
    return condition


def _resolved(thing):
    while isinstance(thing, dict) and "$ref" in thing:
        target = OPENAPI
        for step in thing["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        thing = target
    return thing


def _operation(method, path):
    path = path.partition("?")[0]
    for template, item in OPENAPI["paths"].items():
        pattern = "^" + re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(template)) + "$"
        if re.match(pattern, path):
            return f"{method} {template}", item.get(method.lower())
    return f"{method} {path}", None


def hold_against_document(method, path, answer):
    name, operation = _operation(method, path)
    if operation is None:
        return
    operations.setdefault(operation["operationId"], set()).add(answer.status)
    told = operation["responses"].get(str(answer.status))
    if not expect(told is not None, f"{name} answered {answer.status}, which the document does not have: {answer.body[:200]}"):
        return
    told = _resolved(told)
    kind = answer.headers.get("content-type", "").partition(";")[0]
    for header in told.get("headers", {}):
        if header in ("Retry-After", "WWW-Authenticate", "Location") or (
                header == "Content-Digest" and kind != "multipart/mixed"):
            expect(header.lower() in answer.headers, f"{name} answered {answer.status} without {header}")
    if not answer.body:
        return
    content = told.get("content", {})
    if not expect(kind in content, f"{name} answered {answer.status} in {kind}, the document has {sorted(content)}"):
        return
    if (kind == "application/json" or kind.endswith("+json")) and "binary" != content[kind].get("schema", {}).get("format"):
        schema = {**content[kind]["schema"], "components": OPENAPI["components"]}
        for error in jsonschema.Draft202012Validator(schema).iter_errors(answer.json):
            expect(False, f"{name} answered {answer.status}: {error.json_path}: {error.message[:200]}")


class Service:
    """`emx serve` with a folder of its own, on a port that was free."""

    def __init__(self, *settings, folder=None, database=None):
        self.own = folder is None
        self.folder = Path(folder or tempfile.mkdtemp(prefix="emx-service-"))
        command = [EMX, "serve", "--port", "0", "--set", f"data.folder={self.folder / 'data'}"]
        for setting in (*settings, *([f"database.url={database}"] if database else [])):
            command += ["--set", setting]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, cwd=self.folder)
        self.log, self.key, self.port = [], None, None
        ready = threading.Event()

        def read():
            for line in self.process.stderr:
                text = line.decode(errors="replace").rstrip()
                self.log.append(text)
                if key := re.fullmatch(r"\s*(emx_[0-9a-z]+)", text):
                    self.key = key[1]
                if port := re.search(r"^listening on http://[^ ]*:(\d+)", text):
                    self.port = int(port[1])
                    ready.set()
            ready.set()

        threading.Thread(target=read, daemon=True).start()
        if not ready.wait(30) or self.port is None:
            raise SystemExit("the service did not start:\n" + "\n".join(self.log[-20:]))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()
        if self.own:
            shutil.rmtree(self.folder, ignore_errors=True)

    def stop(self, seconds=60):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(seconds)

    def kill(self):
        self.process.kill()
        self.process.wait()

    def ask(self, method, path, body=None, key="own", headers=None, timeout=60, check=True):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        headers = dict(headers or {})
        key = self.key if key == "own" else key
        if key:
            headers["Authorization"] = f"Bearer {key}"
        try:
            self._send(connection, method, path, body, headers)
            response = connection.getresponse()
            data = response.read()
        finally:
            connection.close()
        answer = Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, data)
        if check:
            hold_against_document(method, path, answer)
        return answer

    @staticmethod
    def _send(connection, method, path, body, headers):
        """Sends a request; a body that is an iterator goes in chunks. Who is refused early hears so all the same."""
        pieces = [body or b""] if body is None or isinstance(body, bytes) else body
        connection.putrequest(method, path)
        for name, value in headers.items():
            connection.putheader(name, value)
        is_chunked = "Transfer-Encoding" in headers
        if not is_chunked and method != "GET":
            connection.putheader("Content-Length", str(len(pieces[0])))
        connection.endheaders()
        try:
            for piece in pieces:
                if piece:
                    connection.send(b"%x\r\n%b\r\n" % (len(piece), piece) if is_chunked else piece)
            if is_chunked:
                connection.send(b"0\r\n\r\n")
        except (BrokenPipeError, ConnectionResetError):
            pass

    def raw(self, data, timeout=10, linger=0.0):
        """What comes back for bytes that no decent client would send."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=timeout) as connection:
            connection.settimeout(timeout)
            received = b""
            try:
                connection.sendall(data)
                time.sleep(linger)
                while chunk := connection.recv(65536):
                    received += chunk
                    if len(received) > 1 << 20:
                        break
            except (TimeoutError, ConnectionError):
                pass
            return received

    def run(self, *arguments):
        """An `emx` command on the same data."""
        return subprocess.run(
            [EMX, *arguments, "--set", f"data.folder={self.folder / 'data'}"], capture_output=True, text=True,
            timeout=60, cwd=self.folder)

    def add_key(self, *arguments, tenant="default"):
        run = self.run("keys", "add", "--tenant", tenant, "--name", "check", *arguments)
        expect(run.returncode == 0, f"emx keys add: {run.returncode} {run.stderr}")
        return run.stdout.strip()

    def workers(self):
        found = subprocess.run(["pgrep", "-P", str(self.process.pid)], capture_output=True, text=True)
        return [int(line) for line in found.stdout.split()]

    def resident(self):
        """The most memory that the server itself had so far, in MB."""
        text = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", text)[1]) / 1024

    def job(self, path, seconds=60):
        """A job once it has ended."""
        end = time.time() + seconds
        while time.time() < end:
            answer = self.ask("GET", path)
            if answer.status != 200 or answer.json["state"] not in ("queued", "running"):
                return answer
            time.sleep(0.2)
        return answer


def digest(data):
    return "sha-256=:" + base64.b64encode(hashlib.sha256(data).digest()).decode() + ":"
