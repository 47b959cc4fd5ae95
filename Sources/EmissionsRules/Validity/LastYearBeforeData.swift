import EmissionsDiagnostics
import EmissionsModel

enum LastYearBeforeData: Rule {
    static let about = RuleDescription(
        code: "VAL-009", title: "declaration expires before the year that its data stands for",
        explanation: "Data of a later year can't be in a declaration that has expired.",
        remedy: "Check the reference year and the year of expiry.",
        references: [.inData("referenceYear, dataSetValidUntil")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("data of the year before") {
            ($0.declaration.validity.referenceYear, $0.declaration.validity.lastYear) = ("2023", "2029")
        },
        .rejects("data of the year after", at: \.declaration.validity.lastYear) {
            ($0.declaration.validity.referenceYear, $0.declaration.validity.lastYear) = ("2023", "2022")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let validity = footprint.declaration.validity
        guard let data = DeclarationValidity.year(validity.referenceYear), let last = validity.lastDay else {
            return .notApplicable
        }
        guard last.year < data else { return .checked }
        if validity.expires != nil {
            findings.report(.before(last.year, data), at: \.declaration.validity.expires)
        } else {
            findings.report(.before(last.year, data), at: \.declaration.validity.lastYear)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func before(_ last: Int, _ data: Int) -> Self {
        "declaration expires in \(last), but its data stands for \(data)"
    }
}
