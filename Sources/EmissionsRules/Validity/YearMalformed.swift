import EmissionsDiagnostics
import EmissionsModel

enum YearMalformed: Rule {
    static let about = RuleDescription(
        code: "VAL-014", title: "year is not one",
        explanation: "A year has four digits. Anything else can't be compared with the year of a project.",
        remedy: "Write the year with four digits, such as 2024.",
        references: [.inData("referenceYear, dataSetValidUntil")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("four digits") { $0.declaration.validity.lastYear = "2029" },
        .rejects("two", at: \.declaration.validity.referenceYear) { $0.declaration.validity.referenceYear = "24" },
        .rejects("a word", at: \.declaration.validity.lastYear) { $0.declaration.validity.lastYear = "open" },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let validity = footprint.declaration.validity
        guard validity.referenceYear?.isEmpty == false || validity.lastYear?.isEmpty == false else {
            return .notApplicable
        }
        if let year = validity.referenceYear, !year.isEmpty, DeclarationValidity.year(year) == nil {
            findings.report("reference year is \(year)", at: \.declaration.validity.referenceYear)
        }
        if let year = validity.lastYear, !year.isEmpty, DeclarationValidity.year(year) == nil {
            findings.report("last year is \(year)", at: \.declaration.validity.lastYear)
        }
        return .checked
    }
}
