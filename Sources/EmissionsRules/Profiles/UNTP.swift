import EmissionsDiagnostics

extension Profile {
    /// Without what a passport has no place for: the processes, the report of the IPCC, allocation, the reference period.
    public static let untp = Profile(
        "untp", title: "Product passports of the UN Transparency Protocol",
        purpose: "Checks footprints in product passports, which state one figure and little of how it came about.",
        extending: .core, without: ["BND-004", "MET-001", "MET-006", "PER-002"], entries: [:])
}
