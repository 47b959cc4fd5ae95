import EmissionsDiagnostics
import EmissionsModel

enum DeclarationValidityLong: Rule {
    static let about = RuleDescription(
        code: "VAL-008", severity: .warning, title: "declaration is valid for more than five years",
        explanation: """
            A declaration is valid for five years from its publication, and then has to be verified anew. A year
            of expiry is taken at its end.
            """,
        remedy: "State the last day of the five years.",
        references: [.en15804A2("clause 9"), .en15804A1("clause 9"), .iso21930("verification and validity of an EPD")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("five years") {
            $0.declaration.validity.published = Timestamp("2024-05-09")
            $0.declaration.validity.expires = Timestamp("2029-05-09")
        },
        .accepts("the year in which they end") {
            $0.declaration.validity.published = Timestamp("2024-05-09")
            $0.declaration.validity.lastYear = "2029"
        },
        .rejects("ten", at: \.declaration.validity.expires) {
            $0.declaration.validity.published = Timestamp("2024-05-09")
            $0.declaration.validity.expires = Timestamp("2034-05-08")
        },
        .rejects("a year too many", at: \.declaration.validity.lastYear) {
            $0.declaration.validity.published = Timestamp("2024-05-09")
            $0.declaration.validity.lastYear = "2030"
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let validity = footprint.declaration.validity
        guard let published = validity.published?.day else { return .notApplicable }
        if let expires = validity.expires {
            if expires.day.seconds > published.adding(years: 5).seconds + 86_400 {
                findings.report(.long(expires.written, published), at: \.declaration.validity.expires)
            }
            return .checked
        }
        guard let last = DeclarationValidity.year(validity.lastYear) else { return .notApplicable }
        if last > published.year + 5 {
            findings.report(.long("\(last)", published), at: \.declaration.validity.lastYear)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func long(_ last: String, _ published: CalendarDay) -> Self {
        "declaration of \(published.year) is valid until \(last), more than five years"
    }
}
