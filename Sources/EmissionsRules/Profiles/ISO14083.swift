import EmissionsDiagnostics

extension Profile {
    /// What is asked of the shipment itself is found when it is read.
    public static let iso14083 = Profile(
        "iso14083", title: "ISO 14083, as exchanged by iLEAP 1.0",
        purpose: "Checks footprints of shipments, transport operations and hubs.",
        extending: .core,
        entries: [
            "BND-008": .error,
            "DU-001": .error,
            "DU-003": .error,
            "FIG-002": .error,
            "FIG-003": .error,
            "ID-001": .error,
            "ID-002": .warning,
            "ID-010": .warning,
            "ID-011": .warning,
            "ID-018": .warning,
            "MET-002": .warning,
            "PER-002": .error,
            "PER-008": .warning,
            "VAL-002": .warning,
        ])
}
