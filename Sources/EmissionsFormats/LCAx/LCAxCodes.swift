import EmissionsDiagnostics

extension CodeDescription {
    /// The codes of reading and writing LCAx.
    static let lcax: [CodeDescription] = [
        CodeDescription(
            "LCAX-001", .warning, "figures by a key that the format does not have",
            why: "What they measure is not known. They are kept as they are for LCAx, and no other format gets them.",
            remedy: "Use the keys of the format, each once."),
        CodeDescription(
            "LCAX-002", .warning, "a figure for a module that the format does not have",
            why: "It is kept as it is for LCAx, and no other format gets it.",
            remedy: "Use a1a3 for the product stage, and a4 to d for the modules after it."),
        CodeDescription(
            "LCAX-003", .warning, "figures in another unit than the format has",
            why: """
                LCAx does not say units; they are those of EN 15804. Figures that can't be converted exactly would be taken
                for something else, so that they are left out.
                """,
            remedy: "State the figures in the unit of the standard, or choose another target."),
    ]
}
