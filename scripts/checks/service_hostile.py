"""What nobody should send to the upload service: it stays up, and every other request is answered rightly meanwhile."""

import io
import json
import os
import signal
import threading
import time
import zipfile

from _emx import SAMPLES, finish
from _service import Service, digest, expect, problems

COIL = (SAMPLES / "pact/steel-coil/input.json").read_bytes()
BOMB = io.BytesIO()
with zipfile.ZipFile(BOMB, "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("bomb.json", b"[" + b" " * (200 << 20) + b"]")
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)) + b"]><l>&j;</l>"
NAMES = ("../../../etc/passwd", "..\\..\\boot.ini", "a\x00b", "/etc/shadow", "%2e%2e%2fx", "<script>alert(1)</script>",
         "x" * 5000, "\u202egnp.exe", "CON", "")


class Bystander(threading.Thread):
    """Somebody who sends a good document again and again, and must get the right answer each time."""

    def __init__(self, service):
        super().__init__(daemon=True)
        self.service, self.count, self.going = service, 0, True

    def run(self):
        while self.going:
            try:
                answer = self.service.ask("POST", "/v1/validate", COIL, key=None, check=False)
                expect(answer.status == 200 and answer.json["verdict"] == "valid", f"a bystander got {answer.status}")
            except OSError as error:
                expect(False, f"a bystander got no answer: {error}")
            self.count += 1
            time.sleep(0.02)


