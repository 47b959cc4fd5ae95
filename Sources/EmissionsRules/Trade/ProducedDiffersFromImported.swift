import EmissionsDiagnostics
import EmissionsModel

enum ProducedDiffersFromImported: Rule {
    static let about = RuleDescription(
        code: "TRD-008", severity: .warning,
        title: "quantities of the installations do not add up to the imported quantity",
        explanation: """
            Each tonne of a good comes from one installation. What is not accounted for has no emissions; what
            is counted twice has too many.
            """,
        remedy: "Split the imported quantity among the installations it comes from.",
        references: [.cbamManual("measures of goods and of emissions")])

    static let examples: [RuleExample<ImportedGood>] = [
        .accepts("tonnes and kilograms that add up") {
            ($0.imported.netMass, $0.imported.unit) = (550, .tonne)
            $0.footprints = [ProductFootprint(), ProductFootprint()]
            ($0.footprints[0].production.produced.netMass, $0.footprints[0].production.produced.unit) = (548, .tonne)
            ($0.footprints[1].production.produced.netMass, $0.footprints[1].production.produced.unit) = (
                2000, .kilogram
            )
        },
        .rejects("two tonnes from nowhere", at: \.imported) {
            ($0.imported.netMass, $0.imported.unit) = (550, .tonne)
            $0.footprints = [ProductFootprint()]
            ($0.footprints[0].production.produced.netMass, $0.footprints[0].production.produced.unit) = (540, .tonne)
        },
    ]

    static func check(
        _ good: ImportedGood, in context: RuleContext, _ findings: inout Findings<ImportedGood>
    ) -> Applicability {
        guard !good.footprints.isEmpty, let imported = good.imported.figure, let unit = good.imported.unit?.base.unit
        else { return .notApplicable }
        var sum = RoundedFigure(0)
        for footprint in good.footprints {
            guard footprint.production.produced.unit?.base.unit == unit,
                let produced = footprint.production.produced.figure
            else { return .notApplicable }
            sum = sum + produced
        }
        switch imported.compared(with: sum) {
        case .agrees: break
        case .differs: findings.report(.differs(imported, sum, unit), at: \.imported)
        case .tooLong: findings.reportUnchecked("imported quantity", at: \.imported)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func differs(_ imported: RoundedFigure, _ sum: RoundedFigure, _ unit: UnitOfMeasure) -> Self {
        "imported are \(imported.written) \(unit.rawValue)s, but the installations' quantities come to \(sum.written)"
    }
}
