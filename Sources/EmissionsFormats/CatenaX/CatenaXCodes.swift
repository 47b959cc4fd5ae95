import EmissionsDiagnostics

extension CodeDescription {
    /// The codes of reading Catena-X footprints.
    static let catenaX: [CodeDescription] = [
        CodeDescription(
            "CX-001", .warning, "an object where version 9 has a list with one object",
            why:
                "Version 9 puts every object in a list. Without it the object is read, but other programs may refuse it.",
            remedy: "Put the object in square brackets."),
        CodeDescription(
            "CX-002", .error, "several entries where a footprint has one",
            why: """
                Version 9 writes every object as a list, but a footprint has one producer, one period and one set of
                figures. The first entry is read; the others are kept for the same format and go nowhere else.
                """,
            remedy: "Send a footprint for each entry."),
        CodeDescription(
            "CX-003", .warning, "an entry of a list that names nothing",
            why: "The official sample has `{}` for a preceding footprint: it says that there is one, and not which.",
            remedy: "Give what the entry is to name, or leave it out."),
        CodeDescription(
            "CX-004", .warning, "a biogenic carbon withdrawal by version 4 or 5",
            why: "It was not below zero up to version 5, and is not above zero from version 6 on.",
            remedy: "Check that it is not above zero before you use it."),
        CodeDescription(
            "CX-005", .error, "places that are not in each other",
            why: """
                Region, country and subdivision are given together, and the most exact one is where the footprint holds. One
                that it is not in makes it unclear which is meant.
                """,
            remedy: "Let all of them name the same place, each more exactly."),
        CodeDescription(
            "CX-006", .warning, "a specVersion that does not fit the structure",
            why: """
                Versions differ in names, in nesting, and in what figures stand for. The structure decides how the file is
                read, since specVersion is often left as it was.
                """,
            remedy: "Write the version of the aspect model that the file is written in."),
        CodeDescription(
            "CX-007", .warning, "half of a unit",
            why: "Versions 8 and 9 list `megabit` and `second` where PACT has one unit, `megabit second`.",
            remedy: "Agree with the partner on what one unit of the product is."),
        CodeDescription(
            "CX-008", .warning, "a total of a stage that is not the sum of its components",
            why: """
                In Catena-X, the total without uptake is the sum of fossil, biogenic non-CO2, land-use, land management and
                aircraft emissions. In PACT, emissions of aircraft are a part of the fossil ones and not added again.
                """,
            remedy: "State the total as the sum of its components."),
        CodeDescription(
            "CX-009", .warning, "mass balancing that is described in part",
            why: "Certificate scheme and attribution are asked for where mass balancing is used, and only there.",
            remedy: "State both where it is used, and `not applicable` where it is not."),
        CodeDescription(
            "CX-010", .warning, "verified shares above 100 percent",
            why: "Each part of a footprint counts for one party. Above 100 percent, some were counted twice.",
            remedy: "Count each part for the party with the highest assurance only."),
    ]
}
