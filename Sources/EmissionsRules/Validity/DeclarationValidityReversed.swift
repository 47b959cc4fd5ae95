import EmissionsDiagnostics
import EmissionsModel

enum DeclarationValidityReversed: Rule {
    static let about = RuleDescription(
        code: "VAL-007", title: "declaration expires before it is published",
        explanation: "No day is both after the first and before the last, so that the declaration holds on none.",
        remedy: "Check the two dates; day and month are easily exchanged.",
        references: [.en15804A2("7.1 f"), .openEPD("valid_until"), .iso14025("7.2.1")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("five years") {
            $0.declaration.validity.published = Timestamp("2024-05-09")
            $0.declaration.validity.expires = Timestamp("2029-05-08")
        },
        .rejects("the wrong way round", at: \.declaration.validity.expires) {
            $0.declaration.validity.published = Timestamp("2029-05-08")
            $0.declaration.validity.expires = Timestamp("2024-05-09")
        },
        .rejects("a last year before publication", at: \.declaration.validity.lastYear) {
            $0.declaration.validity.published = Timestamp("2024-05-09")
            $0.declaration.validity.lastYear = "2023"
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let validity = footprint.declaration.validity
        guard let published = validity.published, let last = validity.lastDay else { return .notApplicable }
        guard last.seconds < published.day.seconds else { return .checked }
        if let expires = validity.expires {
            findings.report(.reversed(expires.written, published), at: \.declaration.validity.expires)
        } else {
            findings.report(.reversed("\(last.year)", published), at: \.declaration.validity.lastYear)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func reversed(_ last: String, _ published: Timestamp) -> Self {
        "declaration expires in \(last), before it is published on \(published)"
    }
}
