import EmissionsDiagnostics
import EmissionsModel

enum ResultUnitWrong: Rule {
    static let about = RuleDescription(
        code: "IMP-003", title: "unit is not that of the indicator",
        explanation: """
            Each indicator has one unit by each method. Another one means that the row is of something else,
            that the method is another, or that the amounts were converted on the way.
            """,
        remedy: "State the amounts in the unit of the indicator, or name the method that the unit belongs to.",
        references: [.en15804A1("7.2.3 to 7.2.5"), .en15804A2("7.2.3 to 7.2.4"), .openEPD("impacts, units")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("acidification by EN 15804+A2") {
            $0.state(.acidification, by: .ef31, in: .molesHydrogenIons, ["A1-A3": "1"])
        },
        .accepts("acidification by EN 15804+A1") {
            $0.state(.acidification, by: .en15804A1, in: .kilogramsSO2e, ["A1-A3": "1"])
        },
        .rejects("the older unit with the newer method", at: "results[0].unit") {
            $0.state(.acidification, by: .ef31, in: .kilogramsSO2e, ["A1-A3": "1"])
        },
        .rejects("waste in megajoules", at: "results[0].unit") {
            $0.state(.hazardousWaste, in: .megajoules, ["A1-A3": "1"])
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        var applicability = Applicability.notApplicable
        for (index, result) in footprint.results.enumerated() {
            guard let indicator = result.indicator, let unit = result.unit,
                let expected = indicator.unit(by: result.method),
                !(indicator == .eutrophicationFreshwater && unit == .kilogramsPhosphate)
            else { continue }
            applicability = .checked
            if unit != expected {
                findings.report(.wrong(indicator, unit, expected, result.method), at: \.results, index, \.unit)
            }
        }
        return applicability
    }
}

extension Diagnostic.Message {
    fileprivate static func wrong(
        _ indicator: Indicator, _ unit: IndicatorUnit, _ expected: IndicatorUnit, _ method: CharacterizationMethod?
    ) -> Self {
        "\(indicator.name) is in \(unit.rawValue), but \(method.map { "by \($0.rawValue) " } ?? "")is counted in \(expected.rawValue)"
    }
}
