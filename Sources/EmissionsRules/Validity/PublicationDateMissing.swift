import EmissionsDiagnostics
import EmissionsModel

enum PublicationDateMissing: Rule {
    static let about = RuleDescription(
        code: "VAL-011", severity: .warning, title: "date of publication is missing",
        explanation: "The validity of a declaration begins with its publication.",
        remedy: "State the day on which the programme published the declaration.",
        references: [.en15804A2("7.1 f"), .inData("publicationDateOfEPD"), .iso14025("7.2.1")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a date") { $0.declaration.validity.published = Timestamp("2024-05-09") },
        .accepts("generic data, which is no declaration") { $0.declaration.kind = .generic },
        .rejects("none", at: \.declaration.validity.published) { $0.declaration.kind = .specific },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.isInGood, !footprint.isBackgroundData else { return .notApplicable }
        if footprint.declaration.validity.published == nil {
            findings.report("date of publication is missing", at: \.declaration.validity.published)
        }
        return .checked
    }
}
