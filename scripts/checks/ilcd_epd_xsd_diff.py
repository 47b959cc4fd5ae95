"""Our schemas of ILCD+EPD data sets give the verdicts of the official ones, on samples and on thousands of mutations.

libxml2 can't use the official schemas as they are: it fails on their keys. So ours are held against the official ones
without keys, in libxml2, where two schemas agree on a document if they find the same kinds of faults on the same lines;
and some of the same documents against the official ones as they are, in xmlschema, where the verdict counts.

Data sets that have every element and attribute, and data sets that have only what is required, are made from the official
schemas, so that nothing in them goes untested. Some of all these documents go through `emx`, whose verdict on them must
be the same.

    ilcd_epd_xsd_diff.py [MUTATIONS PER SAMPLE]
"""

import copy
import json
import random
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

import xmlschema
from xmlschema.validators import XsdAnyElement, XsdElement, XsdGroup

from _emx import CORPUS, EMX, PACKAGE, finish, name, need_shared
from _mutations import INSTANCE, STRUCTURE, TEXTS, at, elements, local
from _xsd import Schema

VERSIONS = ("1.1", "1.2", "1.3")
ILCD = "http://lca.jrc.it/ILCD/"
PREFIXES = {"common": ILCD + "Common", "process": ILCD + "Process", "flow": ILCD + "Flow",
            "epd": "http://www.iai.kit.edu/EPD/2013", "epd2": "http://www.indata.network/EPD/2019",
            "epd24": "http://www.indata.network/EPD/2024", "mm": "http://www.matml.org/", "xsi": INSTANCE}
OTHER = f"{{{PREFIXES['common']}}}other"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# By the name of the outermost element: the official schema of such data sets.
KINDS = {"processDataSet": "EPD_DataSet.xsd", "flowDataSet": "ILCD_FlowDataSet.xsd",
         "flowPropertyDataSet": "ILCD_FlowPropertyDataSet.xsd", "unitGroupDataSet": "ILCD_UnitGroupDataSet.xsd",
         "sourceDataSet": "ILCD_SourceDataSet.xsd", "contactDataSet": "ILCD_ContactDataSet.xsd"}

# On what the schemas differ, each with the reason. One that no longer differs fails the check, too.
DIFFERENCES = {
    "key": "what has to be unique, such as one text per language, is for rules: libxml2 fails on keys",
    "MatML": "flows may hold a document of MatML, of which we check nothing. The official schemas have a file of it, which "
             "none of them imports, so that they refuse every sample that uses it",
    "extension of another data set": "all extensions of a version are known wherever extensions may stand, so that one "
                                     "schema serves whatever is in a package",
    "official type named": "with xsi:type a data set can name types of the schema; ours have names of their own",
}

# Where xmlschema errs, so that its verdict is not asked for.
FAULTS_OF_XMLSCHEMA = {
    "holding comment": "it takes a comment in a text for an element",
    "text": "it lets elements have text that may only have elements of any name",
    "xs:anyURI": "it takes any text for an address, also with a percent sign that no digits follow",
}

EXAMPLES = {"UUID": "0f2fb2b8-4d8f-4c5e-9d1e-6a1b2c3d4e5f", "Version": "00.01.000", "CASNumber": "7732-18-5",
            "GIS": "48.2;16.4", "OLC": "8FVC9G8F+6X", "boolean": "true", "string": "x", "decimal": "1.5", "integer": "1",
            "double": "1.5", "dateTime": "2024-05-08T10:00:00Z", "date": "2024-05-08", "anyURI": "../flows/x.xml",
            "int": "1"}
VALUES = {"of identifiers": ["0F2FB2B8-4D8F-4C5E-9D1E-6A1B2C3D4E5F", "0f2fb2b84d8f4c5e9d1e6a1b2c3d4e5f", "00.01", "0.1.0",
                             "00.01.00", "00.01.0000", "7732-18-5", "12-18-5", "7732-18-55", "231-791-2", "8FVC9G8F+6",
                             "8FVC9G8F+6X", "8fvc9g8f+6x", "9F4MGC22+22222222"],
          "of places": ["48.2;16.4", "90;180", "90.00;180.000", "90.001;0", "-90;0", "91;0", "+1.5;-1.5", " 1 ; 1 ", "1;181",
                        "1;199.5", "1,5;2", "48.2", "-0;-179.99"],
          "of lists": ["EPD", "epd", "Input", "Output", "Fully compliant", "specific dataset", "flow data set", "Other",
                       "> 90% primary", "Reference flow(s)", "Product flow", "Monograph", "log-normal", "Measured",
                       "A - less than 2,5%", "G - maintenance level", "Single product"],
          "of numbers": ["99.999", "100.000", "1000.00", "12345", "123456", "1234567", "-5", "5", "6", "1E-3", "1e400", "ND",
                         "1.2345"]}


