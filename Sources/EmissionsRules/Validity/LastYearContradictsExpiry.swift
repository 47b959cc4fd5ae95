import EmissionsDiagnostics
import EmissionsModel

enum LastYearContradictsExpiry: Rule {
    static let about = RuleDescription(
        code: "VAL-010", severity: .warning, title: "last year is not that of the day of expiry",
        explanation: """
            Some software reads the year, and some the day: for the one the declaration holds, for the other it
            doesn't.
            """,
        remedy: "State the year of the day of expiry.",
        references: [.inData("dataSetValidUntil, expirationDateOfEPD")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("the same year") {
            $0.declaration.validity.expires = Timestamp("2029-05-08")
            $0.declaration.validity.lastYear = "2029"
        },
        .rejects("another", at: \.declaration.validity.lastYear) {
            $0.declaration.validity.expires = Timestamp("2024-05-08")
            $0.declaration.validity.lastYear = "2025"
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let validity = footprint.declaration.validity
        guard let expires = validity.expires, let last = DeclarationValidity.year(validity.lastYear) else {
            return .notApplicable
        }
        if expires.day.year != last {
            findings.report(
                "last year is \(last), but declaration expires on \(expires)", at: \.declaration.validity.lastYear)
        }
        return .checked
    }
}
