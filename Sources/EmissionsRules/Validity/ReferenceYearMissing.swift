import EmissionsDiagnostics
import EmissionsModel

enum ReferenceYearMissing: Rule {
    static let about = RuleDescription(
        code: "VAL-013", severity: .warning, title: "reference year is missing",
        explanation: """
            Users choose data by how well its year fits. EN 15804 lets specific data be no older than five
            years, and generic data no older than ten.
            """,
        remedy: "State the year that the data stands for.",
        references: [.inData("referenceYear"), .en15804A2("data quality")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a year") { $0.declaration.validity.referenceYear = "2023" },
        .rejects("none", at: \.declaration.validity.referenceYear) { $0.declaration.kind = .specific },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.isInGood else { return .notApplicable }
        if footprint.declaration.validity.referenceYear?.isEmpty ?? true, footprint.referencePeriod.end == nil {
            findings.report("reference year is missing", at: \.declaration.validity.referenceYear)
        }
        return .checked
    }
}
