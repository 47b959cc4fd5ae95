import EmissionsDiagnostics

extension CodeDescription {
    /// The codes of reading and writing openEPD.
    static let openEPD: [CodeDescription] = [
        CodeDescription(
            "OEPD-001", .warning, "a doctype in other letters",
            why: "It was understood. The reader of the format's own package refuses the document.",
            remedy: "Write openEPD, openIndustryEpd or openGenericEstimate."),
        CodeDescription(
            "OEPD-002", .note, "an indicator by another name",
            why: """
                Programs in Python write gwp_fossil for gwp-fossil, and some indicators have two names. It was read; what is
                written has the name of the format.
                """,
            remedy: "Write the name that the finding gives."),
        CodeDescription(
            "OEPD-003", .warning, "results by a name that the format does not have",
            why: """
                What is measured, or by which method, is not known, or the same indicator is there already. The figures
                are kept as they are for openEPD, and no other format gets them.
                """,
            remedy: "Use the names of the format, each once."),
        CodeDescription(
            "OEPD-004", .warning, "a mass in another unit than kilograms",
            why: """
                The name of the field says kg. Reading converts nothing, so that the amount is kept as it is for openEPD,
                and no other format gets it.
                """,
            remedy: "State the mass in kg. A pound is exactly 0.45359237 kg."),
        CodeDescription(
            "OEPD-005", .warning, "a figure in another unit than the others of its indicator",
            why:
                "Figures of one indicator are read in one unit. This one is kept as it is, and no other format gets it.",
            remedy: "State all figures of one indicator in the same unit."),
        CodeDescription(
            "OEPD-006", .warning, "a scenario without a name",
            why:
                "Figures of scenarios are told apart by their names. It is kept as it is, and no other format gets it.",
            remedy: "Name the scenario, in 40 letters at most."),
        CodeDescription(
            "OEPD-007", .warning, "a unit that the format does not have for the indicator",
            why: "What the figures are counted in is kept as text; it can't be compared, converted or checked.",
            remedy: "State the figures in the unit that the finding names."),
        CodeDescription(
            "OEPD-008", .warning, "an extension of ours that contradicts its document",
            why: """
                What openEPD has no place for stands in ext. The document was changed since that was written, and what
                it says itself counts.
                """,
            remedy: "Remove the member emissions-exchange of ext, or bring it in line with the document."),
        CodeDescription(
            "OEPD-009", .note, "a method that openEPD has no name for",
            why: """
                Results by EN 15804+A1 stand under CML 2012, since annex C of the standard takes its factors from CML-IA
                4.1 of October 2012. Where a source does not tell EF 3.0 from EF 3.1, results stand under Unknown LCIA. The
                method that the source named is in ext, and is read back from there.
                """,
            remedy: "Nothing needs to be done."),
    ]
}
