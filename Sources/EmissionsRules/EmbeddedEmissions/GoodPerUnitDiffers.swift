import EmissionsDiagnostics
import EmissionsModel

enum GoodPerUnitDiffers: Rule {
    static let about = RuleDescription(
        code: "EE-019", severity: .warning,
        title: "emissions per unit of the good are not its total by the imported quantity",
        explanation: "The value per unit is what is compared with other goods, and has to lead back to the total.",
        remedy: "Divide the total emissions by the imported quantity.",
        references: [.cbamManual("total emissions of the good")])

    static let examples: [RuleExample<ImportedGood>] = [
        .accepts("13615 tonnes in 550, to five decimals") {
            ($0.imported.netMass, $0.imported.unit, $0.reported.overall) = (550, .tonne, 13615)
            $0.reported.perUnit = ExactDecimal("24.75454")
        },
        .rejects("for another quantity", at: \.reported.perUnit) {
            ($0.imported.netMass, $0.imported.unit, $0.reported.overall) = (550, .tonne, 13615)
            $0.reported.perUnit = ExactDecimal("27.23000")
        },
    ]

    static func check(
        _ good: ImportedGood, in context: RuleContext, _ findings: inout Findings<ImportedGood>
    ) -> Applicability {
        guard let perUnit = good.reported.perUnit, let overall = good.reported.overall,
            let imported = good.imported.figure
        else { return .notApplicable }
        // Quantities are in kilograms or kilowatt hours here, and emissions per tonne or megawatt hour.
        let product = (imported * RoundedFigure(perUnit)).shifted(by: -3)
        switch RoundedFigure(overall).compared(with: product) {
        case .agrees: break
        case .differs: findings.report(.differs(perUnit, product, overall), at: \.reported.perUnit)
        case .tooLong: findings.reportUnchecked("emissions per unit", at: \.reported.perUnit)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func differs(_ perUnit: ExactDecimal, _ product: RoundedFigure, _ overall: ExactDecimal) -> Self
    {
        "emissions per unit are \(perUnit), which makes a total of \(product.written), but the total is \(overall)"
    }
}
