import EmissionsDiagnostics
import EmissionsModel

enum TimeNotUniversal: Rule {
    static let about = RuleDescription(
        code: "PER-008", severity: .warning, title: "time is not in UTC",
        explanation: """
            PACT writes all times in UTC. A local time moves the ends of a period by hours, and with them the
            year that a footprint belongs to.
            """,
        remedy: "Write times in UTC, for example 2025-01-01T00:00:00Z.",
        references: [.pact("DateTime: referencePeriodStart, validityPeriodStart, created, and others")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("by its letter") { $0.referencePeriod.start = Timestamp("2025-01-01T00:00:00Z") },
        .accepts("by its offset") { $0.referencePeriod.start = Timestamp("2025-01-01T00:00:00+00:00") },
        .accepts("a day") { $0.referencePeriod.start = Timestamp("2025-01-01") },
        .rejects("an hour east", at: \.validity.end) { $0.validity.end = Timestamp("2025-01-01T00:00:00+01:00") },
        .rejects("nobody knows where", at: \.identity.created) {
            $0.identity.created = Timestamp("2025-01-01T12:00:00")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let (reference, validity, identity) = (footprint.referencePeriod, footprint.validity, footprint.identity)
        guard
            reference.start != nil || reference.end != nil || validity.start != nil || validity.end != nil
                || identity.created != nil || identity.updated != nil
        else { return .notApplicable }
        if let time = reference.start, time.isLocal { report(time, at: \.referencePeriod.start, &findings) }
        if let time = reference.end, time.isLocal { report(time, at: \.referencePeriod.end, &findings) }
        if let time = validity.start, time.isLocal { report(time, at: \.validity.start, &findings) }
        if let time = validity.end, time.isLocal { report(time, at: \.validity.end, &findings) }
        if let time = identity.created, time.isLocal { report(time, at: \.identity.created, &findings) }
        if let time = identity.updated, time.isLocal { report(time, at: \.identity.updated, &findings) }
        return .checked
    }

    private static func report(
        _ time: Timestamp, at field: KeyPath<ProductFootprint, Timestamp?>, _ findings: inout Findings<ProductFootprint>
    ) {
        findings.report(.local(time), at: field, fix: .inUTC(time))
    }
}

extension Diagnostic.Message {
    fileprivate static func local(_ time: Timestamp) -> Self {
        time.offset == nil ? "time \(time) does not say that it is in UTC" : "time \(time) is not in UTC"
    }
}

extension Timestamp {
    fileprivate var isLocal: Bool { hasTime && offset != 0 }
}
