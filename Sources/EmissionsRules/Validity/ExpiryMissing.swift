import EmissionsDiagnostics
import EmissionsModel

enum ExpiryMissing: Rule {
    static let about = RuleDescription(
        code: "VAL-012", title: "date of expiry is missing",
        explanation: "Users have to know how long the figures may be used.",
        remedy: "State the last day of validity, or the year where no day is known.",
        references: [.en15804A2("7.1 f"), .en15804A1("7.1"), .inData("dataSetValidUntil"), .iso14025("7.2.1")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a year") { $0.declaration.validity.lastYear = "2029" },
        .rejects("nothing", at: \.declaration.validity.expires) { $0.declaration.kind = .specific },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.isInGood else { return .notApplicable }
        if footprint.declaration.validity.expires == nil, footprint.declaration.validity.lastYear?.isEmpty ?? true {
            findings.report("date of expiry is missing", at: \.declaration.validity.expires)
        }
        return .checked
    }
}
