import EmissionsDiagnostics

extension CodeDescription {
    /// What can be wrong with the file that the service is configured by.
    static let configuration: [CodeDescription] = [
        CodeDescription(
            "CFG-001", .error, "a setting that does not exist",
            why: "A setting that is misspelled would be without effect, and nobody would notice.",
            remedy: "Spell it as the finding says, or take it out; `emx settings` lists all."),
        CodeDescription(
            "CFG-002", .error, "a setting whose value is not understood",
            why: "A service that runs with half of its configuration does not do what its operator thinks.",
            remedy: "Write a value as the finding says."),
    ]
}
