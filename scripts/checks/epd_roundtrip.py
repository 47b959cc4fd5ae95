"""Every declaration of the corpus goes to `emx` and back to its own format, and nothing of it is lost.

ILCD+EPD: equal as XML, element by element, up to prefixes and white space around texts. openEPD has a check of its own.
Hints of tools where schemas are, the version of the extensions, and empty attributes may differ; that the reference of
a declaration is a reference flow is written where files leave it out.
"""

import json
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

from _emx import EMX, SHARED, finish, name, need_shared

SCHEMA_HINT = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
VERSION = "{http://www.indata.network/EPD/2019}epd-version"


def leaves(data):
    """Texts and attributes by the path of their element, with the number of its like among siblings."""
    found = {}

    def walk(element, path):
        for key, value in element.attrib.items():
            # A hint for tools, and the version that is written: always that of the writer.
            is_usual = key == "type" and value == "Reference flow(s)"
            if key not in (SCHEMA_HINT, VERSION) and value.strip() and not is_usual:
                # The prefix of an extension's attribute is written where files leave it out.
                found[f"{path}/@{key.rpartition('}')[2]}"] = value.strip()
        if (element.text or "").strip():
            found[path] = element.text.strip()
        counts = Counter()
        for child in element:
            counts[child.tag] += 1
            walk(child, f"{path}/{child.tag}[{counts[child.tag]}]")

    root = ElementTree.fromstring(data)
    walk(root, root.tag)
    return found


need_shared()
problems, values = [], 0
paths = sorted((SHARED / "corpus/epd").glob("indata-v1.*/sample_data/processes/*.xml"))
paths += sorted((SHARED / "corpus/epd").glob("olca-ilcd/**/*epd*.xml"))
paths = [path for path in paths if b"typeOfDataSet>EPD<" in path.read_bytes()]
with tempfile.TemporaryDirectory() as folder:
    middle, back, account = (Path(folder) / each for each in ("middle.json", "back.xml", "losses.json"))
    for path in paths:
        source = leaves(path.read_bytes())
        values += len(source)
        for origin, target, output in ((path, "emx", middle), (middle, "ilcd-epd@1.3", back), (path, "ilcd-epd@1.3", back)):
            # A data set by itself, by the ending of its name.
            run = subprocess.run(
                [EMX, "convert", str(origin), "-t", target, "-o", str(output), "--loss", str(account)],
                capture_output=True, timeout=120)
            if not output.exists():
                problems.append(f"{name(path)} to {target}: {run.stderr.decode()[-300:]}")
                continue
            lost = [loss for loss in json.loads(account.read_text("utf-8"))["losses"] if loss["kind"] != "added"]
            problems += [f"{name(path)} to {target}: {loss['kind']} {loss['path']}" for loss in lost]
            if output == back:
                result = leaves(back.read_bytes())
                problems += [
                    f"{name(path)}: {place}: {source.get(place)!r} came back as {result.get(place)!r}"
                    for place in sorted(source.keys() | result.keys()) if source.get(place) != result.get(place)
                ]
finish(f"{len(paths)} declarations with {values} values came back as they were", problems)
