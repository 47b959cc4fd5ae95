"""What is done to an XML document to see whether two schemas still agree on it.

A mutation changes the element at a place among its siblings; what it puts there has the namespace of that element.
"""

import copy
import xml.etree.ElementTree as ElementTree

INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"


def local(element):
    return element.tag.rpartition("}")[2]


def namesake(element, name):
    """A name in the namespace of an element."""
    return element.tag[:-len(local(element))] + name


def elements(root):
    """Each kind of element once: the places from the root that lead to it, and the names."""
    seen, waiting = set(), [((), (local(root),), root)]
    while waiting:
        places, names, element = waiting.pop(0)
        if names in seen:
            continue
        seen.add(names)
        yield places, names
        waiting += [((*places, index), (*names, local(child)), child) for index, child in enumerate(element)]


def at(root, places):
    for place in places:
        root = root[place]
    return root


# MARK: Mutations of the element at a place: of any, of those with a text, of those with elements

def removed(parent, index):
    del parent[index]


def duplicated(parent, index):
    parent.insert(index, copy.deepcopy(parent[index]))


def renamed(parent, index):
    parent[index].tag += "x"


def respelled(parent, index):
    parent[index].tag = namesake(parent[index], local(parent[index]).lower())


def swapped(parent, index):
    other = index + 1 if index + 1 < len(parent) else index - 1
    if other >= 0:
        parent[index], parent[other] = parent[other], parent[index]


def moved_to_the_end(parent, index):
    parent.append(parent[index])
    del parent[index]


def without_namespace(parent, index):
    parent[index].tag = local(parent[index])


def followed_by_unknown(parent, index):
    parent.insert(index + 1, ElementTree.Element(namesake(parent[index], "Unknown")))


def followed_by_foreign(parent, index):
    parent.insert(index + 1, ElementTree.Element("{urn:x}Extension"))


def with_attribute(parent, index):
    parent[index].set("note", "x")


def nil(parent, index):
    parent[index].set(f"{{{INSTANCE}}}nil", "true")


def holding_comment(parent, index):
    parent[index].insert(0, ElementTree.Comment("x"))


def holding_unknown(parent, index):
    ElementTree.SubElement(parent[index], namesake(parent[index], "Unknown"))


STRUCTURE = [removed, duplicated, renamed, respelled, swapped, moved_to_the_end, without_namespace, followed_by_unknown,
             followed_by_foreign, with_attribute, nil, holding_comment, holding_unknown]

# Texts in place of the one that stands there. Long ones stand on both sides of every length that a version knows.
LENGTHS = [2, 3, 4, 5, 6, 8, 15, 17, 20, 22, 25, 35, 70, 71, 128, 256, 512, 2048, 4000, 5000, 9999]
TEXTS = {
    "emptied": ["", " ", "\n"],
    "over-long": ["x" * (length + more) for length in LENGTHS for more in (0, 1)],
    "wide characters": ["é" * 5, "𝟛" * 8, "鋼" * 70, "𝟛" * 71],
    "retyped": ["x", "true", "1", "Q3", "2025", "1.5", "2025-10-22", "2025-10-22T14:05:30Z", "eA==", "0", "1,5", "1 5"],
    "out of range": ["-1", "+1", "99999", "100000", "2147483647", "2147483648", "9" * 15, "9" * 16, "9" * 17, "INF",
                     "NaN", "1e3", "20229", "123456789", "-0", "2025-02-29", "2025-13-01", "2025-10-22T24:00:01Z"],
    "extra digits": [f"1.{'1' * digits}" for digits in range(1, 10)]
                    + [f"{'1' * (16 - digits)}.{'1' * digits}" for digits in (2, 5, 6, 7)]
                    + ["123456.78", "12345.12345", "123456.12345", "1.50000000", "0001.5", "00001", "000001", "1.", ".5"],
    "spelled otherwise": [" 1 ", "\t1.5\n", "٣", "１", "TRUE", "2025-10-22Z", "2025-10-22+01:00",
                          "2025-10-22T14:05:30", "2025-10-22T14:05:30.5Z", "2025-10-22T14:05:30+00:00", "eA", "e A = ="],
}
