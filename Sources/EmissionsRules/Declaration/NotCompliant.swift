import EmissionsDiagnostics
import EmissionsModel

enum NotCompliant: Rule {
    static let about = RuleDescription(
        code: "DEC-027", severity: .warning, title: "declaration says that it does not comply with its standard",
        explanation: """
            A standard is named, and the degree of compliance denies it. Tools that look for the name only use
            the figures anyway.
            """,
        remedy: "Name the standard that the declaration complies with.",
        references: [.inData("approvalOfOverallCompliance")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("full compliance") {
            $0.declaration.compliance = [.init("EN 15804+A2")]
            $0.declaration.compliance[0].overall = .full
        },
        .rejects("none", at: "declaration.compliance[0].overall") {
            $0.declaration.compliance = [.init("EN 15804+A2")]
            $0.declaration.compliance[0].overall = ComplianceDegree.none
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !footprint.declaration.compliance.isEmpty else { return .notApplicable }
        for (index, compliance) in footprint.declaration.compliance.enumerated()
        where compliance.overall == ComplianceDegree.none {
            findings.report(
                "declaration does not comply with \(compliance.system.written ?? "its standard")",
                at: \.declaration.compliance, index, \.overall)
        }
        return .checked
    }
}
