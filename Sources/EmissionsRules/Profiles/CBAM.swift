import EmissionsDiagnostics

extension Profile {
    public static let cbamTransitional = Profile(
        "cbam-transitional", title: "CBAM quarterly reports, 2023 to 2025",
        purpose: "Checks quarterly reports of the transitional period of the EU's carbon border adjustment mechanism.",
        extending: .core, entries: [:])

    public static let cbam2026 = Profile(
        "cbam-2026", title: "CBAM from 2026",
        purpose: "Checks embedded emissions of imported goods for the definitive period of the EU's mechanism.",
        extending: .core, entries: [:])
}
