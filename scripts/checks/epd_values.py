"""Every result of the corpus' ILCD+EPD declarations that openEPD has a place for stands at that place.

The source is read here with the standard library's XML parser, and the places are those of openEPD's documentation:
`impacts.<method>.<indicator>.<scope>` and its two siblings, with scenarios of C and D in `C_scenarios`. EP-freshwater is
counted in kg P by EN 15804+A2 and in kg PO4e by openEPD; 1 kg P is 3.066 kg PO4.
"""

import xml.etree.ElementTree as ElementTree
from decimal import Decimal

from _emx import SHARED, Conversion, finish, json_of, need_shared

EPD = "{http://www.iai.kit.edu/EPD/2013}"
COMMON = "{http://lca.jrc.it/ILCD/Common}"
PROCESS = "{http://lca.jrc.it/ILCD/Process}"

# By identifier: where in openEPD, and by what factor. `None` as the method stands for that of the declaration.
RESOURCES = {
    "20f32be5-0398-4288-9b6d-accddd195317": "pere", "fb3ec0de-548d-4508-aea5-00b73bf6f702": "perm",
    "53f97275-fa8a-4cdd-9024-65936002acd0": "pert", "ac857178-2b45-46ec-892a-a9a4332f0372": "penre",
    "1421caa0-679d-4bf4-b282-0eb850ccae27": "penrm", "06159210-646b-4c8d-8583-da9b3b95a6c1": "penrt",
    "c6a1f35f-2d09-4f54-8dfb-97e502e1ce92": "sm", "64333088-a55f-4aa2-9a31-c10b07816787": "rsf",
    "89def144-d39a-4287-b86f-efde453ddcb2": "nrsf", "3cf952c8-f3a4-461d-8c96-96456ca62246": "fw",
}
OUTPUTS = {
    "430f9e0f-59b2-46a0-8e0d-55e0e84948fc": "hwd", "b29ef66b-e286-4afa-949f-62f1a7b4d7fa": "nhwd",
    "3449546e-52ad-4b39-b809-9fb77cea8ff6": "rwd", "a2b32f97-3fc7-4af2-b209-525bc6426f33": "cru",
    "d7fe48a5-4103-49c8-9aae-b0b5dfdbd6ae": "mfr", "59a9181c-3aaf-46ee-8b13-2b3723b6e447": "mer",
}
IMPACTS = {
    "6a37f984-a4b3-458a-a20a-64418c145fa2": "gwp", "a7ea142a-9749-11ed-a8fc-0242ac120002": "gwp",
    "5f635281-343e-44fb-83df-1971b155e6b6": "gwp-fossil", "a7ea19c0-9749-11ed-a8fc-0242ac120002": "gwp-fossil",
    "2356e1ab-0185-4db5-86e5-16de51c7485c": "gwp-biogenic", "a7ea186c-9749-11ed-a8fc-0242ac120002": "gwp-biogenic",
    "4331bbdb-978a-490d-8707-eeb047f01a55": "gwp-luluc", "a7ea1ae2-9749-11ed-a8fc-0242ac120002": "gwp-luluc",
    "b5c629d6-def3-11e6-bf01-fe55135034f3": "odp", "b5c611c6-def3-11e6-bf01-fe55135034f3": "ap",
    "b53ec18f-7377-4ad3-86eb-cc3f4f276b2b": "ep-fresh", "b5c619fa-def3-11e6-bf01-fe55135034f3": "ep-marine",
    "b5c614d2-def3-11e6-bf01-fe55135034f3": "ep-terr", "b5c610fe-def3-11e6-bf01-fe55135034f3": "pocp",
    "b2ad6494-c78d-11e6-9d9d-cec0c932ce01": "ADP-mineral", "b2ad6110-c78d-11e6-9d9d-cec0c932ce01": "ADP-fossil",
    "b2ad66ce-c78d-11e6-9d9d-cec0c932ce01": "WDP", "b5c602c6-def3-11e6-bf01-fe55135034f3": "PM",
    "b5c632be-def3-11e6-bf01-fe55135034f3": "IRP", "b2ad6890-c78d-11e6-9d9d-cec0c932ce01": "SQP",
    "ee1082d1-b0f7-43ca-a1f0-21e2a4a74511": "ETP-fw", "05316e7a-b254-4bea-9cf0-6bf33eb5c630": "ETP-fw",
    "2299222a-bbd8-474f-9d4f-4dd1f18aea7c": "HTP-c", "3af763a5-b7a1-48c9-9cee-1f223481fcef": "HTP-nc",
    "7cfdcfcf-b222-4b26-888a-a55f9fbf7ac8": "HTP-nc",
}
FACTORS = {"ep-fresh": Decimal("3.066")}
LATE = {"C1", "C2", "C3", "C4", "D"}
FEWEST = 500


def results(root):
    """Identifier, module, scenario and text of every amount."""
    for result in root.iter():
        if result.tag not in (PROCESS + "exchange", PROCESS + "LCIAResult"):
            continue
        reference = next(child for child in result if "referenceTo" in child.tag)
        for amount in result.iter(EPD + "amount"):
            module = amount.get(EPD + "module") or amount.get("module")
            yield reference.get("refObjectId"), module, amount.get(EPD + "scenario") or amount.get("scenario"), amount.text


def scope_set(document, identifier):
    """The scope sets that may have the indicator, and its name; none where openEPD has no place for it."""
    if identifier in RESOURCES:
        return [document.get("resource_uses", {}).get(RESOURCES[identifier], {})], RESOURCES[identifier]
    if identifier in OUTPUTS:
        return [document.get("output_flows", {}).get(OUTPUTS[identifier], {})], OUTPUTS[identifier]
    if identifier in IMPACTS:
        name = IMPACTS[identifier]
        return [method.get(name, {}) for method in document.get("impacts", {}).values()], name
    return [], None


def found(scopes, module, scenario):
    """The means that stand at the place of a module in a scenario."""
    scope = "A1A2A3" if module == "A1-A3" else module
    for each in scopes:
        if scenario is None:
            places = [each]
        else:
            places = [entry for entry in each.get("C_scenarios") or [] if entry.get("name") == scenario]
        for place in places:
            if isinstance(place.get(scope), dict):
                yield Decimal(str(place[scope]["mean"]))


need_shared()
problems, compared, unplaced = [], 0, 0
paths = sorted((SHARED / "corpus/epd").glob("indata-v1.*/sample_data/processes/*.xml"))
for path in paths:
    root = ElementTree.parse(path).getroot()
    document = json_of(Conversion(path, "openepd", "--allow-incomplete").output)
    for identifier, module, scenario, text in results(root):
        scopes, name = scope_set(document, identifier)
        try:
            amount = Decimal(text or "") * FACTORS.get(name, 1)
        except ArithmeticError:
            continue
        if not name or scenario is not None and (module not in LATE or len(scenario) > 40):
            unplaced += 1
            continue
        compared += 1
        if amount not in found(scopes, module, scenario):
            problems.append(f"{path.name}: {name} of {module} in {scenario}: {text} is not there")
if compared < FEWEST:
    problems.append(f"only {compared} values were compared, expected {FEWEST}")
finish(f"{compared} results of {len(paths)} declarations stand at their places in openEPD, {unplaced} have none", problems)
