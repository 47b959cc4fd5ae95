public import EmissionsDiagnostics

/// Which rules apply to submissions under one standard, and how bad breaking them is there.
public struct Profile: Sendable {
    public struct Entry: Hashable, Sendable {
        public var code: Diagnostic.Code
        public var severity: Diagnostic.Severity
        public init(_ code: Diagnostic.Code, _ severity: Diagnostic.Severity) {
            (self.code, self.severity) = (code, severity)
        }
    }

    /// What it is called on the command line and in addresses, such as `pact-3`.
    public let name: String
    public let title: String
    /// What it is for, as a sentence.
    public let purpose: String
    /// In the order of the codes, each code once.
    public let entries: [Entry]

    /// The entries of `base` hold too, unless `entries` has the same code or `omitted` has it.
    public init(
        _ name: String, title: String, purpose: String, extending base: Profile? = nil,
        without omitted: Set<Diagnostic.Code> = [],
        entries: KeyValuePairs<Diagnostic.Code, Diagnostic.Severity>
    ) {
        (self.name, self.title, self.purpose) = (name, title, purpose)
        var severities: [Diagnostic.Code: Diagnostic.Severity] = [:]
        for entry in base?.entries ?? [] where !omitted.contains(entry.code) { severities[entry.code] = entry.severity }
        for (code, severity) in entries { severities[code] = severity }
        self.entries = severities.map { Entry($0.key, $0.value) }.sorted { $0.code < $1.code }
    }
}

extension Profile {
    public static let all: [Profile] = [
        .core, .pact2, .pact3, .catenaX7, .catenaX9, .iso14083, .cbamTransitional, .cbam2026, .cbamProducer, .untp,
        .en15804, .iso21930,
    ]

    public static func named(_ name: String) -> Profile? { all.first { $0.name == name } }
}
