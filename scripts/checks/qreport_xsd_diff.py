"""Our schemas of quarterly reports give the verdicts of the Commission's, on samples and on thousands of mutations.

Two schemas agree on a report if they find the same kinds of faults on the same lines. Reports that have every element,
and reports that have only what is required, are made from the official schema, so that no element goes untested.
"""

import copy
import shutil
import tempfile
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

from _emx import CORPUS, PACKAGE, finish, inputs, name, need_shared
from _mutations import INSTANCE, STRUCTURE, TEXTS, at, elements, local
from _xsd import Schema

NAMESPACE = "http://xmlns.ec.eu/BusinessObjects/CBAM/Types/V1"
XS = "{http://www.w3.org/2001/XMLSchema}"
LEAST_MUTATIONS = 500

# By version: the official schema, the file of its simple types, and the name by which it includes that.
OFFICIAL = {
    "17.03": ("cbam-qreport-17.03/QReport_17.03.xsd", "cbam-qreport-17.03/stypes_17.03.xsd", "stypes.xsd"),
    "18.00": ("tecnomod-cbam/xsd/v18/QReport_18.00.xsd", "tecnomod-cbam/xsd/v18/stypes.xsd", "stypes.xsd"),
    "19.00": ("tecnomod-cbam/xsd/v19/QReport_v19.00.xsd", "tecnomod-cbam/xsd/v19/stypes_v19.00.xsd",
              "stypes_v19.00.xsd"),
    "23.00": ("cbam-qreport-23.00/QReport_ver23.00.xsd", "cbam-qreport-23.00/stypes_ver23.00.xsd", "stypes.xsd"),
}

# Mutations on which the schemas differ, each with the reason. One that no longer differs fails the check, too.
DIFFERENCES = {
    "official type named": "with xsi:type a report can name types of the schema; ours have names of their own, and a "
                           "report that names its types would be bound to one version of the schema",
}


class OfficialSchema:
    """The Commission's schema: what validates, and what its elements are made of."""

    def __init__(self, version, folder):
        main, simple, included = (Path(part) for part in OFFICIAL[version])
        for source, target in ((main, "main.xsd"), (simple, included)):
            shutil.copy(CORPUS / "trade" / source, folder / target)
        self.schema = Schema(folder / "main.xsd")
        declarations = [child for file in (folder / "main.xsd", folder / included)
                        for child in ElementTree.parse(file).getroot()]
        self.types = {child.get("name"): child for child in declarations
                      if child.tag in (XS + "complexType", XS + "simpleType")}
        self.root = next(child for child in declarations if child.tag == XS + "element")

    def report(self, complete):
        """A valid report with every element once, or with no more than is required."""
        return self._element(self.root, complete)

    def _element(self, declaration, complete):
        element = ElementTree.Element(f"{{{NAMESPACE}}}{declaration.get('name')}")
        definition = self.types.get(declaration.get("type"))
        if definition is None or definition.tag == XS + "simpleType":
            element.text = self._value(declaration.get("type"), definition)
        else:
            for child in definition.iter(XS + "element"):
                if complete or child.get("minOccurs", "1") != "0":
                    element.append(self._element(child, complete))
        return element

    @staticmethod
    def _value(type_name, definition):
        base, facets = type_name, {}
        if definition is not None:
            restriction = definition.find(XS + "restriction")
            base = restriction.get("base")
            facets = {facet.tag.removeprefix(XS): facet.get("value") for facet in restriction}
        if base == "xs:string":
            return "x" * int(facets["minLength"])
        return {"xs:int": "1", "xs:integer": "1", "xs:decimal": "1.5", "xs:boolean": "true", "xs:base64Binary": "eA==",
                "xs:date": "2025-10-22", "xs:dateTime": "2025-10-22T14:05:30Z"}[base]

    def limits(self):
        """The greatest number of each repeated element, by the name of its parent's type."""
        for type_name, definition in self.types.items():
            for child in definition.iter(XS + "element"):
                yield type_name, child.get("name"), int(child.get("maxOccurs", "1"))

    def type_of(self, path):
        """The name of the type of the element at a path of names that begins at the root."""
        type_name = self.root.get("type")
        for step in path[1:]:
            children = self.types[type_name].iter(XS + "element")
            type_name = next(child.get("type") for child in children if child.get("name") == step)
        return type_name