class Official:
    """The official schema of one kind of data set in one version: with its keys, and without."""

    def __init__(self, folder, version, kind):
        source = CORPUS / f"epd/indata-v{'1.3' if version == '1.3' else '1.2'}/schemas"
        for keys in (True, False):
            target = folder / f"{version}-{kind}-{keys}"
            target.mkdir()
            for path in source.glob("*.xsd"):
                text = path.read_text("utf-8").replace("http://www.w3.org/2001/xml.xsd", "xml.xsd")
                if version == "1.1":
                    text = re.sub(r'<xs:import namespace="http://www.indata.network/EPD/2019"[^>]*/>', "", text)
                if not keys:
                    text = re.sub(r"<xs:(unique|key|keyref)\b.*?</xs:\1>", "", text, flags=re.S)
                (target / path.name).write_text(text, "utf-8")
            xml = CORPUS / "epd/olca-ilcd/src/main/resources/ilcd/schemas/ext/xml.xsd"
            (target / "xml.xsd").write_bytes(xml.read_bytes())
            if keys:
                self.complete = xmlschema.XMLSchema10(str(target / KINDS[kind]))
            else:
                self.plain = Schema(target / KINDS[kind])
        self.kind = kind
        self.extensions = [declaration for tag, declaration in self.complete.maps.elements.items()
                           if tag.startswith("{http://www.i")]

    def data_set(self, complete):
        """A valid data set with every element and attribute once, or with no more than is required."""
        root = self.complete.elements[self.kind]
        self.seen, self.waiting = set(), list(self.extensions)
        return self._element(root, complete, ())

    def _element(self, declaration, complete, around):
        element = ElementTree.Element(declaration.name)
        type_ = declaration.type
        # What a type is made of is shown where it first stands.
        complete = complete and type_ not in self.seen
        if type_.is_complex():
            if complete and declaration.name != OTHER:
                self.seen.add(type_)
            for attribute_name, attribute in type_.attributes.items():
                if attribute_name and (complete or attribute.use == "required"):
                    element.set(attribute_name, self._value(attribute.type))
        if declaration.name == OTHER:
            taken = [self.waiting.pop() for _ in range(min(2, len(self.waiting)))] or self.extensions[:1]
            element.extend(self._element(each, True, (*around, OTHER)) for each in taken)
        elif type_.is_complex() and isinstance(type_.content, XsdGroup):
            self._fill(element, type_.content, complete, (*around, type_))
        else:
            element.text = declaration.fixed or self._value(type_)
        return element

    def _fill(self, element, group, complete, around):
        for particle in group:
            if isinstance(particle, XsdGroup):
                self._fill(element, particle, complete, around)
            elif isinstance(particle, XsdElement) and (complete or particle.min_occurs > 0):
                known = particle.name == OTHER and (OTHER in around or not self.extensions)
                if not known and particle.type not in around:
                    element.append(self._element(particle, complete, around))
            else:
                assert isinstance(particle, (XsdElement, XsdAnyElement))

    @staticmethod
    def _value(type_):
        type_ = type_.content if type_.is_complex() else type_
        if type_.enumeration:
            return str(type_.enumeration[0])
        if type_.patterns and type_.name is None:
            return "231-791-2"
        while type_ is not None:
            if type_.local_name in EXAMPLES:
                return EXAMPLES[type_.local_name]
            type_ = type_.base_type
        return "en"

    def type_of(self, tag):
        declaration = self.complete.maps.elements.get(tag)
        named = declaration is not None and (declaration.type.name or "").startswith("{" + PREFIXES["common"])
        return declaration.type.local_name if named else None


