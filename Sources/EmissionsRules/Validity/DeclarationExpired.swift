import EmissionsDiagnostics
import EmissionsModel

enum DeclarationExpired: Rule {
    static let about = RuleDescription(
        code: "VAL-006", severity: .warning, title: "declaration is no longer valid",
        explanation: """
            Declarations hold for five years at most. Expired ones are refused by programmes, in tenders and in
            the assessment of buildings.
            """,
        remedy: "Ask the owner for the declaration that replaces it.",
        references: [.en15804A2("clause 9"), .en15804A1("clause 9"), .iso14025("7.2.1")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("valid through this year", in: { $0.today = CalendarDay(2026, 6, 30) }) {
            $0.declaration.validity.lastYear = "2026"
        },
        .rejects("expired yesterday", at: \.declaration.validity.expires, in: { $0.today = CalendarDay(2026, 6, 30) }) {
            $0.declaration.validity.expires = Timestamp("2026-06-29")
        },
        .rejects("a year of the past", at: \.declaration.validity.lastYear, in: { $0.today = CalendarDay(2026, 6, 30) })
        {
            $0.declaration.validity.lastYear = "2025"
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let validity = footprint.declaration.validity
        guard let last = validity.lastDay else { return .notApplicable }
        guard last.seconds < context.today.seconds else { return .checked }
        if let expires = validity.expires {
            findings.report("declaration was valid until \(expires)", at: \.declaration.validity.expires)
        } else {
            findings.report("declaration was valid through \(last.year)", at: \.declaration.validity.lastYear)
        }
        return .checked
    }
}