class Comparison:
    """Two schemas of one version, held against each other."""

    def __init__(self, version, official):
        self.version, self.official = version, official
        self.ours = Schema(PACKAGE / f"schemas/cbam-qreport/{version}/qreport.xsd")
        self.counts, self.verdicts, self.problems, self.differing = Counter(), Counter(), [], Counter()

    def compare(self, kind, what, report):
        ours, theirs = self.ours.faults(report), self.official.schema.faults(report)
        self.counts[kind] += 1
        self.verdicts["no verdict" if theirs is None else "invalid" if theirs else "valid"] += 1
        if self.kinds(ours) == self.kinds(theirs):
            return
        if kind in DIFFERENCES:
            self.differing[kind] += 1
        else:
            self.problems.append(f"{self.version}: {what}: {kind}: ours {ours}, official {theirs}"[:400])

    @staticmethod
    def kinds(faults):
        return None if faults is None else [(fault.line, fault.code) for fault in faults]

    def compare_changed(self, kind, what, root):
        # One element a line, so that faults at different elements are told apart; texts stay what they are.
        report = ElementTree.tostring(root, encoding="utf-8").replace(b"><", b">\n<")
        self.compare(kind, what, report)

    def mutate(self, root):
        """Every mutation in structure of every kind of element in a report."""
        self.compare_changed("generated", "unchanged", root)
        for places, names in elements(root):
            what = "/".join(names)
            if places:
                for mutation in STRUCTURE:
                    changed = copy.deepcopy(root)
                    mutation(at(changed, places[:-1]), places[-1])
                    self.compare_changed(mutation.__name__.replace("_", " "), what, changed)
                changed = copy.deepcopy(root)
                at(changed, places).set(f"{{{INSTANCE}}}type", self.official.type_of(names))
                self.compare_changed("official type named", what, changed)

    def replace_texts(self, root):
        """Every text in place of that of every kind of element."""
        for places, names in elements(root):
            element = at(root, places)
            texts = {"text beside elements": ["x"]} if len(element) else TEXTS
            kept = element.text
            for kind, values in texts.items():
                for value in values:
                    element.text = value
                    self.compare_changed(kind, f"{'/'.join(names)} = {value[:24]!r}", root)
            element.text = kept

    def repeat(self, complete):
        """As many of each element as may be, and one more."""
        limits = {(parent, child): most for parent, child, most in self.official.limits()}
        for places, names in elements(complete):
            if not places:
                continue
            most = limits[self.official.type_of(names[:-1]), names[-1]]
            for count in (most, most + 1):
                changed = copy.deepcopy(complete)
                parent = at(changed, places[:-1])
                # Beyond a thousand, empty ones: each is a fault of its own, and one too many is one more.
                copied = parent[places[-1]] if most < 1000 else ElementTree.Element(parent[places[-1]].tag)
                parent[places[-1]:places[-1]] = [copied] * (count - 1)
                self.compare_changed("repeated", f"{'/'.join(names)} × {count}", changed)

    def change_roots(self, root):
        """What is not a report at all."""
        for kind, change in {
            "root renamed": lambda root: setattr(root, "tag", root.tag + "s"),
            "missing namespace": lambda root: [setattr(each, "tag", local(each)) for each in root.iter()],
            "other namespace": lambda root: [setattr(each, "tag", "{urn:x}" + local(each)) for each in root.iter()],
        }.items():
            changed = copy.deepcopy(root)
            change(changed)
            self.compare_changed(kind, "QReport", changed)
        for places, names in elements(root):
            if places:
                self.compare_changed("part as a whole", "/".join(names), at(root, places))


def compared(version):
    with tempfile.TemporaryDirectory() as folder:
        official = OfficialSchema(version, Path(folder))
    comparison = Comparison(version, official)
    for path in inputs("cbam-qreport"):
        comparison.compare("sample", name(path), path.read_bytes())
    samples = comparison.counts.total()
    complete, least = official.report(True), official.report(False)
    for report in (complete, least):
        if official.schema.faults(ElementTree.tostring(report)) != []:
            comparison.problems.append(f"{version}: a generated report is not valid")
        comparison.mutate(report)
    comparison.replace_texts(complete)
    comparison.repeat(complete)
    comparison.change_roots(complete)
    mutations = comparison.counts.total() - samples
    print(f"  {version}: {samples} samples, {mutations} mutations of {len(comparison.counts) - 1} kinds: "
          + ", ".join(f"{count} {verdict}" for verdict, count in sorted(comparison.verdicts.items()))
          + "".join(f"; {count} differ by '{kind}'" for kind, count in comparison.differing.items()))
    if mutations < LEAST_MUTATIONS:
        comparison.problems.append(f"{version}: {mutations} mutations are fewer than {LEAST_MUTATIONS}")
    comparison.problems += [f"{version}: '{kind}' no longer differs: take it from the list"
                            for kind in DIFFERENCES if kind not in comparison.differing]
    return comparison


def main():
    need_shared()
    ElementTree.register_namespace("", NAMESPACE)
    ElementTree.register_namespace("xsi", INSTANCE)
    comparisons = [compared(version) for version in OFFICIAL]
    total = sum(comparison.counts.total() for comparison in comparisons)
    for kind, reason in DIFFERENCES.items():
        print(f"  listed difference '{kind}': {reason}")
    finish(f"{total} comparisons of {len(comparisons)} schemas, {len(DIFFERENCES)} listed difference",
           [problem for comparison in comparisons for problem in comparison.problems])


if __name__ == "__main__":
    main()
