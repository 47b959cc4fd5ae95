import EmissionsDiagnostics
import EmissionsModel

enum QuantityInKilograms: Rule {
    static let about = RuleDescription(
        code: "TRD-010", severity: .warning, title: "quantity is in kilograms, which the registry takes no more",
        explanation: """
            From the second quarter of 2024 on, the registry takes tonnes only, and kilograms read as tonnes are
            a thousand times too much.
            """,
        remedy: "State the net mass in tonnes.",
        references: [.cbamManual("measurement units")])

    static let examples: [RuleExample<ImportedGood>] = [
        .accepts("tonnes", in: { $0.header.reportingPeriod = ReportingPeriod(.second, "2024") }) {
            ($0.imported.netMass, $0.imported.unit) = (550, .tonne)
        },
        .accepts("kilograms in an early filing", in: { $0.header.reportingPeriod = ReportingPeriod(.fourth, "2023") }) {
            ($0.imported.netMass, $0.imported.unit) = (550, .kilogram)
        },
        .rejects(
            "kilograms", at: \.imported.unit, in: { $0.header.reportingPeriod = ReportingPeriod(.second, "2024") }
        ) {
            ($0.imported.netMass, $0.imported.unit) = (550, .kilogram)
        },
    ]

    static func check(
        _ good: ImportedGood, in context: RuleContext, _ findings: inout Findings<ImportedGood>
    ) -> Applicability {
        guard let unit = good.imported.unit, context.header.reportingPeriod.isSince(.second, 2024) else {
            return .notApplicable
        }
        if unit == .kilogram {
            findings.report("imported quantity is in kilograms, must be in tonnes", at: \.imported.unit)
        }
        return .checked
    }
}
