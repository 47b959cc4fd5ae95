import EmissionsDiagnostics
import EmissionsModel

enum ComponentAboveTotal: Rule {
    static let about = RuleDescription(
        code: "FIG-006", severity: .warning, title: "component is more than the total",
        explanation: "Where nothing is removed or captured, no part of the emissions can be more than all of them.",
        remedy: "Check whether the component and the total are for the same declared unit.",
        references: [.pact("fossilGhgEmissions, aircraftGhgEmissions, packagingGhgEmissions")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a part of the total") {
            ($0.figures.excludingBiogenicUptake, $0.figures.fossil) = (.kilograms("2.63"), .kilograms("2.5"))
        },
        .accepts("the same, rounded") {
            ($0.figures.excludingBiogenicUptake, $0.figures.fossil) = (.kilograms("2.6"), .kilograms("2.63"))
        },
        .accepts("removals make up for it") {
            ($0.figures.excludingBiogenicUptake, $0.figures.fossil) = (.kilograms("2"), .kilograms("2.5"))
            $0.carbonCapture.removals = .kilograms("-0.5")
        },
        .rejects("the part of ten units", at: \.figures.fossil) {
            ($0.figures.excludingBiogenicUptake, $0.figures.fossil) = (.kilograms("2.63"), .kilograms("25"))
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let figures = footprint.figures
        guard let total = figures.excludingBiogenicUptake, !footprint.hasRemovals,
            figures.fossil != nil || figures.aircraft != nil || figures.packaging != nil
        else { return .notApplicable }
        if let fossil = footprint.figures.fossil, fossil.isClearlyAbove(total) {
            findings.report(.above("fossil", fossil, total), at: \.figures.fossil)
        }
        if let aircraft = footprint.figures.aircraft, aircraft.isClearlyAbove(total) {
            findings.report(.above("aircraft", aircraft, total), at: \.figures.aircraft)
        }
        if let packaging = footprint.figures.packaging, packaging.isClearlyAbove(total) {
            findings.report(.above("packaging", packaging, total), at: \.figures.packaging)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func above(_ name: String, _ part: Emissions, _ total: Emissions) -> Self {
        "\(name) emissions are \(part), more than the total of \(total)"
    }
}

extension ProductFootprint {
    fileprivate var hasRemovals: Bool {
        landUse.landManagementRemovals?.amount.isNegative ?? false
            || landUse.landManagement?.amount.isNegative ?? false
            || carbonCapture.removals?.amount.isNegative ?? false
            || carbonCapture.captured?.amount.isNegative ?? false
    }
}

extension Emissions {
    /// Whether it is more than `total`, and by more than rounding.
    fileprivate func isClearlyAbove(_ total: Emissions) -> Bool {
        guard let part = converted(to: total.unit), total.amount < part.amount else { return false }
        return RoundedFigure(self).compared(with: RoundedFigure(total)) == .differs
    }
}