class Comparison:
    """Our schema of a version, held against the official one of one kind of data set."""

    def __init__(self, ours, official, version):
        self.ours, self.official, self.version = ours, official, version
        self.counts, self.verdicts, self.problems, self.differing = Counter(), Counter(), [], Counter()
        self.count = self.with_keys = 0
        # Documents for emx, and whether ours has anything against them.
        self.tried: list[tuple[bytes, bool]] = []

    def compare(self, kind, what, root, every=40):
        # One element a line, so that faults at different elements are told apart; texts stay what they are.
        document = ElementTree.tostring(root, encoding="utf-8").replace(b"><", b">\n<")
        ours, plain = self.ours.faults(document), self.official.plain.faults(document)
        self.count += 1
        self.counts[kind] += 1
        self.verdicts["no verdict" if plain is None else "invalid" if plain else "valid"] += 1
        if self.count % 61 == 0 or kind == "sample":
            self.tried.append((document, bool(ours)))
        if self.kinds(ours) != self.kinds(plain):
            self.note(self.reason(kind, ours, plain), kind, what, f"ours {ours}, official {plain}")
        elif self.count % every == 0 and not any(each in kind for each in {**DIFFERENCES, **FAULTS_OF_XMLSCHEMA}):
            if not any("xs:anyURI" in fault.message for fault in ours or ()):
                self.compare_verdicts(kind, what, root, ours)

    def compare_verdicts(self, kind, what, root, ours):
        """What our schema found, held against the official one as it is."""
        self.with_keys += 1
        words = [str(error.reason) for error in self.official.complete.iter_errors(root)]
        if bool(words) != bool(ours):
            is_key = not ours and all(re.search(r"for Xsd(Unique|Key|Keyref)\(", each) for each in words)
            self.note("key" if is_key else None, kind, what, f"ours {ours}, official with keys: {words[:2]}")

    def note(self, reason, kind, what, words):
        if reason:
            self.differing[reason] += 1
        else:
            self.problems.append(f"{self.version} {self.official.kind}: {what}: {kind}: {words}"[:600])

    def reason(self, kind, ours, plain):
        if kind in DIFFERENCES or ours is None or plain is None:
            return kind if kind in DIFFERENCES else None
        rest = [fault for fault in plain if "MatML_Doc'" not in fault.message]
        return "MatML" if self.kinds(ours) == self.kinds(rest) else None

    @staticmethod
    def kinds(faults):
        return None if faults is None else [(fault.line, fault.code) for fault in faults]

    def mutate(self, root, texts=True):
        self.compare("generated", "unchanged", root)
        for places, names in elements(root):
            what = "/".join(names[-3:])
            if places:
                self.restructure(root, places, what)
            if texts:
                self.replace_text(root, places, what)
            self.change_attributes(root, places, what)

    def restructure(self, root, places, what):
        for mutation in STRUCTURE:
            changed = copy.deepcopy(root)
            mutation(at(changed, places[:-1]), places[-1])
            self.compare(mutation.__name__.replace("_", " "), what, changed)
        for count in (100, 101):
            changed = copy.deepcopy(root)
            at(changed, places[:-1])[places[-1]:places[-1]] = [at(root, places)] * (count - 1)
            self.compare("repeated", f"{what} × {count}", changed)
        if type_name := self.official.type_of(at(root, places).tag):
            changed = copy.deepcopy(root)
            at(changed, places).set(f"{{{INSTANCE}}}type", "common:" + type_name)
            self.compare("official type named", what, changed)
        if at(root, places).tag == OTHER:
            for kind, tag in (("extension of another data set", f"{{{PREFIXES['epd']}}}subType"),
                              ("foreign extension", "{urn:x}Extension"), ("misspelt extension", "{urn:x}amuont")):
                changed = copy.deepcopy(root)
                ElementTree.SubElement(at(changed, places), tag).text = "specific dataset"
                self.compare(kind, what, changed)

    def replace_text(self, root, places, what):
        element = at(root, places)
        kept = element.text
        for kind, values in ({**TEXTS, **VALUES} if kept else {"text beside elements": ["x", " "]}).items():
            for value in values:
                element.text = value
                self.compare(kind, f"{what} = {value[:24]!r}", root, every=150)
        element.text = kept

    def change_attributes(self, root, places, what):
        element = at(root, places)
        kept = dict(element.attrib)
        for added in ("note", "{urn:x}note", f"{{{PREFIXES['common']}}}note", f"{{{PREFIXES['epd']}}}module", LANGUAGE):
            element.set(added, "1 x")
            self.compare("attribute added", f"{what}/@{added}", root)
            element.attrib = dict(kept)
        for attribute in kept:
            del element.attrib[attribute]
            self.compare("attribute removed", f"{what}/@{attribute}", root)
            renamed = attribute.rpartition("}")[2] if "}" in attribute else f"{{{PREFIXES['epd']}}}{attribute}"
            element.set(renamed, kept[attribute])
            self.compare("attribute in another namespace", f"{what}/@{attribute}", root)
            element.attrib = dict(kept)
            for value in ["", "x", "1", "-1", "true", "x" * 500, "x" * 501, *(v for vs in VALUES.values() for v in vs)]:
                element.set(attribute, value)
                self.compare("attribute replaced", f"{what}/@{attribute} = {value[:24]!r}", root, every=150)
            element.attrib = dict(kept)

    def try_sample(self, path, count):
        """A sample, and some mutations of it, always the same ones."""
        root = ElementTree.parse(path).getroot()
        self.compare("sample", name(path), root, every=1)
        chance, places = random.Random(name(path)), [each for each, _ in elements(root) if each]
        for _ in range(count):
            changed, place = copy.deepcopy(root), chance.choice(places)
            if chance.random() < 0.6:
                mutation = chance.choice(STRUCTURE)
                mutation(at(changed, place[:-1]), place[-1])
                self.compare("sample " + mutation.__name__.replace("_", " "), name(path), changed)
            else:
                value = chance.choice(chance.choice([*TEXTS.values(), *VALUES.values()]))
                at(changed, place).text = value
                self.compare("sample text", f"{name(path)}: {value[:24]!r}", changed)


