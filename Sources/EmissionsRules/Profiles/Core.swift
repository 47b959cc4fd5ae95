import EmissionsDiagnostics

extension Profile {
    /// What holds for any submission, whatever standard it follows.
    public static let core = Profile(
        "core", title: "Core",
        purpose: "Checks what holds for embodied emissions in general, under whatever standard they are reported.",
        entries: [
            "DU-001": .warning,
            "DU-002": .error,
            "PER-001": .error,
        ])
}
