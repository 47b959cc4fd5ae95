import EmissionsDiagnostics

extension CodeDescription {
    /// The codes of reading and writing notifications of Catena-X.
    static let catenaXCBAM: [CodeDescription] = [
        CodeDescription(
            "CXC-001", .note, "countries with two letters",
            why: "The model has three letters for a country, the documentation of Catena-X two. Both are read.",
            remedy: "Nothing needs to be done; what is written has three."),
        CodeDescription(
            "CXC-002", .note, "a UN/LOCODE with a blank",
            why:
                "The documentation of Catena-X puts a blank between country and place, the model does not. Both are read.",
            remedy: "Nothing needs to be done; what is written has none."),
        CodeDescription(
            "CXC-003", .note, "an attestation that is not in a list",
            why: "The model has a list of attestations, the documentation of Catena-X one by itself. Both are read.",
            remedy: "Nothing needs to be done; what is written is a list."),
        CodeDescription(
            "CXC-004", .error, "records of emissions that don't make the mass of their installation",
            why: "What each production method made has to add up to what came from the installation.",
            remedy: "Correct whichever of the masses is wrong, or add the record that is missing."),
        CodeDescription(
            "CXC-005", .error, "installations that don't make the mass of their operator",
            why: "What came from each installation has to add up to what came from the operator.",
            remedy: "Correct whichever of the masses is wrong, or add the installation that is missing."),
        CodeDescription(
            "CXC-006", .error, "operators that don't make the mass that was asked for",
            why: """
                What came from all operators has to add up to what the importer asks for. Where it is less, emissions of a part
                are unknown; where it is more, some are counted for goods that were not bought.
                """,
            remedy: "Correct whichever of the masses is wrong, or add the operator that is missing."),
        CodeDescription(
            "CXC-007", .warning, "a production method that is not in the Commission's list",
            why: "Methods are told by the codes of the Commission's quarterly report; nobody knows what others mean.",
            remedy: "Use one of P01 to P48 (P06, P07 and P18 were never given out)."),
    ]
}
