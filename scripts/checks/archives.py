"""Archives made with Python's own zipfile: hostile ones are refused with 4 or 5, good ones are read, none costs much.

Every archive is put before `emx validate`. An answer may take 20 s and 400 MB; what is asked for is its exit status, and
for refusals the code of the finding.
"""

import io
import json
import random
import resource
import struct
import subprocess
import sys
import tempfile
import zipfile
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from _emx import EMX, SAMPLES, finish

COIL = (SAMPLES / "pact/steel-coil/input.json").read_bytes()
CEMENT = (SAMPLES / "cbam-qreport/cement-bag/input.xml").read_bytes()
SECONDS, BYTES = 20, 400 << 20


def packed(*files, method=zipfile.ZIP_DEFLATED):
    """An archive of names (or infos) and contents."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method, strict_timestamps=False) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return target.getvalue()


def info(name, **fields):
    made = zipfile.ZipInfo(name)
    made.compress_type = zipfile.ZIP_DEFLATED
    for key, value in fields.items():
        setattr(made, key, value)
    return made


def streamed(*files):
    """An archive as it is written to a pipe, its numbers behind the contents."""
    class Pipe(io.RawIOBase):
        def __init__(self):
            self.bytes = b""

        def writable(self):
            return True

        def write(self, chunk):
            self.bytes += bytes(chunk)
            return len(chunk)

    target = Pipe()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return target.bytes


def encrypted():
    data = bytearray(packed(("a.json", COIL)))
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + place] |= 1
    return bytes(data)


def overlapping(count):
    """David Fifield's full overlap: one kernel, and many entries in the directory that lead to it."""
    kernel = zlib.compressobj(9, zlib.DEFLATED, -15)
    content = kernel.compress(bytes(1 << 20)) + kernel.flush()
    crc = zlib.crc32(bytes(1 << 20))
    fields = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0x21, crc, len(content), 1 << 20, 5, 0)
    local = b"PK\x03\x04" + fields + b"00000" + content
    directory = b""
    for number in range(count):
        directory += b"PK\x01\x02" + struct.pack("<H", 20) + fields + struct.pack("<HHHII", 0, 0, 0, 0, 0)
        directory += f"{number:05}".encode()
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), len(local), 0)
    return local + directory + end


def hostile():
    """Names, archives, and what they must be answered with: exit status and code."""
    zeros = bytes(100 << 20)
    link = info("link", external_attr=0o120777 << 16, create_system=3)
    yield "bomb of zeros", packed(("zeros", zeros)), 5, "LIM-010"
    yield "bomb of many members", packed(*((f"{n}.json", bytes(1 << 20)) for n in range(300))), 5, "LIM-010"
    yield "overlapping members", overlapping(5_000), 4, "ZIP-012"
    yield "70,000 members", packed(*((f"{n}", b"") for n in range(70_000))), 5, "LIM-008"
    yield "long name", packed(("a" * 5_000, b"")), 5, "LIM-011"
    for name in ("../a", "/a", "a/../../b", "C:/a", "a/./b", "a//b"):
        yield f"name {name}", packed((name, COIL)), 4, "ZIP-004"
    yield "backslash", packed(("a/b", COIL)).replace(b"a/b", b"a\\b"), 4, "ZIP-004"
    yield "twins", packed(("a.json", COIL), ("b.json", COIL)).replace(b"b.json", b"a.json"), 4, "ZIP-006"
    yield "twins but for case", packed(("a.json", COIL), ("A.json", COIL)), 4, "ZIP-006"
    yield "link", packed((link, b"/etc/passwd")), 4, "ZIP-007"
    yield "encrypted", encrypted(), 4, "ZIP-008"
    yield "bzip2", packed(("a.json", COIL), method=zipfile.ZIP_BZIP2), 4, "ZIP-009"
    yield "nested", packed(("inner.zip", packed(("a.json", COIL)))), 4, "ZIP-010"
    yield "two names for one member", packed(("a.json", COIL)).replace(b"a.json", b"b.json", 1), 4, "ZIP-011"
    yield "bytes behind the end", packed(("a.json", COIL)) + b"\0", 4, "ZIP-001"
    yield "an end that counts 65,535 members", packed(("a.json", COIL))[:-14] + b"\xff\xff\xff\xff" + \
        packed(("a.json", COIL))[-10:], 4, "ZIP-001"
    data = packed(("a.json", COIL), method=zipfile.ZIP_STORED)
    yield "changed content", data.replace(b"kilogram", b"kilogran", 1), 4, "ZIP-003"


