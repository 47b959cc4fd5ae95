import EmissionsDiagnostics

extension CodeDescription {
    /// The codes of reading and writing iLEAP.
    static let ileap: [CodeDescription] = [
        CodeDescription(
            "ILEAP-001", .error, "a transport chain element without one operation",
            why: "An element is a movement or a stay at a hub. Its operation category tells how it was calculated.",
            remedy: "Name tocId or hocId, one of them."),
        CodeDescription(
            "ILEAP-002", .warning, "a transport activity that is not distance times mass",
            why: "Emissions are compared per tonne kilometre; with a wrong activity, the intensity is wrong, too.",
            remedy: "Multiply the distance in kilometres by the mass in tonnes."),
        CodeDescription(
            "ILEAP-003", .error, "a predecessor that is not in the shipment",
            why: "Elements form a chain, which is broken where one follows an element that is not there.",
            remedy: "Name elements of this shipment, by their tceId."),
        CodeDescription(
            "ILEAP-004", .error, "well-to-wheel emissions below tank-to-wheel emissions",
            why: "What the vehicle emits is a part of what arises from the well to the wheel (ISO 14083).",
            remedy: "Include the production of the energy carrier."),
        CodeDescription(
            "ILEAP-005", .warning, "shares that do not come to a whole",
            why: "Shares of energy carriers come to 1, those of feedstocks to no more than 1.",
            remedy: "Give each share as a fraction of 1."),
        CodeDescription(
            "ILEAP-006", .error, "a factor out of its range",
            why: "Load factors are above 0 and up to 1; empty distances are from 0 and below 1.",
            remedy: "Give the factor as a fraction, not in percent."),
        CodeDescription(
            "ILEAP-007", .warning, "half of a position",
            why: "A latitude without a longitude is no place.", remedy: "Give both, or neither."),
        CodeDescription(
            "ILEAP-008", .error, "a figure that is no decimal number",
            why: "The specification's own example has a decimal comma; programs refuse it, or read something else.",
            remedy: "Use a decimal point, and no separator between thousands."),
        CodeDescription(
            "ILEAP-009", .error, "a footprint without a shipment for iLEAP",
            why: "iLEAP is a footprint of PACT with a shipment, a transport operation or a hub in it.",
            remedy: "Choose PACT as the target."),
        CodeDescription(
            "ILEAP-010", .warning, "an energy consumption without its unit",
            why: "Litres, kilograms and kilowatt hours can't be told apart by a number.",
            remedy: "Give the unit: l, kg, kWh or MJ."),
        CodeDescription(
            "ILEAP-011", .warning, "a footprint that is not the sum of its shipment",
            why: "In iLEAP the footprint states totals: all tonne kilometres, and all emissions from well to wheel.",
            remedy: "Let the footprint state the sum over the elements."),
    ]
}
