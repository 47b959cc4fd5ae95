import EmissionsDiagnostics
import EmissionsModel

enum ProceduresDifferFromImported: Rule {
    static let about = RuleDescription(
        code: "TRD-009", severity: .warning,
        title: "quantities of the customs procedures do not add up to the imported quantity",
        explanation: "The imported quantity is the sum over the procedures under which the good came in.",
        remedy: "Compare both with the customs declarations.",
        references: [.cbamManual("measures of goods and of procedures")])

    static let examples: [RuleExample<ImportedGood>] = [
        .accepts("one procedure for all of it") {
            ($0.imported.netMass, $0.imported.unit) = (550, .tonne)
            $0.quantities = [ImportedQuantity()]
            $0.quantities[0].measures = [ProcedureMeasure()]
            ($0.quantities[0].measures[0].netMass, $0.quantities[0].measures[0].unit) = (550, .tonne)
        },
        .rejects("a part is missing", at: \.quantities) {
            ($0.imported.netMass, $0.imported.unit) = (550, .tonne)
            $0.quantities = [ImportedQuantity()]
            $0.quantities[0].measures = [ProcedureMeasure()]
            ($0.quantities[0].measures[0].netMass, $0.quantities[0].measures[0].unit) = (500, .tonne)
        },
    ]

    static func check(
        _ good: ImportedGood, in context: RuleContext, _ findings: inout Findings<ImportedGood>
    ) -> Applicability {
        guard !good.quantities.isEmpty, let imported = good.imported.figure, let unit = good.imported.unit?.base.unit
        else { return .notApplicable }
        var sum = RoundedFigure(0), isEmpty = true
        for measure in good.quantities.lazy.flatMap(\.measures) {
            guard let amount = measure.netMass ?? measure.supplementaryUnits, let own = measure.unit?.base,
                own.unit == unit
            else { return .notApplicable }
            sum = sum + RoundedFigure(amount).shifted(by: own.powerOfTen)
            isEmpty = false
        }
        guard !isEmpty else { return .notApplicable }
        switch imported.compared(with: sum) {
        case .agrees: break
        case .differs: findings.report(.differs(imported, sum, unit), at: \.quantities)
        case .tooLong: findings.reportUnchecked("imported quantity", at: \.quantities)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func differs(_ imported: RoundedFigure, _ sum: RoundedFigure, _ unit: UnitOfMeasure) -> Self {
        "imported are \(imported.written) \(unit.rawValue)s, but the procedures' quantities come to \(sum.written)"
    }
}
