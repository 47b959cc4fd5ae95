import EmissionsDiagnostics
import EmissionsModel

enum ComplianceMissing: Rule {
    static let about = RuleDescription(
        code: "DEC-006", severity: .warning, title: "standard that the declaration complies with is not named",
        explanation: "Whether figures may be used together depends on the standard and its edition.",
        remedy: "Name the standard with its edition, such as EN 15804+A2.",
        references: [.en15804A2("table 2"), .inData("referenceToComplianceSystem"), .openEPD("compliance")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a standard") { $0.declaration.compliance = [.init("EN 15804+A2")] },
        .rejects("none", at: \.declaration.compliance) { $0.declaration.kind = .specific },
        .rejects("one without a name", at: "declaration.compliance[0].system") {
            $0.declaration.compliance = [Compliance()]
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.isInGood else { return .notApplicable }
        if footprint.declaration.compliance.isEmpty {
            findings.report("no standard is named that the declaration complies with", at: \.declaration.compliance)
        }
        for (index, compliance) in footprint.declaration.compliance.enumerated() where compliance.system.isEmpty {
            findings.report("standard is not named", at: \.declaration.compliance, index, \.system)
        }
        return .checked
    }
}
