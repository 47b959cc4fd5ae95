import EmissionsDiagnostics

extension CodeDescription {
    static let oekobaudat: [CodeDescription] = [
        CodeDescription(
            "OEBD-001", .error, "rows of one data set that say different things of it",
            why:
                "A data set has a row for each module. What holds for all of it stands in every row, and has to agree.",
            remedy: "Say the same in all rows of a data set, or give the rows another UUID.")
    ]
}
