import EmissionsDiagnostics
import EmissionsModel

enum ResultUnitMissing: Rule {
    static let about = RuleDescription(
        code: "IMP-005", severity: .warning, title: "result has no unit that is known",
        explanation: """
            An amount without its unit can only be guessed at, and a unit by an unknown identifier may be any.
            """,
        remedy: """
            Name the unit of the indicator, by the identifier that EN 15804 data sets have for it where there \
            is one.
            """,
        references: [.en15804A2("7.2.3 to 7.2.4"), .inData("referenceToUnitGroupDataSet")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a unit") { $0.state(.hazardousWaste, ["A1-A3": "1"]) },
        .rejects("no unit", at: "results[0].unit") {
            $0.state(.hazardousWaste, ["A1-A3": "1"])
            $0.results[0].unit = nil
        },
        .rejects("a unit by an identifier of nothing", at: "results[0].unitDefinition") {
            $0.state(.hazardousWaste, ["A1-A3": "1"])
            $0.results[0].unit = nil
            $0.results[0].unitDefinition = .init("pounds", identifier: "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !footprint.results.isEmpty else { return .notApplicable }
        for (index, result) in footprint.results.enumerated() where result.unit == nil {
            let name = result.indicator?.name ?? "result"
            if let unit = result.unitDefinition.writtenInFull {
                findings.report("\(name) is in \(unit), which is not known", at: \.results, index, \.unitDefinition)
            } else {
                findings.report("\(name) has no unit", at: \.results, index, \.unit)
            }
        }
        return .checked
    }
}
