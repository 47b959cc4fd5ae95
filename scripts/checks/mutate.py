"""No input ends `emx` in a way that it should not: truncations and single-byte changes of every sample.

A folder of variants goes to one process, which must answer with 0, 1, 4 or 5. Where it does not, its files are tried
one by one, so that the variant at fault is named. The same variants every time: the seed is fixed.

    mutate.py [VARIANTS PER SAMPLE]
"""

import random
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from _emx import EMX, CORPUS, inputs, finish, name

FORMATS = ("pact", "cbam-qreport", "emx", "emx-csv")
ANSWERS = {0, 1, 4, 5}
# Bytes that mean something to one of the grammars, or to an encoding.
TELLING = b'{}[]",:;\\<>&/=\'|\t\r\n \x00\x7f\x80\xc3\xed\xff-+.eE019ntf'
LARGEST = 200_000


def variants(data, count, chance):
    for _ in range(count // 3):
        yield data[:chance.randrange(len(data))]
    for _ in range(count - count // 3):
        place = chance.randrange(len(data))
        byte = chance.choice(TELLING) if chance.random() < 0.7 else chance.randrange(256)
        kind = chance.random()
        # Changed, put in, or taken out.
        yield data[:place] + (b"" if kind < 0.2 else bytes([byte])) + data[place + (kind < 0.8):]


def answer(path):
    try:
        run = subprocess.run([EMX, "validate", "--report", "json", str(path)], stdout=subprocess.DEVNULL,
                             stderr=subprocess.PIPE, timeout=120, check=False)
    except subprocess.TimeoutExpired:
        return "no answer within 120 s"
    if run.returncode in ANSWERS:
        return None
    return f"exit {run.returncode}: {run.stderr.decode(errors='replace').strip()[:200]}"


def try_sample(path, count):
    """The problems of one sample's variants, and how many there were."""
    data = path.read_bytes()[:LARGEST]
    chance = random.Random(name(path))
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for index, variant in enumerate(variants(data, count, chance)):
            files.append(Path(folder) / f"{index:04}{path.suffix}")
            files[-1].write_bytes(variant)
        if answer(folder) is None:
            return [], len(files)
        problems = [(file, answer(file)) for file in files]
        found = [f"{name(path)}, variant {file.stem}: {words}" for file, words in problems if words]
        return found or [f"{name(path)}: the folder fails, but none of its files: {answer(folder)}"], len(files)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    samples = [path for format_name in FORMATS for path in inputs(format_name)]
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda path: try_sample(path, count), samples))
    problems = [problem for found, _ in results for problem in found]
    total = sum(number for _, number in results)
    if total < 2000 and CORPUS and len(sys.argv) == 1:
        problems.append(f"only {total} variants were tried")
    finish(f"{total} variants of {len(samples)} samples were answered", problems)


if __name__ == "__main__":
    main()
