"""The account tells the truth: a figure that it does not list as lost is in the output, and as often.

Figures are the decimal numbers with a point in a source, taken from its text with none of the package's code. For each
conversion of each sample, a figure must be found in the output unless the account lists it as lost or restated; and
the classes of the account must add up to its total.
"""

import re
from collections import Counter
from decimal import Decimal

from _emx import Conversion, finish, inputs, name

TARGETS = ["emx", "pact@3.0", "pact@2.3", "cbam-qreport", "emx-csv"]
FIGURE = re.compile(r"(?<![\w.:/-])[-+]?\d+\.\d+(?:[eE][-+]?\d+)?(?![\w.:-])")


# What is no figure of the source: declarations, comments, and the version of our own JSON.
NO_CONTENT = re.compile(r'<\?.*?\?>|<!--.*?-->|"emx": "[^"]*"', re.DOTALL)
# In an output a hyphen before a figure may belong to a name, as in PACT-3.0.
HYPHEN = re.compile(r"(?<=[A-Za-z])-(?=\d)")


def figures(text):
    """The figures of a text by what they are worth, so that 1.50 and 1.5 are the same one."""
    return Counter(Decimal(found).normalize() for found in FIGURE.findall(NO_CONTENT.sub("", text)))


def faults(source, target):
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
    return [f"{figure} is not in the output, and not listed"
            for figure, count in sorted(there.items()) if count > listed[figure] and figure not in output]


problems, runs = [], 0
for format_name in ["pact", "cbam-qreport", "emx", "emx-csv"]:
    for source in inputs(format_name):
        for target in TARGETS:
            runs += 1
            problems += [f"{name(source)} to {target}: {fault}" for fault in faults(source, target)]
finish(f"{runs} conversions account for every figure", problems)
