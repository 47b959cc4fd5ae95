import EmissionsDiagnostics

extension Profile {
    public static let pact2 = Profile(
        "pact-2", title: "PACT Technical Specifications 2.0 to 2.3",
        purpose: "Checks product footprints that are exchanged under version 2 of the PACT specifications.",
        extending: .core,
        entries: [
            "DU-001": .error
        ])

    public static let pact3 = Profile(
        "pact-3", title: "PACT Technical Specifications 3.0",
        purpose: "Checks product footprints that are exchanged under version 3 of the PACT specifications.",
        extending: .core,
        entries: [
            "DU-001": .error
        ])
}