def through_emx(version, documents):
    """On which documents `emx` differs, given as pairs of the document and whether anything is wrong with it."""
    schemas = PACKAGE / "schemas/ilcd-epd"
    parts = [path for path in sorted(schemas.glob("*/*.xsd")) if path.name != "data-set.xsd"]
    names = [f"{path.name if path.parent.name == version else f'../{path.parent.name}/{path.name}'}={path}"
             for path in parts]
    with tempfile.TemporaryDirectory() as folder:
        for index, (document, _) in enumerate(documents):
            (Path(folder) / f"{index:05}.xml").write_bytes(document)
        # Which format they are read in makes no difference to what a schema finds.
        run = subprocess.run(
            [EMX, "validate", "--from", "cbam-qreport", "--profile", "core", "--report", "json", folder, "--schema",
             str(schemas / version / "data-set.xsd"), *[word for part in names for word in ("--schema-part", part)]],
            capture_output=True, timeout=600)
    files = json.loads(run.stdout)["files"] if run.stdout else []
    if len(files) != len(documents):
        return [f"{version}: emx: {len(files)} of {len(documents)} files: {run.stderr.decode(errors='replace')[:300]}"]
    found = {Path(file["path"]).stem: [code for code in file["countsByCode"] if code.startswith("XSD-")] for file in files}
    return [f"{version}: emx finds {found[f'{index:05}']}, libxml2 {'something' if wrong else 'nothing'}: {document[:600]!r}"
            for index, (document, wrong) in enumerate(documents) if bool(found[f"{index:05}"]) != wrong]


def samples():
    """Real data sets, by the names of their outermost elements."""
    found = {kind: [] for kind in KINDS}
    for folder in ("indata-v1.2/sample_data", "indata-v1.3/sample_data", "olca-ilcd/src/test/resources",
                   "msrocka-ilcd/sample_data"):
        for path in sorted((CORPUS / "epd" / folder).rglob("*.xml")):
            kind = local(ElementTree.parse(path).getroot())
            if kind in found:
                found[kind].append(path)
    return found


def compared(version, kind, paths, folder, count):
    comparison = Comparison(Schema(PACKAGE / f"schemas/ilcd-epd/{version}/data-set.xsd"),
                            Official(folder, version, kind), version)
    for path in paths:
        comparison.try_sample(path, count)
    # What the versions have in common is tried in the last one.
    for complete in (True, False) if version == "1.3" or kind == "processDataSet" else ():
        root = comparison.official.data_set(complete)
        if comparison.official.plain.faults(ElementTree.tostring(root)) != []:
            comparison.problems.append(f"{version} {kind}: a generated data set is not valid")
        comparison.mutate(root, texts=version == "1.3")
    print(f"  {version} {kind}: {len(paths)} samples, {comparison.count - len(paths)} mutations of "
          f"{len(comparison.counts) - 1} kinds, {comparison.with_keys} of them with keys, too: "
          + ", ".join(f"{number} {verdict}" for verdict, number in sorted(comparison.verdicts.items())), flush=True)
    return comparison


def main():
    need_shared()
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    for prefix, namespace in PREFIXES.items():
        ElementTree.register_namespace(prefix, namespace)
    found = samples()
    with tempfile.TemporaryDirectory() as folder:
        comparisons = [compared(version, kind, found[kind], Path(folder), count)
                       for version in VERSIONS for kind in KINDS]
    differing = sum((comparison.differing for comparison in comparisons), Counter())
    for reason, words in DIFFERENCES.items():
        print(f"  listed difference '{reason}', {differing[reason]} times: {words}")
    problems = [problem for comparison in comparisons for problem in comparison.problems]
    tried = {version: [document for each in comparisons if each.version == version for document in each.tried]
             for version in VERSIONS}
    for version, documents in tried.items():
        problems += through_emx(version, documents)
    problems += [f"'{reason}' no longer differs: take it from the list" for reason in DIFFERENCES if not differing[reason]]
    total = sum(comparison.count for comparison in comparisons)
    finish(f"{total} comparisons of {len(comparisons)} schemas, {len(DIFFERENCES)} listed differences, "
           f"{sum(map(len, tried.values()))} documents through emx", problems)


if __name__ == "__main__":
    main()
