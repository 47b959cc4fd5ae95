"""Our schema of data packages gives the verdicts of its author's, on samples and on thousands of mutations.

Two schemas agree on a package if they find the same kinds of faults on the same lines.
"""

import copy
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter

from _emx import DATA_PACKAGE_SCHEMA, PACKAGE, finish, inputs, name, need_shared
from _mutations import INSTANCE, STRUCTURE, TEXTS, at, elements
from _xsd import Schema

NAMESPACE = "https://rgtmaia.github.io/cbam-spec/schema/package/v2"
LEAST_MUTATIONS = 5000
# libxml2's code for a value that should occur once and does not.
NOT_UNIQUE = 1877

# Faults that only the official schema finds, each with the reason.
DIFFERENCE = ("identifiers of installations and products that occur twice are found by the codes DPK-009 and ID-003: "
              "libxml2 fails on constraints of identity")


class Comparison:
    """The two schemas, held against each other."""

    def __init__(self):
        self.ours = Schema(PACKAGE / "schemas/cbam-data-package/2.0/package.xsd")
        self.official = Schema(DATA_PACKAGE_SCHEMA)
        self.counts, self.verdicts, self.problems, self.differing = Counter(), Counter(), [], 0

    def compare(self, kind, what, document):
        ours, theirs = self.ours.faults(document), self.official.faults(document)
        self.counts[kind] += 1
        self.verdicts["no verdict" if theirs is None else "invalid" if theirs else "valid"] += 1
        if any(fault.code == NOT_UNIQUE for fault in theirs or []):
            self.differing += 1
            theirs = [fault for fault in theirs if fault.code != NOT_UNIQUE]
        if self.kinds(ours) != self.kinds(theirs):
            self.problems.append(f"{what}: {kind}: ours {ours}, official {theirs}"[:400])

    @staticmethod
    def kinds(faults):
        return None if faults is None else [(fault.line, fault.code) for fault in faults]

    def compare_changed(self, kind, what, root):
        # One element a line, so that faults at different elements are told apart; texts stay what they are.
        self.compare(kind, what, ElementTree.tostring(root, encoding="utf-8").replace(b"><", b">\n<"))

    def mutate(self, root):
        """Every mutation of every kind of element, of its text and of its attributes."""
        for places, names in elements(root):
            what = "/".join(names)
            if places:
                for mutation in STRUCTURE:
                    changed = copy.deepcopy(root)
                    mutation(at(changed, places[:-1]), places[-1])
                    self.compare_changed(mutation.__name__.replace("_", " "), what, changed)
            element = at(root, places)
            for key, value in list(element.attrib.items()):
                for text in ("", "0", "1", "true", "false", "x", "-1", "2.0"):
                    element.set(key, text)
                    self.compare_changed("attribute changed", f"{what}/@{key} = {text!r}", root)
                del element.attrib[key]
                self.compare_changed("attribute removed", f"{what}/@{key}", root)
                element.set(key, value)
            kept = element.text
            for kind, values in ({"text beside elements": ["x"]} if len(element) else TEXTS).items():
                for value in values:
                    element.text = value
                    self.compare_changed(kind, f"{what} = {value[:24]!r}", root)
            element.text = kept


def main():
    need_shared()
    ElementTree.register_namespace("", NAMESPACE)
    ElementTree.register_namespace("xsi", INSTANCE)
    comparison = Comparison()
    files = inputs("cbam-data-package")
    for path in files:
        comparison.compare("sample", name(path), path.read_bytes())
        text = re.sub(r">\s+<", "><", path.read_text("utf-8"))
        comparison.mutate(ElementTree.fromstring(text))
    mutations = comparison.counts.total() - len(files)
    if mutations < LEAST_MUTATIONS:
        comparison.problems.append(f"{mutations} mutations are fewer than {LEAST_MUTATIONS}")
    if not comparison.differing:
        comparison.problems.append("the listed difference no longer occurs: take it out")
    print(f"  {comparison.differing} differ: {DIFFERENCE}")
    finish(f"{len(files)} samples and {mutations} mutations of {len(comparison.counts) - 1} kinds: "
           + ", ".join(f"{count} {verdict}" for verdict, count in sorted(comparison.verdicts.items())),
           comparison.problems)


if __name__ == "__main__":
    main()