def good():
    yield "deflated", packed(("a.json", COIL), ("b/c.xml", CEMENT))
    yield "stored", packed(("a.json", COIL), method=zipfile.ZIP_STORED)
    yield "streamed", streamed(("a.json", COIL), ("b/c.xml", CEMENT))
    yield "names in UTF-8", packed(("Z\u00fcrich.json", COIL))
    yield "names in code page 437", packed(("Zyrich.json", COIL)).replace(b"Zyrich", b"Z\x81rich")
    yield "wide sizes", wide()
    yield "500 members", packed(*((f"{n}.json", COIL) for n in range(500)))
    yield "macOS", packed(("a.json", COIL), ("__MACOSX/._a.json", b"\0\5\26\7"), (".DS_Store", b"\0"))


def wide():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("a.json", "w", force_zip64=True) as member:
            member.write(COIL)
    return target.getvalue()


def bound():
    resource.setrlimit(resource.RLIMIT_AS, (BYTES * 3, BYTES * 3))


def answer(data, folder, piped=False):
    """The exit status and the codes that were found; a word where there is no answer, or a costly one."""
    path = Path(folder) / "a.zip"
    path.write_bytes(data)
    command = [EMX, "validate", "--report", "json", "-" if piped else str(path)]
    try:
        with path.open("rb") as stdin:
            run = subprocess.run(command, stdin=stdin, capture_output=True, timeout=SECONDS, check=False,
                                 preexec_fn=bound)
    except subprocess.TimeoutExpired:
        return "no answer", set()
    if not run.stdout:
        return f"exit {run.returncode} without a report: {run.stderr[:200]}", set()
    report = json.loads(run.stdout)
    return run.returncode, {code for file in report["files"] for code in file["countsByCode"]}


def variants():
    """Cuts and changed bits of an archive."""
    data = packed(("a.json", COIL), ("b/c.xml", CEMENT))
    for length in range(4, len(data), 97):
        yield f"cut to {length} bytes", data[:length], {4}
    chance = random.Random("archives")
    for _ in range(600):
        changed = bytearray(data)
        place = chance.randrange(len(data)) if chance.random() < 0.5 else len(data) - 1 - chance.randrange(150)
        changed[place] ^= 1 << chance.randrange(8)
        yield f"bit {place} changed", bytes(changed), {0, 1, 4, 5}


def main():
    problems, count = [], 0

    def check(case):
        name, data, statuses, code = case
        with tempfile.TemporaryDirectory() as folder:
            status, codes = answer(data, folder)
            if status in statuses and (code is None or code in codes):
                return None
            return f"{name}: answered with {status} {sorted(codes)}, expected {sorted(statuses)} {code or ''}"

    cases = [(name, data, {status}, code) for name, data, status, code in hostile()]
    cases += [(f"good archive, {name}", data, {0}, None) for name, data in good()]
    cases += [(name, data, statuses, None) for name, data, statuses in variants()]
    with ThreadPoolExecutor(2) as pool:
        for problem in pool.map(check, cases):
            count += 1
            if problem:
                problems.append(problem)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss << 10
    if peak > BYTES:
        problems.append(f"an answer took {peak >> 20} MB, at most {BYTES >> 20} are allowed")
    finish(f"{count} archives were answered, with {peak >> 20} MB at most", problems)


if __name__ == "__main__":
    main()
