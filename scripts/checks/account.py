"""The account tells the truth: what it does not list as lost is in the output.

Figures (decimal numbers with a point) and phrases (texts of several words) are taken from a source with none of the
package's code. For each conversion of each sample they must be found in the output unless the account lists them as
lost or restated; and the classes of the account must add up to its total.
"""

import re
from collections import Counter
from decimal import Decimal

from _emx import Conversion, finish, inputs, json_of, name, rows_of, xml_of

TARGETS = ["emx", "pact@3.0", "pact@2.3", "cbam-qreport", "emx-csv"]
FIGURE = re.compile(r"(?<![\w.:/-])[-+]?\d+\.\d+(?:[eE][-+]?\d+)?(?![\w.:-])")


# What is no figure of the source: declarations, comments, and the version of our own JSON.
NO_CONTENT = re.compile(r'<\?.*?\?>|<!--.*?-->|"emx": "[^"]*"', re.DOTALL)
# In an output a hyphen before a figure may belong to a name, as in PACT-3.0.
HYPHEN = re.compile(r"(?<=[A-Za-z])-(?=\d)")


def figures(text):
    """The figures of a text by what they are worth, so that 1.50 and 1.5 are the same one."""
    return Counter(Decimal(found).normalize() for found in FIGURE.findall(NO_CONTENT.sub("", text)))


# Words of closed lists, which every format has words of its own for.
LISTED = {"Commission rules", "EPD International", "GHG Protocol Product standard", "ISO Standard 14067",
          "PCF calculation model"}


def texts(data, format_name):
    """All texts of a file: a set."""
    if format_name == "cbam-qreport":
        return {element.text for element in xml_of(data).iter() if element.text}
    if format_name == "emx-csv":
        return {cell for row in rows_of(data) for cell in row.values() if cell}
    found, pending = set(), [json_of(data)]
    while pending:
        value = pending.pop()
        if isinstance(value, dict):
            pending += value.values()
        elif isinstance(value, list):
            pending += value
        elif isinstance(value, str):
            found.add(value)
    return found


def phrases(data, format_name):
    """The texts that are somebody's own words: several of them, with a capital letter or a digit, in one piece."""
    return {text for text in texts(data, format_name)
            if len(text) >= 12 and " " in text and re.search(r"[A-Z0-9]", text) and text not in LISTED
            and not re.search(r'[|{@\\"]', text)}


def faults(source, format_name, target):
    run = Conversion(source, target, "--allow-incomplete")
    if run.output is None:
        return []
    account = run.report["account"]
    classes = ["carried", "converted", "kept", "dropped", "changed", "unread"]
    if sum(account[key] for key in classes) != account["total"]:
        return [f"the account does not add up: {account}"]
    there = figures(source.read_text("utf-8-sig"))
    output = figures(HYPHEN.sub(" ", run.output.decode()))
    listed = Counter()
    for loss in run.report["losses"]:
        if loss["kind"] != "added":
            listed += figures(loss["was"])
    for restated in run.report["restatements"]:
        listed += figures(restated["before"])
    lost = [f"{figure} is not in the output, and not listed"
            for figure, count in sorted(there.items()) if count > listed[figure] and figure not in output]
    said = "\n".join(texts(run.output, target.partition("@")[0]))
    known = "\n".join([loss["was"] or "" for loss in run.report["losses"]] + [r["before"] for r in run.report["restatements"]])
    lost += [f"'{phrase}' is not in the output, and not listed"
             for phrase in sorted(phrases(source.read_bytes(), format_name)) if phrase not in said and phrase not in known]
    return lost


problems, runs = [], 0
for format_name in ["pact", "cbam-qreport", "emx", "emx-csv"]:
    for source in inputs(format_name):
        for target in TARGETS:
            runs += 1
            problems += [f"{name(source)} to {target}: {fault}" for fault in faults(source, format_name, target)]
finish(f"{runs} conversions account for every figure and phrase", problems)
