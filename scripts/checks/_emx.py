"""What the checks have in common: where things are, how `emx` is run, and how a check ends.

Nothing here reads a partner's format with code of the package: files are taken apart with Python's standard library.
"""

import csv
import io
import json
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2]
EMX = os.environ.get("EMX", str(PACKAGE / ".build/release/emx"))
SAMPLES = PACKAGE / "samples"


def _shared():
    named = os.environ.get("EMX_SHARED")
    candidates = ([Path(named)] if named else []) + [PACKAGE.parent / "shared", PACKAGE.parent.parent / "shared"]
    return next((path for path in candidates if (path / "corpus").is_dir()), None)


SHARED = _shared()
CORPUS = SHARED / "corpus" if SHARED else None
PACT_SCHEMAS = CORPUS / "pcf/pact-conformance-service/schemas" if CORPUS else None
DATA_PACKAGE_SCHEMA = CORPUS / "trade/rgtmaia-cbam-spec/cbam-producer-data-package-v2.xsd" if CORPUS else None
QREPORT_SCHEMA = CORPUS / "trade/cbam-qreport-23.00/QReport_ver23.00.xsd" if CORPUS else None


def inputs(format_name):
    """The inputs of our own samples and of the corpus that are in a format."""
    found = sorted((SAMPLES / format_name).glob("*/input.*"))
    if CORPUS and format_name == "pact":
        found += sorted((CORPUS / "pcf").glob("pact-*/samples/*.json"))
    if CORPUS and format_name == "catena-x-pcf":
        found += [CORPUS / f"pcf/catena-x-pcf/{version}/gen/Pcf.json" for version in ("7.0.0", "9.0.0")]
    if CORPUS and format_name == "ileap":
        found += sorted((CORPUS / "pcf/ileap/spec-examples").glob("*.json"))
    if CORPUS and format_name == "cbam-qreport":
        found += sorted((CORPUS / "trade").glob("cbam-*/*.xml"))
        found += sorted((CORPUS / "trade").glob("tecnomod-cbam/qreport-xml/*.xml"))
        found += sorted((CORPUS / "trade").glob("derived/QReport*.xml"))
    if CORPUS and format_name == "cbam-data-package":
        found += sorted((CORPUS / "trade").glob("rgtmaia-*/*.xml"))
    return found


def name(path):
    """A path as it is the same on every machine."""
    path = Path(path)
    for root, prefix in ((PACKAGE, ""), (SHARED, "shared/")):
        if root and path.is_relative_to(root):
            return prefix + str(path.relative_to(root))
    return path.name


class Conversion:
    """One run of `emx convert`: exit code, output (`None` if nothing was published), and the account of losses."""

    def __init__(self, source, target, *options):
        with tempfile.TemporaryDirectory() as folder:
            output, losses = Path(folder) / "output", Path(folder) / "losses.json"
            run = subprocess.run(
                [EMX, "convert", str(source), "-t", target, "-o", str(output), "--loss", str(losses), *options],
                capture_output=True, timeout=120)
            self.code = run.returncode
            self.messages = run.stderr.decode(errors="replace")
            self.output = output.read_bytes() if output.exists() else None
            self.report = json.loads(losses.read_text("utf-8")) if losses.exists() else None


def json_of(data):
    """JSON with every number as the text that was written."""
    return json.loads(data, parse_float=str, parse_int=str, parse_constant=str)


def rows_of(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def xml_of(data):
    """The root element with names free of namespaces and texts free of white space around them."""
    root = ElementTree.fromstring(data)
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
        element.text = (element.text or "").strip() if len(element) == 0 else None
    return root


def finish(done, problems):
    """Says what was done and ends the check."""
    for problem in problems[:40]:
        print(f"  {problem}")
    if len(problems) > 40:
        print(f"  … and {len(problems) - 40} more")
    title = Path(sys.argv[0]).name
    if problems:
        print(f"{title}: FAILED: {len(problems)} problems; {done}")
    else:
        print(f"{title}: ok: {done}")
    sys.exit(bool(problems))


def need_shared():
    """Ends the check, and says so, where the folder of official schemas and samples does not stand beside the package."""
    if not SHARED:
        print(f"{Path(sys.argv[0]).name}: SKIPPED: ../shared is not here")
        sys.exit(0)