def documents(service):
    for title, body, kinds in (
        ("a zip bomb", BOMB.getvalue(), {"undecided", "unreadable"}),
        ("billion laughs", LAUGHS, {"unreadable"}),
        ("deep JSON", b"[" * 500_000, {"unreadable", "undecided"}),
        ("deep XML", b"<a>" * 500_000, {"unreadable", "undecided"}),
        ("a huge attribute", b'<a b="' + b"x" * (20 << 20) + b'"/>', {"unreadable", "undecided"}),
        ("many attributes", b"<a " + b" ".join(b'a%d="1"' % n for n in range(200_000)) + b"/>", {"undecided", "unreadable"}),
        ("a huge number", b'{"data":[{"pcf":{"declaredUnitAmount":"' + b"9" * 1_000_000 + b'"}}]}', None),
        ("no text", os.urandom(1 << 20), {"unreadable"}),
        ("an outside entity", b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', {"unreadable"}),
    ):
        answer = service.ask("POST", "/v1/validate", body, key=None)
        expect(answer.status == 200, f"{title}: {answer.status} {answer.body[:200]}")
        if answer.status == 200 and kinds:
            expect(answer.json["verdict"] in kinds, f"{title} is {answer.json['verdict']}")
        expect(b"root:" not in answer.body, f"{title}: a file of the machine is in the answer")


def names(service):
    for name in NAMES:
        path = "/v1/submissions?name=" + "".join(f"%{byte:02x}" for byte in name.encode())
        answer = service.ask("POST", path, COIL)
        if not expect(answer.status == 201, f"a document called {name[:30]!r}: {answer.status}"):
            continue
        shown = answer.json["fileName"]
        expect(not set(shown) & set("/\\\0\u202e") and 0 < len(shown) <= 200, f"{name[:30]!r} is shown as {shown!r}")
        original = service.ask("GET", answer.json["links"]["original"])
        expect(original.body == COIL and "\n" not in original.headers["content-disposition"], f"{name[:30]!r} came back")
    outside = [p for p in service.folder.iterdir() if p.name != "data"]
    expect(not outside, f"something was written outside the folder of data: {outside}")


def requests(service):
    for title, data, statuses in (
        ("10 GB announced", b"POST /v1/validate HTTP/1.1\r\nHost: x\r\nContent-Length: 10737418240\r\n\r\n", (b"413",)),
        ("a length of -1", b"POST /v1/validate HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", (b"400", b"413")),
        ("two lengths", b"POST /v1/validate HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", (b"400",)),
        ("length and chunks", b"POST /v1/validate HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", (b"400",)),
        ("broken chunks", b"POST /v1/validate HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab\r\n", (b"400", b"")),
        ("a flood of headers", b"GET /healthz HTTP/1.1\r\nHost: x\r\n" + b"".join(b"X-%d: y\r\n" % n for n in range(50_000)) + b"\r\n", (b"431", b"400", b"413", b"")),
        ("a huge header", b"GET /healthz HTTP/1.1\r\nHost: x\r\nX: " + b"y" * (4 << 20) + b"\r\n\r\n", (b"431", b"400", b"413", b"")),
        ("a huge address", b"GET /" + b"y" * (1 << 20) + b" HTTP/1.1\r\nHost: x\r\n\r\n", (b"414", b"431", b"400", b"404", b"")),
        ("no HTTP", os.urandom(4096), (b"400", b"")),
        ("a path upwards", b"GET /../../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", (b"404", b"400")),
        ("a path upwards, written otherwise", b"GET /v1/submissions/..%2f..%2fetc HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", (b"404", b"400", b"401")),
    ):
        answer = service.raw(data, timeout=5)
        status = answer.split(b" ")[1] if answer.startswith(b"HTTP/") else b""
        expect(status in statuses, f"{title}: {answer[:80]!r}")
        expect(b"root:" not in answer, f"{title}: a file of the machine is in the answer")


def slow(service):
    start = time.time()
    head = b"POST /v1/validate HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n"
    import socket
    with socket.create_connection(("127.0.0.1", service.port), timeout=40) as connection:
        connection.sendall(head)
        received = b""
        connection.settimeout(0.5)
        while time.time() - start < 40:
            try:
                connection.sendall(b"x")
                received += connection.recv(4096)
            except TimeoutError:
                continue
            except OSError:
                break
            if not received:
                break
            if b"\r\n\r\n" in received:
                break
    taken = time.time() - start
    expect(taken < 35, f"somebody who sends a byte every half second was served for {taken:.0f} s")


def workers(service):
    """A worker that is killed under a document, and one that can't go on."""
    for attempt in range(3):
        for worker in service.workers():
            os.kill(worker, signal.SIGKILL)
        answer = service.ask("POST", "/v1/validate", COIL, key=None)
        expect(answer.status == 200, f"after its workers were killed: {answer.status}")
    stopped = service.workers()
    for worker in stopped:
        os.kill(worker, signal.SIGSTOP)
    own = COIL + b"\n" * 7
    answer = service.ask("POST", "/v1/validate", own, key=None)
    expect(answer.problem == "time-limit" and "workers.wallSeconds" in answer.json["limit"], f"a worker that hangs: {answer.problem}")
    again = service.ask("POST", "/v1/validate", own, key=None)
    expect(again.problem == "quarantined", f"a document that ended a worker is tried again: {again.status}")
    answer = service.ask("POST", "/v1/validate", COIL, key=None)
    expect(answer.status == 200, f"afterwards: {answer.status}")


def unfinished(service):
    import socket
    for data in (b"POST /v1/validate HTTP/1.1\r\nHost: x\r\nContent-Length: 500000\r\n\r\n" + b"x" * 400_000, b"GET /hea"):
        connection = socket.create_connection(("127.0.0.1", service.port))
        connection.sendall(data)
        connection.close()
    time.sleep(0.5)
    left = [p.name for p in service.folder.joinpath("data").rglob("*") if p.is_file() and "uploads" in str(p)]
    expect(not left, f"what was not sent to its end is still there: {left}")


with Service("workers.wallSeconds=5", "upload.patience=3", "access.anonymousRequestsPerMinute=100000",
             "access.requestsAtOnce=1000", "quota.requestsPerMinute=100000") as service:
    bystander = Bystander(service)
    bystander.start()
    for step in (documents, names, requests, slow, unfinished):
        step(service)
    # Stopped workers keep everyone waiting for a while: the bystander is not asked then.
    bystander.going = False
    bystander.join()
    workers(service)
    expect(service.process.poll() is None, "the service is gone")
    expect(service.resident() < 200, f"the server took {service.resident():.0f} MB")
    memory = service.resident()
    expect(service.stop() == 0, "the service did not stop in good order")
finish(f"the service stayed up; {bystander.count} requests beside were answered rightly; {memory:.0f} MB", problems)
